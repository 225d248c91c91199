import { Temporal } from 'temporal-polyfill';
import { accessInterval, type Interval } from '#domain/key/access-window';
import type { Door } from '#domain/house/door';
import type { CredentialId, DoorId, KeyId, LockId } from '#domain/ids';
import type { AllocationPolicy, Key, KeyDoor } from '#domain/key/key';
import { windowOf } from '#domain/key/key-status';
import type { LockEntry } from '#domain/locks/lock-entry';
import type { PropertySettings } from '#domain/house/settings';
import { plus, type InstantText } from '#domain/time/time';

/** A code that somebody holds on some locks for some time: nobody else may get it there and then. */
export interface CodeClaim extends Interval {
  readonly code: string;
  readonly keyId: KeyId;
  readonly policy: AllocationPolicy;
  readonly lockIds: readonly LockId[];
}

/**
 * The locks that a key leads to, each once; linked doors included where Allow Linked Doors Access is on. Not those of a
 * room that the guest has left: its lock has no say in the code any more.
 */
export function lockIdsOf(key: Pick<Key, 'doors'>, doors: ReadonlyMap<DoorId, Door>): readonly LockId[] {
  const lockIds = key.doors
    .filter((door) => door.revoked === null && door.leavesAt === null)
    .flatMap((door) => doorIdsBehind(door, doors))
    .flatMap((doorId) => doors.get(doorId)?.lockId ?? []);
  return [...new Set(lockIds)];
}

/** The door itself, then its linked doors where the key's door allows them. */
export function doorIdsBehind(
  door: Pick<KeyDoor, 'doorId' | 'allowLinkedDoors'>,
  doors: ReadonlyMap<DoorId, Door>,
): readonly DoorId[] {
  const linked = door.allowLinkedDoors ? (doors.get(door.doorId)?.linkedDoorIds ?? []) : [];
  return [door.doorId, ...linked];
}

/**
 * How long a key's codes are on its locks: from the write ahead of the first arrival to the last departure. Two keys
 * with one code must not be on a lock together, even while only one of them opens it. null: the key has no door.
 */
export function claimedInterval(
  key: Pick<Key, 'doors'>,
  settings: Pick<PropertySettings, 'zone' | 'writeAheadHours'>,
): Interval | null {
  const window = windowOf(key.doors, settings.zone);
  if (window === null) return null;
  const ahead = Temporal.Duration.from({ hours: -settings.writeAheadHours });
  return { from: plus(window.from, ahead), to: window.to };
}

/**
 * The claims of one live key, door by door; of a past or revoked key there are none. `except`: a credential that is
 * asking anew.
 */
export function claimsOf(facts: {
  readonly key: Key;
  readonly doors: ReadonlyMap<DoorId, Door>;
  readonly settings: Pick<PropertySettings, 'zone' | 'writeAheadHours'>;
  readonly except: CredentialId | null;
}): readonly CodeClaim[] {
  const { key, doors, settings, except } = facts;
  if (key.status === 'past' || key.status === 'revoked') return [];
  const places = key.doors.flatMap((door) => {
    const interval = claimedInterval({ doors: [door] }, settings);
    return interval === null
      ? []
      : [{ lockIds: lockIdsOf({ doors: [{ ...door, leavesAt: null }] }, doors), ...interval }];
  });
  return key.people.flatMap(({ doorcode }) => {
    if (doorcode === null || doorcode.code === null || doorcode.credentialId === except) return [];
    const { code, policy } = doorcode;
    // A code reserved for the whole property is claimed even while the key has no door.
    const claimed = policy === 'strict' && places.length === 0 ? [{ lockIds: [], ...always }] : places;
    return claimed.map((place) => ({ code, keyId: key.id, policy, ...place }));
  });
}

/**
 * The claim of what a lock may still hold after its key has ended: until it is verified gone, the code opens the door,
 * so it is nobody else's there.
 */
export function claimsOfEntry(entry: LockEntry): readonly CodeClaim[] {
  if (entry.held === null && !entry.touched) return [];
  const contents = [entry.held?.content, entry.wanted].filter((content) => content?.kind === 'pin');
  return [...new Set(contents.flatMap((content) => content?.code ?? []))].map((code) => ({
    code,
    keyId: entry.keyId,
    policy: 'random',
    lockIds: [entry.lockId],
    ...always,
  }));
}

const always: Interval = {
  from: '0001-01-01T00:00:00.000Z' as InstantText,
  to: '9999-12-31T23:59:59.999Z' as InstantText,
};

/** Whether a key's door is over for good at a moment: revoked, or its time has ended. */
export function hasEnded(door: KeyDoor, settings: Pick<PropertySettings, 'zone'>, now: InstantText): boolean {
  return door.revoked !== null || accessInterval(door, settings.zone).to <= now;
}
