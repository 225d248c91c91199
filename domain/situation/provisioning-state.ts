import { hasEnded } from '#domain/credentials/code-claim';
import { unreachable } from '#domain/failure';
import type { Doorcode, Key, KeyDoor } from '#domain/key/key';
import type { LockContent, LockEntry, LockError } from '#domain/locks/lock-entry';
import type { InstantText, ZoneName } from '#domain/time/time';

/** What the desk reads about one doorcode at one door; the words are fixed by `provisioningWords`. */
export type DoorcodeState =
  /** Nothing was asked of the lock: provisioning is not allowed, there are no digits, no lock, or it is not yet time. */
  | { readonly state: 'pending-provisioning'; readonly because: 'not-allowed' | 'no-doorcode' | 'not-yet-due' }
  | { readonly state: 'waiting-for-lock'; readonly nextTryAt: InstantText; readonly error: LockError | null }
  | { readonly state: 'writing' }
  | { readonly state: 'provisioned'; readonly verifiedAt: InstantText }
  /** null: the lock refuses, and nothing is tried until staff act. */
  | { readonly state: 'removal-pending'; readonly nextTryAt: InstantText | null; readonly error: LockError | null }
  | { readonly state: 'removed' }
  | { readonly state: 'failed'; readonly because: 'suspended' | 'given-up'; readonly error: LockError | null };

export const provisioningWords = {
  'pending-provisioning': 'Pending Provisioning',
  'waiting-for-lock': 'Waiting for lock',
  writing: 'Writing',
  provisioned: 'Provisioned',
  'removal-pending': 'Removal pending',
  removed: 'Removed',
  failed: 'Failed',
} as const satisfies Readonly<Record<DoorcodeState['state'], string>>;

export interface DoorcodeFacts {
  readonly key: Pick<Key, 'status'>;
  readonly door: KeyDoor;
  readonly doorcode: Pick<Doorcode, 'code'>;
  /** The credential's entry on the door's lock; null: the lock never had it, or was verified empty of it. */
  readonly entry: LockEntry | null;
  readonly zone: ZoneName;
  readonly now: InstantText;
}

/** Shown as done only what a lock has confirmed. */
export function doorcodeState(facts: DoorcodeFacts): DoorcodeState {
  const { entry } = facts;
  if (entry !== null && entry.wanted !== null) return writeState(entry, entry.wanted);
  if (entry !== null && mayHold(entry)) return removalState(entry);
  return absentState(facts);
}

/** How much of a revocation the locks have not confirmed: "removal pending at 1 of 3 doors". */
export function revocationState(entries: readonly LockEntry[]): { readonly pending: number; readonly of: number } {
  return { pending: entries.filter(mayHold).length, of: entries.length };
}

/** "2 of 3 doors": at how many of its doors a doorcode is provisioned. */
export function provisionedDoors(states: readonly DoorcodeState[]): {
  readonly provisioned: number;
  readonly of: number;
} {
  return { provisioned: states.filter(({ state }) => state === 'provisioned').length, of: states.length };
}

function writeState(entry: LockEntry, wanted: LockContent): DoorcodeState {
  const { job, held } = entry;
  if (job === null) {
    const isThere = held !== null && sameContent(held.content, wanted);
    return isThere ? { state: 'provisioned', verifiedAt: held.verifiedAt } : { state: 'writing' };
  }
  switch (job.state) {
    case 'running':
      return { state: 'writing' };
    case 'waiting':
      return { state: 'waiting-for-lock', nextTryAt: job.nextAttemptAt, error: job.lastError };
    case 'suspended':
    case 'given-up':
      return { state: 'failed', because: job.state, error: job.lastError };
    default:
      return unreachable(job.state);
  }
}

function removalState({ job }: LockEntry): DoorcodeState {
  const isTried = job !== null && (job.state === 'waiting' || job.state === 'running');
  return {
    state: 'removal-pending',
    nextTryAt: isTried ? job.nextAttemptAt : null,
    error: job?.lastError ?? null,
  };
}

function absentState({ key, door, doorcode, zone, now }: DoorcodeFacts): DoorcodeState {
  if (key.status === 'revoked' || key.status === 'past' || hasEnded(door, { zone }, now)) return { state: 'removed' };
  if (!door.allowProvisioning) return { state: 'pending-provisioning', because: 'not-allowed' };
  if (doorcode.code === null) return { state: 'pending-provisioning', because: 'no-doorcode' };
  return { state: 'pending-provisioning', because: 'not-yet-due' };
}

/** A write may have reached the lock, and no read has found it empty since. */
function mayHold(entry: LockEntry): boolean {
  return entry.held !== null || entry.touched;
}

function sameContent(a: LockContent, b: LockContent): boolean {
  const ofText = ({ code, window }: LockContent): string =>
    JSON.stringify([
      code,
      window.from,
      window.to,
      window.weekdays,
      window.hours?.from ?? null,
      window.hours?.to ?? null,
    ]);
  return ofText(a) === ofText(b);
}
