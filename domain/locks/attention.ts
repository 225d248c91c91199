import type { KeyDoor } from '#domain/key/key';
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

/** Whether a door that the key should open stays closed, because provisioning is not allowed there. */
export function isNotAllowed(door: KeyDoor): boolean {
  return door.revoked === null && door.leavesAt === null && !door.allowProvisioning;
}
