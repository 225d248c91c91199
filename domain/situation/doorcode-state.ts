import { Temporal } from 'temporal-polyfill';
import type { KeySituation } from './key-situation.ts';
import { doorsOf } from './key-situation.ts';
import { unreachable } from '#domain/failure';
import type { Lock } from '#domain/house/door';
import type { PropertySettings } from '#domain/house/settings';
import { accessInterval } from '#domain/key/access-window';
import type { Doorcode, Key, KeyDoor, KeyPerson, UnassignedReason } from '#domain/key/key';
import { isLive } from '#domain/key/key-status';
import { doorPlace, isOver, type OpenedDoor } from '#domain/key/opened-doors';
import { entryIdOf, sameContent } from '#domain/locks/entry-plan';
import { mayHold } from '#domain/locks/entry-problem';
import type { LockContent, LockEntry, LockError } from '#domain/locks/lock-entry';
import { plus, type InstantText } from '#domain/time/time';

/** Where a doorcode stands at one door, in the words of the desk. Shown as done is only what a lock has confirmed. */
export type DoorcodeState =
  | { readonly state: 'no-lock' }
  | { readonly state: 'no-doorcode-assigned'; readonly reason: UnassignedReason }
  /** Not allowed to be provisioned: the tag Pending Provisioning. */
  | { readonly state: 'pending-provisioning' }
  /** Allowed, and too early: it is written at this moment. */
  | { readonly state: 'scheduled'; readonly at: InstantText }
  | {
      readonly state: 'waiting-for-lock';
      readonly nextTryAt: InstantText;
      readonly attempts: number;
      readonly error: LockError | null;
    }
  | { readonly state: 'writing' }
  | { readonly state: 'provisioned'; readonly at: InstantText }
  | {
      readonly state: 'removal-pending';
      /** Now, where nothing is tried until staff act. */
      readonly nextTryAt: InstantText;
      readonly attempts: number;
      readonly error: LockError | null;
    }
  | { readonly state: 'removed' }
  | { readonly state: 'failed'; readonly error: LockError | null; readonly why: 'suspended' | 'given-up' };

export interface DoorcodeFacts {
  readonly key: Pick<Key, 'status'>;
  /** The key's door with which it opens. */
  readonly own: KeyDoor;
  readonly doorcode: Pick<Doorcode, 'code' | 'unassigned'>;
  /** null: the door has none. */
  readonly lock: Pick<Lock, 'online'> | null;
  /** The credential's entry on the door's lock; null: the lock never had it, or was verified empty of it. */
  readonly entry: LockEntry | null;
  readonly settings: Pick<PropertySettings, 'zone' | 'writeAheadHours'>;
  readonly now: InstantText;
}

export function doorcodeState(facts: DoorcodeFacts): DoorcodeState {
  const { entry, lock, now } = facts;
  if (entry !== null && entry.wanted !== null) return writeState(entry, { wanted: entry.wanted, lock, now });
  if (entry !== null && mayHold(entry)) return removalState(entry, now);
  return absentState(facts);
}

/** No digits, and nothing to see to: that is how the property works. */
export function isInOrder(unassigned: UnassignedReason | null): boolean {
  return unassigned === null || unassigned === 'not-yet-due' || unassigned === 'type-disabled';
}

/** A doorcode at a door of the key. */
export function doorcodeAt(
  { key, locks, entries, settings, now }: KeySituation,
  { door, own }: OpenedDoor,
  doorcode: Doorcode,
): DoorcodeState {
  const { lockId } = door;
  const id = lockId === null ? null : entryIdOf({ lockId, credentialId: doorcode.credentialId });
  const entry = id === null ? null : (entries.get(id) ?? null);
  const lock = lockId === null ? null : (locks.get(lockId) ?? notHeardOf);
  return doorcodeState({ key, own, doorcode, lock, entry, settings, now });
}

