import { Temporal } from 'temporal-polyfill';
import type { Interval } from '#domain/key/access-window';
import type { Door } from '#domain/house/door';
import type { CredentialId, DoorId, KeyId, LockId } from '#domain/ids';
import type { AllocationPolicy, Key } from '#domain/key/key';
import { isLive, windowOf } from '#domain/key/key-status';
import { lockIdsOf } from '#domain/key/opened-doors';
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
  if (!isLive(key)) return [];
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
