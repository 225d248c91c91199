import type { Lock, LockRef } from '#domain/house/door';
import type { ProgramId } from '#domain/ids';
import { placeFoundEmpty, placeFoundTaken, waitInLine, type AttemptOutcome } from '#domain/locks/entry-outcome';
import type { Job, LockEntry } from '#domain/locks/lock-entry';
import { mustWait, placeFor } from '#domain/locks/lock-places';
import type { InstantText } from '#domain/time/time';
import type { Transaction } from '#main/storage/store';
import { raise, record } from '#main/timeline/record';
import { alertsOf } from './entry-alerts.ts';

/** Where an entry goes on a lock that is full, or that has places without names. */

/** null: the lock finds the place itself, by the tag, or there is nothing to write. */
export async function placeOf(
  transaction: Transaction,
  entry: LockEntry,
  lock: Lock,
): Promise<LockRef | 'none' | null> {
  if (entry.wanted === null) return null;
  const entries = await transaction.find('entries', 'lock', { value: lock.id });
  if (mustWait(entry, lock, entries)) return 'none';
  if (lock.limits.recognisedBy === 'tag') return null;
  return entry.ref ?? placeFor(lock, entries) ?? 'none';
}

/** There is no place: nobody goes to the lock for it. */
export async function sendToLine(transaction: Transaction, entry: LockEntry, job: Job, at: InstantText): Promise<null> {
  const settled = waitInLine(entry, job);
  if (settled.entry !== null) await transaction.put('entries', settled.entry);
  await record(transaction, { at, by: { kind: 'portal' }, notes: settled.notes });
  await raise(transaction, at, alertsOf(settled.entry ?? entry, settled.raise));
  return null;
}

/** A new place was found empty. @returns false when the entry was dropped, or another program took it over. */
export async function keepPlace(transaction: Transaction, { id }: LockEntry, by: ProgramId): Promise<boolean> {
  const entry = await transaction.get('entries', id);
  if (entry === null || entry.underWay?.by !== by) return false;
  await transaction.put('entries', placeFoundEmpty(entry));
  return true;
}

export function isTaken(outcome: AttemptOutcome): boolean {
  return outcome.outcome === 'failed' && outcome.error.kind === 'slot-occupied';
}

/** Somebody used the place at the lock itself: it is theirs, and the entry gets another. */
export async function tryAnotherPlace(
  transaction: Transaction,
  entry: LockEntry,
  lock: Lock,
  now: InstantText,
): Promise<void> {
  if (entry.ref !== null) await transaction.put('locks', { ...lock, foreign: [...lock.foreign, entry.ref] });
  await transaction.put('entries', placeFoundTaken(entry, now));
}
