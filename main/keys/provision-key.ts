import { giveUp, tryNow, writeAgain } from '#domain/locks/entry-outcome';
import { AppError } from '#domain/failure';
import type { DoorId, KeyId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import type { LockEntry } from '#domain/locks/lock-entry';
import { appendAudit } from '#main/audit/append-audit';
import type { Base } from '#main/base';
import type { Transaction } from '#main/storage/store';
import { raise, record } from '#main/timeline/record';
import { keyAt } from '#main/settling/edit-key';
import { settleKey } from '#main/settling/settle-key';

interface Where {
  readonly keyId: KeyId;
  /** null: at every door of the key. */
  readonly doorId: DoorId | null;
}

/** Works out anew what each lock should hold, writes it again everywhere and reads it back. */
export async function reprovisionKey(
  base: Base,
  where: Where & { readonly version: number },
  by: Actor,
): Promise<void> {
  await base.store.transact(async (transaction) => {
    const key = await keyAt(transaction, where.keyId, where.version);
    const note = { kind: 're-provision-asked' as const, doorId: where.doorId };
    await settleKey(transaction, base, { key, notes: [note], by, codeNeeded: true });
    for (const entry of await entriesAt(transaction, where)) {
      const again = entry.wanted === null ? tryNow(entry, base.clock.now()) : writeAgain(entry, base.clock.now());
      await transaction.put('entries', again);
    }
  });
}

/** Does not wait for the schedule; lifts a suspension and takes up again what was given up. */
export async function retryKeyNow(base: Base, where: Where, by: Actor): Promise<void> {
  await base.store.transact(async (transaction) => {
    await appendAudit(transaction, { at: base.clock.now(), by, what: 'retry-asked', ...where });
    for (const entry of await entriesAt(transaction, where)) {
      await transaction.put('entries', tryNow(entry, base.clock.now()));
    }
  });
}

/**
 * Staff stop the tries; it stays visible as Failed, and an alert. Access that should end is never given up: a code that a
 * lock may still hold opens the door.
 */
export async function giveUpAt(base: Base, where: Where, by: Actor): Promise<void> {
  await base.store.transact(async (transaction) => {
    const entries = (await entriesAt(transaction, where)).filter(({ wanted, job }) => wanted !== null && job !== null);
    if (entries.length === 0) throw new AppError('not-found', 'giving up a write');
    const now = base.clock.now();
    for (const entry of entries) {
      const { keyId, doorId, lockId } = entry;
      const subject = { keyId, doorId, lockId };
      await transaction.put('entries', giveUp(entry));
      await record(transaction, { at: now, by, notes: [{ kind: 'given-up', ...subject }] });
      await raise(transaction, now, [{ id: `write-given-up/${entry.id}`, kind: 'write-given-up', ...subject }]);
    }
  });
}

async function entriesAt(transaction: Transaction, { keyId, doorId }: Where): Promise<readonly LockEntry[]> {
  const entries = await transaction.find('entries', 'key', { value: keyId });
  return entries.filter((entry) => doorId === null || entry.doorId === doorId);
}