/** A lock that was taken from the house while its door still names it. */
const notHeardOf: Pick<Lock, 'online'> = { online: 'unknown' };

/** The states of one person's doorcode, a door each. A room that the guest left counts until its lock forgot the code. */
export function doorcodeStates(
  situation: KeySituation,
  { doorcode }: KeyPerson,
  doors: readonly OpenedDoor[] = doorsOf(situation),
): readonly DoorcodeState[] {
  if (doorcode === null) return [];
  return doors
    .filter(({ own }) => own.revoked === null)
    .map((opened) => ({
      state: doorcodeAt(situation, opened, doorcode),
      isLeft: doorPlace(opened.own, situation.now) === 'left',
    }))
    .filter(({ state, isLeft }) => !isLeft || state.state !== 'removed')
    .map(({ state }) => state);
}

function writeState(
  { job, held }: LockEntry,
  { wanted, lock, now }: Pick<DoorcodeFacts, 'lock' | 'now'> & { readonly wanted: LockContent },
): DoorcodeState {
  if (job === null) {
    const isThere = held !== null && sameContent(held.content, wanted);
    return isThere ? { state: 'provisioned', at: held.verifiedAt } : { state: 'writing' };
  }
  switch (job.state) {
    case 'running':
      return { state: 'writing' };
    case 'waiting':
      // Its turn in the queue has not come: nothing is wrong with a lock that answers.
      if (lock?.online !== 'offline' && job.attempts === 0 && job.nextAttemptAt <= now) return { state: 'writing' };
      return {
        state: 'waiting-for-lock',
        nextTryAt: job.nextAttemptAt,
        attempts: job.attempts,
        error: job.lastError,
      };
    case 'suspended':
    case 'given-up':
      return { state: 'failed', error: job.lastError, why: job.state };
    default:
      return unreachable(job.state);
  }
}

function removalState({ job }: LockEntry, now: InstantText): DoorcodeState {
  const isTried = job !== null && (job.state === 'waiting' || job.state === 'running');
  return {
    state: 'removal-pending',
    nextTryAt: isTried ? job.nextAttemptAt : now,
    attempts: job?.attempts ?? 0,
    error: job?.lastError ?? null,
  };
}

function absentState({ key, own, doorcode, lock, settings, now }: DoorcodeFacts): DoorcodeState {
  if (!isLive(key) || isOver(own, settings.zone, now)) return { state: 'removed' };
  if (doorcode.code === null) return { state: 'no-doorcode-assigned', reason: doorcode.unassigned ?? 'not-yet-due' };
  if (lock === null) return { state: 'no-lock' };
  if (!own.allowProvisioning) return { state: 'pending-provisioning' };
  const { from } = accessInterval(own, settings.zone);
  return { state: 'scheduled', at: plus(from, Temporal.Duration.from({ hours: -settings.writeAheadHours })) };
}

/** One tag for a whole key: the state that staff should know about first, and how many doors are done. */
export interface DoorcodeSummary {
  readonly worst: DoorcodeState['state'];
  /** Why there are no digits, where `worst` says so. */
  readonly unassigned: UnassignedReason | null;
  readonly provisioned: number;
  readonly doors: number;
}

/** What staff should know about first comes first. */
const worstFirst: readonly DoorcodeState['state'][] = [
  'failed',
  'no-doorcode-assigned',
  'removal-pending',
  'waiting-for-lock',
  'writing',
  'no-lock',
  'pending-provisioning',
  'scheduled',
  'provisioned',
  'removed',
];

export function summaryOf(states: readonly DoorcodeState[]): DoorcodeSummary {
  const present = new Set(states.map(({ state }) => state));
  const lacking = states.find((each) => each.state === 'no-doorcode-assigned');
  return {
    worst: worstFirst.find((state) => present.has(state)) ?? 'no-lock',
    unassigned: lacking?.reason ?? null,
    provisioned: states.filter(({ state }) => state === 'provisioned').length,
    doors: states.length,
  };
}
