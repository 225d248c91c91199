import { z } from 'zod';
import type { Actor } from '#domain/key/key';
import { keyQuestion } from '#domain/key/key-question';
import type { SavedFilter } from '#domain/key/saved-filter';
import { shortName } from '#domain/text/names';

export const saveFilterInput = z.object({ name: shortName, question: keyQuestion });
export const renameFilterInput = z.object({ id: z.string().min(1), name: shortName });
export const filterInput = z.object({ id: z.string().min(1) });

export interface FilterServices {
  /** In order of name. */
  list(): Promise<readonly SavedFilter[]>;
  /** Under a name that is there already it replaces that one. */
  save(input: z.infer<typeof saveFilterInput>, by: Actor): Promise<SavedFilter>;
  /** AppError('invalid-input') when another one has the name. */
  rename(input: z.infer<typeof renameFilterInput>, by: Actor): Promise<void>;
  remove(id: string, by: Actor): Promise<void>;
}
