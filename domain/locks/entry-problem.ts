import type { LockEntry } from './lock-entry.ts';

/**
 * Whether an entry is something for staff to know about: its lock refused, or an attempt has failed. A first attempt under
 * way is not, and a write that waits for its own moment is not.
 */
export function isProblem(entry: LockEntry): boolean {
  const { job } = entry;
  if (job === null) return false;
  return job.state === 'suspended' || job.state === 'given-up' || job.lastError !== null;
}

/** Whether an entry is a keycard's and not a doorcode's. */
export function isOfCard({ kind, wanted, held }: Pick<LockEntry, 'kind' | 'wanted' | 'held'>): boolean {
  return kind === 'card' || (wanted ?? held?.content)?.kind === 'card';
}

/** A write may have reached the lock, and no read has found it empty since. */
export function mayHold({ held, touched }: Pick<LockEntry, 'held' | 'touched'>): boolean {
  return held !== null || touched;
}
