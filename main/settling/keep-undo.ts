import type { Key } from '#domain/key/key';
import { mayUndo, type UndoableAct } from '#domain/acts/undo';
import type { Base } from '#main/base';
import type { Write } from '#main/storage/look-ups';
import type { Transaction } from '#main/storage/store';

/** Keeps what an undo needs, in the commit of the act; what is too old to be undone goes. */
export async function keepUndo(
  transaction: Transaction,
  base: Pick<Base, 'clock'>,
  { act, before, after }: { readonly act: UndoableAct; readonly before: Key; readonly after: Key },
): Promise<void> {
  const now = base.clock.now();
  const over = (await transaction.find('undos', 'at', {}, { limit: 20 })).filter((old) => !mayUndo(old, now));
  await transaction.write([
    ...over.map((old): Write => ({ collection: 'undos', remove: old.id })),
    { collection: 'undos', put: { id: before.id, act, before, version: after.version, at: now } },
  ]);
}
