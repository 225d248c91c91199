import { desiredForKey, type DesiredAccess } from '#domain/locks/desired-access';
import type { LockLimits } from '#domain/house/door';
import type { Key, KeyDoor } from '#domain/key/key';
import { describe, expect, test } from 'vitest';
import { doors, heard, keyOf, limits, moment, settings, stay } from './hotel.ts';

/** Ana Costa is in 101 until Thursday 11:00; her key may be anything that the test says. */

const told = heard(stay({ state: 'in-house', actualArrival: moment('2026-11-23T15:00') }), '2026-11-23T15:00');
const key = keyOf(told);
const [main] = key.doors as readonly [KeyDoor];
const withDoors = (...all: readonly Partial<KeyDoor>[]): Key => ({
  ...key,
  doors: all.map((each) => ({ ...main, ...each })),
});
const revokedByHand: Key = {
  ...key,
  revoked: { at: moment('2026-11-24T09:00'), by: { kind: 'portal' }, reason: 'staff' },
};
const other = { doorId: '102' as never };
const hours = (from: string, to: string): KeyDoor['hours'] => ({ from: from as never, to: to as never });

function desired(present: Key, now: string, lockLimits: Partial<LockLimits> = {}): DesiredAccess {
  const adjusted = new Map([...limits].map(([id, each]) => [id, { ...each, ...lockLimits }]));
  const { reservation } = told;
  return desiredForKey({
    key: present,
    reservation,
    doors,
    limits: adjusted,
    settings,
    cards: new Map(),
    now: moment(now),
  });
}

const held = (present: Key, now: string, lockLimits: Partial<LockLimits> = {}): readonly string[] =>
  desired(present, now, lockLimits)
    .entries.map(({ lockId }) => lockId)
    .toSorted();
const windowAt = (present: Key, lockId: string, now: string) =>
  desired(present, now).entries.find((each) => each.lockId === lockId)?.content.window;

describe('what the locks should hold', () => {
  test('the code at the room and at the pool that is linked to it, for the Access Period', () => {
    const code = key.people[0]?.doorcode?.code;
    const window = { from: '2026-11-23T15:00', to: '2026-11-26T11:00', weekdays: null, hours: null };

    expect(desired(key, '2026-11-23T15:00')).toEqual({
      entries: [
        {
          lockId: 'lock-101',
          doorId: '101',
          credentialId: key.people[0]?.doorcode?.credentialId,
          content: { kind: 'pin', code, window },
        },
        {
          lockId: 'lock-pool',
          doorId: 'pool',
          credentialId: key.people[0]?.doorcode?.credentialId,
          content: { kind: 'pin', code, window },
        },
      ],
      changesAt: '2026-11-26T11:00:00.000Z',
    });
  });

  test.each([
    ['a revoked key: nowhere', revokedByHand, []],
    [
      'a revoked door: not there, and not at what is linked to it',
      withDoors({ revoked: { at: moment('2026-11-24T09:00'), by: { kind: 'portal' } } }, other),
      ['lock-102', 'lock-pool'],
    ],
    [
      'provisioning not allowed at a door',
      withDoors({ allowProvisioning: false }, { ...other, allowLinkedDoors: false }),
      ['lock-102'],
    ],
    ['linked doors not allowed', withDoors({ allowLinkedDoors: false }), ['lock-101']],
    ['a door that is not Portal’s any more', withDoors({ doorId: 'gone' as never }), []],
    ['a person without digits', { ...key, people: key.people.map((each) => ({ ...each, doorcode: null })) }, []],
    ['an ended Access Period', withDoors({ departure: '2026-11-24T09:00' as never }, other), ['lock-102', 'lock-pool']],
  ])('%s', (_, present, expected) => {
    expect(held(present, '2026-11-24T10:00')).toEqual(expected);
  });

  test('two people on one key are two credentials at each lock', () => {
    const [ana] = key.people;
    const bruno = { ...ana, doorcode: { ...ana?.doorcode, credentialId: 'credential-2', code: '907351' } } as never;

    expect(desired({ ...key, people: [...key.people, bruno] }, '2026-11-24T10:00').entries).toHaveLength(4);
  });
});

test('a lock that makes its own codes is sent none, whatever the key has', () => {
  expect(held(key, '2026-11-24T12:00', { codes: 'computed' })).toEqual([]);
});

