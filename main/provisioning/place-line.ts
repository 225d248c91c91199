import { tryNow } from '#domain/locks/entry-outcome';
import type { LockId } from '#domain/ids';
import type { LockEntry, LockErrorKind } from '#domain/locks/lock-entry';
import { isInLine, nextInLine } from '#domain/locks/lock-places';
import type { InstantText } from '#domain/time/time';
import type { Transaction } from '#main/storage/store';
import { clear } from '#main/timeline/record';

/** The line of those who wait for a place on a lock: while it is not empty, the lock has its alert `lock-full`. */

/**
 * Something may have made room: whoever opens soonest is tried, and the others when that went well. One refusal ends it,
 * so that a lock that is full all the same is asked once.
 */
export async function moveLine(transaction: Transaction, lockId: LockId, now: InstantText): Promise<void> {
  if ((await transaction.get('alerts', lineAlert(lockId))) === null) return;
  await callNext(transaction, await entriesOf(transaction, lockId), lockId, now);
}

/** A credential went: a place is free, and so may be its code. */
export async function afterRemoval(transaction: Transaction, lockId: LockId, now: InstantText): Promise<void> {
  const entries = await entriesOf(transaction, lockId);
  const refused = entries.filter(({ job }) => job?.state === 'suspended' && isFreedWith(job.lastError?.kind));
  for (const entry of refused) await transaction.put('entries', tryNow(entry, now));
  await callNext(transaction, entries, lockId, now);
}

/** After an entry that never left Portal was dropped: nobody waits for it any more. */
export async function leaveLine(transaction: Transaction, dropped: LockEntry, now: InstantText): Promise<void> {
  if (!isInLine(dropped)) return;
  await clear(transaction, [`write-suspended/${dropped.id}`]);
  await moveLine(transaction, dropped.lockId, now);
}

async function callNext(
  transaction: Transaction,
  entries: readonly LockEntry[],
  lockId: LockId,
  now: InstantText,
): Promise<void> {
  const line = entries.filter(isInLine);
  if (line.length === 0) return clear(transaction, [lineAlert(lockId)]);
  const lock = await transaction.get('locks', lockId);
  const next = lock === null ? null : nextInLine(lock, entries);
  return next === null ? undefined : transaction.put('entries', tryNow(next, now));
}

function isFreedWith(kind: LockErrorKind | undefined): boolean {
  return kind === 'duplicate' || kind === 'slot-occupied';
}

function lineAlert(lockId: LockId): string {
  return `lock-full/${lockId}`;
}

async function entriesOf(transaction: Transaction, lockId: LockId): Promise<readonly LockEntry[]> {
  return transaction.find('entries', 'lock', { value: lockId });
}
