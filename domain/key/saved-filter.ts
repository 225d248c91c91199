import { z } from 'zod';
import { keyQuestion } from './key-question.ts';
import { instantText } from '#domain/time/time';

/** A view of the list of keys that the property keeps under a name, for everybody at the desk. */
export const filterName = z.string().trim().min(1, 'Enter a name.').max(40, 'Use at most 40 characters.');

export const savedFilter = z.object({
  id: z.string().min(1),
  name: filterName,
  question: keyQuestion,
  savedAt: instantText,
});
export type SavedFilter = Readonly<z.infer<typeof savedFilter>>;
