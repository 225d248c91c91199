import { doorPlace, doorsBehind, isOver, lockIdsOf, notAllowedLinks, openedDoors } from '#domain/key/opened-doors';
import { nightsOf, periodOf } from '#domain/key/period';
import { mayRestoreDoor, mayRestoreKey } from '#domain/key/revoke-and-restore';
import { localDateTime } from '#domain/time/time';
import { expect, test } from 'vitest';
import { doors, moment } from './hotel.ts';
import { anasKey, checkedIn } from './situations.ts';

const [room] = anasKey.doors as readonly [(typeof anasKey.doors)[number]];
const revoked = { at: moment('2026-11-23T15:00'), by: { kind: 'portal' as const } };
const room102 = { ...room, doorId: '102' as never };
const now = moment('2026-11-23T15:22');

test('a key opens its room, and the pool that is linked to it', () => {
  expect(openedDoors(anasKey, doors).map(({ door, linkedFrom }) => [door.name, linkedFrom?.name ?? null])).toEqual([
    ['101', null],
    ['pool', '101'],
  ]);
  expect(lockIdsOf(anasKey, doors)).toEqual(['lock-101', 'lock-pool']);
});

test('a door that two rooms lead to comes once, and opens with the room that the guest is not moving out of', () => {
  const moving = { doors: [{ ...room, leavesAt: moment('2026-11-23T15:25') }, room102] };

  expect(doorsBehind(moving.doors, doors).map(({ door }) => door.name)).toEqual(['101', 'pool', '102', 'pool']);
  expect(openedDoors(moving, doors).map(({ door, own }) => [door.name, own.doorId])).toEqual([
    ['101', '101'],
    ['102', '102'],
    ['pool', '102'],
  ]);
  expect(lockIdsOf(moving, doors)).toEqual(['lock-102', 'lock-pool']);
});

test('a revoked room is still on the key, and opens nothing behind it', () => {
  const one = { doors: [{ ...room, revoked }] };

  expect(openedDoors(one, doors).map(({ door }) => door.name)).toEqual(['101']);
  expect(lockIdsOf(one, doors)).toEqual([]);
});

test('where linked doors are not allowed, the pool is named once with the room that would lead there', () => {
  const off = { doors: [room, room102].map((own) => ({ ...own, allowLinkedDoors: false })) };

  expect(notAllowedLinks(off, doors).map(({ door, own }) => [door.name, own.doorId])).toEqual([['pool', '101']]);
  expect(notAllowedLinks({ doors: [{ ...room, allowLinkedDoors: false }, room102] }, doors)).toEqual([]);
});

test('a room stands until the guest moves, is being left in the grace period, and is left after it', () => {
  const leaving = { ...room, leavesAt: moment('2026-11-23T15:25') };

  expect(doorPlace(room, now)).toBe('standing');
  expect(doorPlace(leaving, now)).toBe('leaving');
  expect(doorPlace(leaving, moment('2026-11-23T15:25'))).toBe('left');
  expect(doorPlace({ ...leaving, revoked }, now)).toBe('revoked');
  expect(isOver(leaving, 'Europe/Lisbon' as never, moment('2026-11-23T15:25'))).toBe(true);
});

test('the stay of a list is that of the doors that stand; of all doors only where none does', () => {
  const longer = { ...room102, departure: localDateTime.parse('2026-11-30T11:00'), revoked };

  expect(periodOf({ doors: [room, longer] })).toEqual({ arrival: '2026-11-23T15:00', departure: '2026-11-26T11:00' });
  expect(periodOf({ doors: [longer] }).departure).toBe('2026-11-30T11:00');
  expect(periodOf({ doors: [] })).toEqual({ arrival: null, departure: null });
  expect(nightsOf(periodOf(anasKey))).toBe(3);
});

test('Restore is there exactly when it would give access back', () => {
  const byStaff = { ...anasKey, revoked: { ...revoked, reason: 'staff' as const } };
  const stay = { reservation: checkedIn.reservation, zone: 'Europe/Lisbon' as never };

  expect(mayRestoreKey(byStaff, { ...stay, at: now })).toBe(true);
  // Overdue and still in house: a later departure comes first.
  expect(mayRestoreKey(byStaff, { ...stay, at: moment('2026-11-26T11:00') })).toBe(false);
  expect(mayRestoreKey(anasKey, { ...stay, at: now })).toBe(false);
  expect(mayRestoreDoor(anasKey, { ...room, revoked }, { ...stay, at: now })).toBe(true);
  expect(mayRestoreDoor(byStaff, { ...room, revoked }, { ...stay, at: now })).toBe(false);
});
