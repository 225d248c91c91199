import { AppError } from '#domain/failure';
import type { KeyId } from '#domain/ids';
import type { Actor, Key } from '#domain/key/key';
import type { EditContext, KeyEdit } from '#domain/key/key-edit';
import type { UndoableAct } from '#domain/acts/undo';
import type { TimelineNote } from '#domain/key/timeline';
import { changesBetween, type Changes } from '#main/audit/changes-between';
import type { Base } from '#main/base';
import type { Transaction } from '#main/storage/store';
import { settleKey } from './settle-key.ts';
import { keepUndo } from './keep-undo.ts';

/** One edit of one key by staff: from the version that they saw, or not at all. */
export interface StaffEdit {
  readonly keyId: KeyId;
  readonly version: number;
  readonly by: Actor;
  readonly edit: (key: Key, context: EditContext, transaction: Transaction) => KeyEdit | Promise<KeyEdit>;
  /** Given: the act can be taken back for a while. */
  readonly undoable?: UndoableAct;
  /** What else belongs into the same commit; what it throws undoes the edit. */
  readonly also?: (transaction: Transaction, key: Key, before: Key) => Promise<void>;
}

/** Commits the edit with everything that follows from it. Refusals come out as AppError, and nothing is stored. */
export async function editKey(
  base: Base,
  { keyId, version, by, edit, undoable, also }: StaffEdit,
): Promise<{ readonly version: number }> {
  return base.store.transact(async (transaction) => {
    const key = await keyAt(transaction, keyId, version);
    const result = await edit(key, await contextOf(transaction, base, key, by), transaction);
    if (result.outcome === 'refused') throw new AppError(result.reason, 'editing a key');
    const notes = withChanges(result.notes, changesBetween(key, result.key));
    const settled = await settleKey(transaction, base, { ...result, notes, by });
    if (undoable !== undefined) await keepUndo(transaction, base, { act: undoable, before: key, after: settled });
    await also?.(transaction, settled, key);
    return { version: settled.version };
  });
}

/** The audit says once how the key was and how it is, with the first of what happened. */
function withChanges([first, ...rest]: readonly TimelineNote[], changes: Changes): readonly TimelineNote[] {
  return first === undefined ? [] : [{ ...first, ...changes }, ...rest];
}

export async function keyAt(transaction: Transaction, keyId: KeyId, version: number): Promise<Key> {
  const key = await transaction.get('keys', keyId);
  if (key === null) throw new AppError('not-found', 'editing a key');
  if (key.version !== version) throw new AppError('changed-meanwhile', 'editing a key');
  return key;
}

async function contextOf(transaction: Transaction, base: Base, key: Key, by: Actor): Promise<EditContext> {
  const { settings, reservations } = await transaction.getMany({
    settings: { collection: 'settings', ids: ['property'] },
    reservations: { collection: 'reservations', ids: key.reservationId === null ? [] : [key.reservationId] },
  });
  const property = settings.get('property');
  if (property === undefined) throw new AppError('internal', 'editing a key before the property is set up');
  const reservation = reservations.get(key.reservationId ?? '') ?? null;
  return { by, at: base.clock.now(), reservation, zone: property.zone };
}
