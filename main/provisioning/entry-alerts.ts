import type { AlertKind } from '#domain/alerts/alert';
import { isOfCard } from '#domain/locks/entry-problem';
import { tryNow } from '#domain/locks/entry-outcome';
import type { LockId } from '#domain/ids';
import type { LockEntry, LockErrorKind } from '#domain/locks/lock-entry';
import type { InstantText } from '#domain/time/time';
import type { Transaction } from '#main/storage/store';
import type { AlertNote } from '#main/timeline/record';

/** One alert per entry, but for what concerns the lock as a whole. */
export function alertsOf(entry: LockEntry, kinds: readonly AlertKind[]): readonly AlertNote[] {
  return kinds.map((kind) => {
    const subject = kind === 'lock-full' || kind === 'lock-differs' ? entry.lockId : entry.id;
    return {
      id: `${kind}/${subject}`,
      kind,
      keyId: kind === 'lock-full' || kind === 'lock-differs' ? null : entry.keyId,
      doorId: entry.doorId,
      lockId: entry.lockId,
      facts: {
        ...(entry.job?.lastError == null ? {} : { error: entry.job.lastError.kind }),
        ...(isOfCard(entry) ? { credential: 'card' } : {}),
      },
    };
  });
}

const freedByRemoval: readonly LockErrorKind[] = ['no-space', 'duplicate', 'slot-occupied'];

/** A place, or a code, came free on the lock: what it refused for the want of it is tried again. */
export async function wakeRefused(transaction: Transaction, lockId: LockId, now: InstantText): Promise<void> {
  const entries = await transaction.find('entries', 'lock', { value: lockId });
  const refused = entries.filter(
    ({ job }) => job?.state === 'suspended' && job.lastError !== null && freedByRemoval.includes(job.lastError.kind),
  );
  for (const entry of refused) await transaction.put('entries', tryNow(entry, now));
}
