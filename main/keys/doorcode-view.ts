import type { DoorcodeState, DoorcodeSummary } from '#api/views';
import { accessInterval } from '#domain/key/access-window';
import { unreachable } from '#domain/failure';
import type { Doorcode, Key, KeyDoor } from '#domain/key/key';
import type { LockEntry } from '#domain/locks/lock-entry';
import { doorcodeState } from '#domain/situation/provisioning-state';
import type { PropertySettings } from '#domain/house/settings';
import { plus, type InstantText } from '#domain/time/time';
import { Temporal } from 'temporal-polyfill';

export interface DoorcodeAtDoor {
  readonly key: Key;
  readonly door: KeyDoor;
  readonly doorcode: Doorcode;
  readonly hasLock: boolean;
  readonly entry: LockEntry | null;
  readonly settings: PropertySettings;
  readonly now: InstantText;
}

/** The domain's state of a doorcode at a door, with what the screen says besides: why not, and when. */
export function doorcodeViewAt(facts: DoorcodeAtDoor): DoorcodeState {
  const { key, door, doorcode, entry, settings, now } = facts;
  const found = doorcodeState({ key, door, doorcode, entry, zone: settings.zone, now });
  const job = entry?.job ?? null;
  switch (found.state) {
    case 'pending-provisioning':
      return pending(facts, found.because);
    case 'waiting-for-lock':
      // Its turn in the queue has not come: nothing is wrong with the lock.
      if (job?.attempts === 0 && job.nextAttemptAt <= now) return { state: 'writing' };
      return {
        state: 'waiting-for-lock',
        nextTryAt: found.nextTryAt,
        attempts: job?.attempts ?? 0,
        error: found.error,
      };
    case 'removal-pending':
      return {
        state: 'removal-pending',
        nextTryAt: found.nextTryAt ?? now,
        attempts: job?.attempts ?? 0,
        error: found.error,
      };
    case 'provisioned':
      return { state: 'provisioned', at: found.verifiedAt };
    case 'failed':
      return { state: 'failed', error: found.error, why: found.because };
    case 'writing':
    case 'removed':
      return { state: found.state };
    default:
      return unreachable(found);
  }
}

function pending(
  { door, doorcode, hasLock, settings }: DoorcodeAtDoor,
  because: 'not-allowed' | 'no-doorcode' | 'not-yet-due',
): DoorcodeState {
  if (doorcode.code === null) return { state: 'no-doorcode-assigned', reason: doorcode.unassigned ?? 'not-yet-due' };
  if (!hasLock) return { state: 'no-lock' };
  if (because === 'not-allowed') return { state: 'pending-provisioning' };
  const { from } = accessInterval(door, settings.zone);
  return { state: 'scheduled', at: plus(from, Temporal.Duration.from({ hours: -settings.writeAheadHours })) };
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
