import { z } from 'zod';
import { keyQuestion } from './key-question.ts';
import { shortName } from '#domain/text/names';
import { instantText } from '#domain/time/time';

/** A view of the list of keys that the property keeps under a name, for everybody at the desk. */

export const savedFilter = z.object({
  id: z.string().min(1),
  name: shortName,
  question: keyQuestion,
  savedAt: instantText,
});
export type SavedFilter = Readonly<z.infer<typeof savedFilter>>;
