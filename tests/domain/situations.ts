import type { Alert } from '#domain/alerts/alert';
import { alert } from '#domain/alerts/alert';
import { lock, type Lock } from '#domain/house/door';
import type { LockId } from '#domain/ids';
import type { Key } from '#domain/key/key';
import type { LockEntry } from '#domain/locks/lock-entry';
import type { KeySituation } from '#domain/situation/key-situation';
import { doors, heard, keyOf, limits, moment, settings, stay, tell, type Told } from './hotel.ts';
import { entry } from './lock-entries.ts';

/** Ana Costa in house in 101 on 23 November, at 15:22: her code 482913 is at 101 and at the pool. */

export const checkedIn: Told = tell(
  heard(stay(), '2026-11-20T09:00'),
  { state: 'in-house', actualArrival: moment('2026-11-23T15:20'), contentHash: 'checked-in' },
  '2026-11-23T15:20',
);

const locks: ReadonlyMap<LockId, Lock> = new Map(
  [...limits].map(([id, each]) => [
    id,
    lock.parse({
      id,
      name: id,
      gatewayId: 'gateway-1',
      address: id,
      limits: each,
      online: 'online',
      onlineSince: moment('2026-11-20T09:00'),
      lastSeenAt: null,
      battery: null,
    }),
  ]),
);

export const anasKey: Key = withCode(keyOf(checkedIn), '482913');

export function withCode(key: Key, code: string): Key {
  return {
    ...key,
    people: key.people.map((person) => ({
      ...person,
      doorcode: {
        credentialId: 'credential-1' as never,
        policy: 'random',
        asked: null,
        code,
        unassigned: null,
        assignedAt: moment('2026-11-20T09:00'),
      },
    })),
  };
}

/** Of one key; what is different is said. */
export function situation(
  changes: Partial<Omit<KeySituation, 'entries' | 'alerts'>> & {
    readonly at101?: LockEntry | null;
    readonly atPool?: LockEntry | null;
    readonly more?: readonly LockEntry[];
    readonly alerts?: readonly Alert[];
  } = {},
): KeySituation {
  const { at101 = atDoor('101'), atPool = atDoor('pool'), more = [], alerts = [], ...rest } = changes;
  const entries = [at101, atPool, ...more].filter((each) => each !== null);
  return {
    key: anasKey,
    reservation: checkedIn.reservation,
    people: new Map(),
    doors,
    locks,
    cards: new Map(),
    writings: [],
    settings,
    now: moment('2026-11-23T15:22'),
    ...rest,
    alerts,
    entries: new Map(entries.map((each) => [each.id, each])),
  };
}

export function atDoor(door: '101' | 'pool', changes: Partial<LockEntry> = {}): LockEntry {
  const place = { id: `lock-${door}/credential-1`, lockId: `lock-${door}`, doorId: door };
  return entry({ ...(place as unknown as Partial<LockEntry>), ...changes });
}

export function alertAbout(kind: Alert['kind'], changes: Partial<Alert> = {}): Alert {
  return alert.parse({
    id: `${kind}/1`,
    kind,
    raisedAt: moment('2026-11-23T15:21'),
    keyId: anasKey.id,
    doorId: '101',
    lockId: 'lock-101',
    reservationId: null,
    facts: {},
    ...changes,
  });
}

export function offline(id: string, since: string): ReadonlyMap<LockId, Lock> {
  return new Map(
    [...locks].map(([lockId, each]) => [
      lockId,
      lockId === id ? { ...each, online: 'offline', onlineSince: moment(since) } : each,
    ]),
  );
}
