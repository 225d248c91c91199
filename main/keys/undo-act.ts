import type { UndoInput } from '#api/key-inputs';
import type { EditDone } from '#api/key-making';
import { AppError } from '#domain/failure';
import type { Actor } from '#domain/key/key';
import { cardsOf } from '#domain/cards/keycard-edits';
import { codesOf, undoAct } from '#domain/acts/undo';
import type { Base } from '#main/base';
import { editKey } from '#main/settling/edit-key';

/** All or nothing: where another key took the former doorcode or keycard meanwhile, the act stands. */
export async function undoLast(base: Base, { keyId, version }: UndoInput, by: Actor): Promise<EditDone> {
  const undo = await base.store.read((view) => view.get('undos', keyId));
  if (undo === null) throw new AppError('undo-too-late', 'undoing an act');
  return editKey(base, {
    keyId,
    version,
    by,
    edit: (key, context) => undoAct(key, undo, context),
    also: async (transaction, key) => {
      if (JSON.stringify(codesOf(key)) !== JSON.stringify(codesOf(undo.before))) {
        throw new AppError('code-not-available', 'undoing an act');
      }
      const cards = new Set(cardsOf(key));
      if (!cardsOf(undo.before).every((id) => cards.has(id))) {
        throw new AppError('keycard-not-available', 'undoing an act');
      }
      await transaction.remove('undos', keyId);
    },
  });
}
