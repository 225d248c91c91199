import { z } from 'zod';
import { keyQuestion } from '#domain/key-question';
import { filterName, type SavedFilter } from '#domain/saved-filter';

export const saveFilterInput = z.object({ name: filterName, question: keyQuestion });
export const renameFilterInput = z.object({ id: z.string().min(1), name: filterName });
export const filterInput = z.object({ id: z.string().min(1) });

export interface FilterServices {
  /** In order of name. */
  list(): Promise<readonly SavedFilter[]>;
  /** Under a name that is there already it replaces that one. */
  save(input: z.infer<typeof saveFilterInput>): Promise<SavedFilter>;
  /** AppError('invalid-input') when another one has the name. */
  rename(input: z.infer<typeof renameFilterInput>): Promise<void>;
  remove(id: string): Promise<void>;
}
