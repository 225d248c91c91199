import { plus, type InstantText } from '#domain/time/time';
import { Temporal } from 'temporal-polyfill';
import type { Job, LockEntry } from './lock-entry.ts';

/** Longer than this nobody is kept out of the new room because the lock of the old one does not answer. */
const longest = Temporal.Duration.from({ seconds: 2 });

/**
 * Whose room somebody else takes leaves it before the next one opens: of two guests who swap rooms neither opens both. Without such a
 * haste the old room stays open for its grace period, and nothing waits.
 *
 * @param others Of the same key.
 * @returns until when a write is held back at most; null: it is not.
 */
export function waitsToLeave(entry: LockEntry, others: readonly LockEntry[], now: InstantText): InstantText | null {
  if (entry.wanted === null || entry.job === null || entry.job.attempts > 0) return null;
  const until = plus(entry.job.queuedAt, longest);
  if (until <= now) return null;
  const { queuedAt } = entry.job;
  const leavesNow = ({ credentialId, lockId, wanted, job }: LockEntry): boolean =>
    credentialId === entry.credentialId &&
    lockId !== entry.lockId &&
    wanted === null &&
    job !== null &&
    job.queuedAt >= queuedAt &&
    isFirstTry(job);
  return others.some(leavesNow) ? until : null;
}

/** A lock that did not do it at once may take for ever. */
function isFirstTry({ state, attempts }: Job): boolean {
  return (state === 'waiting' && attempts === 0) || (state === 'running' && attempts === 1);
}