describe('ahead of the arrival', () => {
  const future = withDoors({ arrival: '2026-12-01T15:00' as never, departure: '2026-12-05T11:00' as never });

  test('a lock that keeps windows itself gets the code three days before', () => {
    expect(desired(future, '2026-11-24T10:00')).toEqual({ entries: [], changesAt: '2026-11-28T15:00:00.000Z' });
    expect(held(future, '2026-11-28T15:00')).toEqual(['lock-101', 'lock-pool']);
  });

  test('a lock that keeps no windows gets it at the arrival, because it opens from then on', () => {
    expect(held(future, '2026-12-01T14:59', { windows: 'none' })).toEqual([]);
    expect(held(future, '2026-12-01T15:00', { windows: 'none' })).toEqual(['lock-101', 'lock-pool']);
    expect(desired(future, '2026-11-24T10:00', { windows: 'none' }).changesAt).toBe('2026-12-01T15:00:00.000Z');
  });

  test('a lock of which nothing is known is not given a code before the arrival', () => {
    const facts = { key: future, reservation: told.reservation, doors, limits: new Map(), settings, cards: new Map() };

    expect(desiredForKey({ ...facts, now: moment('2026-12-01T14:59') }).entries).toEqual([]);
    expect(desiredForKey({ ...facts, now: moment('2026-12-01T15:00') }).entries).toHaveLength(2);
  });
});

describe('days and hours at a lock that does not keep them', () => {
  const daily = withDoors({ hours: hours('09:00', '17:00'), allowLinkedDoors: false });

  test('the code is there only while it opens', () => {
    expect(held(daily, '2026-11-24T08:59', { windows: 'dates' })).toEqual([]);
    expect(held(daily, '2026-11-24T09:00', { windows: 'dates' })).toEqual(['lock-101']);
    expect(held(daily, '2026-11-24T17:00', { windows: 'dates' })).toEqual([]);
  });

  test('Portal knows when to come back', () => {
    expect(desired(daily, '2026-11-24T08:00', { windows: 'dates' }).changesAt).toBe('2026-11-24T09:00:00.000Z');
    expect(desired(daily, '2026-11-24T09:00', { windows: 'dates' }).changesAt).toBe('2026-11-24T17:00:00.000Z');
    expect(desired(daily, '2026-11-24T17:00', { windows: 'dates' }).changesAt).toBe('2026-11-25T09:00:00.000Z');
  });

  test('a lock that keeps them has the code with its limits all the time', () => {
    expect(windowAt(daily, 'lock-101', '2026-11-24T03:00')).toMatchObject({ hours: { from: '09:00', to: '17:00' } });
  });
});

describe('two doors of one key that lead to the same pool', () => {
  test.each([
    [
      'windows that overlap are one',
      withDoors({ departure: '2026-11-24T12:00' as never }, { ...other, arrival: '2026-11-24T10:00' as never }),
      { from: '2026-11-23T15:00', to: '2026-11-26T11:00' },
    ],
    [
      'a gap between two windows does not open',
      withDoors({ departure: '2026-11-24T12:00' as never }, { ...other, arrival: '2026-11-25T10:00' as never }),
      { from: '2026-11-23T15:00', to: '2026-11-24T12:00' },
    ],
    ['the same limits stay', withDoors({ weekdays: [1, 2] }, { ...other, weekdays: [1, 2] }), { weekdays: [1, 2] }],
    ['no limit at one is no limit', withDoors({ weekdays: [1, 2] }, other), { weekdays: null }],
    [
      'different days are all of them',
      withDoors({ weekdays: [6, 7] }, { ...other, weekdays: [2] }),
      { weekdays: [2, 6, 7] },
    ],
    [
      'different hours are from the earliest to the latest',
      withDoors({ hours: hours('09:00', '12:00') }, { ...other, hours: hours('11:00', '20:00') }),
      { hours: { from: '09:00', to: '20:00' } },
    ],
    [
      'hours over midnight and others are all day',
      withDoors({ hours: hours('22:00', '06:00') }, { ...other, hours: hours('11:00', '20:00') }),
      { hours: null },
    ],
  ])('%s', (_, present, expected) => {
    expect(windowAt(present, 'lock-pool', '2026-11-24T11:00')).toMatchObject(expected);
    expect(held(present, '2026-11-24T11:00').filter((lockId) => lockId === 'lock-pool')).toHaveLength(1);
  });

  test('after the first window, the second one is there', () => {
    const gap = withDoors(
      { departure: '2026-11-24T12:00' as never },
      { ...other, arrival: '2026-11-25T10:00' as never },
    );

    expect(desired(gap, '2026-11-24T11:00').changesAt).toBe('2026-11-24T12:00:00.000Z');
    expect(windowAt(gap, 'lock-pool', '2026-11-24T12:00')).toMatchObject({
      from: '2026-11-25T10:00',
      to: '2026-11-26T11:00',
    });
  });
});

test('a room that the guest leaves keeps the code to the end of the grace, and the lock itself to the next minute', () => {
  const leaving = withDoors({ leavesAt: '2026-11-24T10:04:30.000Z' as never }, other);

  expect(windowAt(leaving, 'lock-101', '2026-11-24T10:00')).toMatchObject({ to: '2026-11-24T10:05' });
  expect(held(leaving, '2026-11-24T10:05')).toEqual(['lock-102', 'lock-pool']);
  expect(desired(leaving, '2026-11-24T10:00').changesAt).toBe('2026-11-24T10:04:30.000Z');
});
