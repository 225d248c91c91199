import { editDoor, protectDoor } from '#domain/key/door-edits';
import type { KeyEdit } from '#domain/key/key-edit';
import { expect, test } from 'vitest';
import {
  desired,
  edited,
  heard,
  keyOf,
  locksHolding,
  moment,
  roomDoor,
  space,
  staffAt,
  stay,
  tell,
  type Told,
} from './hotel.ts';

/** Doors that behave differently from the rest of their key: left, protected, or set by staff. */

const inHouse = { state: 'in-house', actualArrival: moment('2026-11-23T15:20') } as const;
const checkedIn = () => tell(heard(stay(), '2026-11-20T09:00'), inHouse, '2026-11-23T15:20');
/** A room with two doors: 101 and the garden door 103. */
const twoDoors = { mapped: [roomDoor('101'), roomDoor('103')] };

function after(told: Told, edit: KeyEdit): Told {
  if (edit.outcome === 'refused') throw new Error(edit.reason);
  return edited(told, edit.key);
}

test('news from the PMS during the grace does not make it longer', () => {
  const moved = tell(checkedIn(), space('102'), '2026-11-24T18:00');
  const extended = tell(moved, { scheduledDeparture: moment('2026-11-28T11:00') }, '2026-11-24T18:03');

  expect(keyOf(extended).doors).toMatchObject([
    { doorId: '101', leavesAt: '2026-11-24T18:05:00.000Z' },
    { doorId: '102' },
  ]);
});

test('a second move within the grace lets the first room end when it would have', () => {
  const moved = tell(checkedIn(), space('102'), '2026-11-24T18:00');
  const again = tell(moved, space('103'), '2026-11-24T18:03');

  expect(locksHolding(again, '2026-11-24T18:04')).toEqual(['lock-101', 'lock-pool', 'lock-102', 'lock-103']);
  expect(locksHolding(again, '2026-11-24T18:05')).toEqual(['lock-pool', 'lock-102', 'lock-103']);
  expect(locksHolding(again, '2026-11-24T18:08')).toEqual(['lock-pool', 'lock-103']);
});

test('at a check-out only the protected door stays open, a late departure at another door does not keep that one', () => {
  const both = heard(stay(inHouse), '2026-11-23T15:20', twoDoors);
  const guarded = after(both, protectDoor(keyOf(both), '101' as never, staffAt(both, '2026-11-24T09:00')));
  const late = { departure: '2026-11-26T14:00' as never };
  const promised = after(guarded, editDoor(keyOf(guarded), '103' as never, late, staffAt(guarded, '2026-11-24T09:00')));
  const departed = { state: 'departed', actualDeparture: moment('2026-11-25T08:00') } as const;
  const out = tell(promised, departed, '2026-11-25T08:00', twoDoors);

  expect(locksHolding(promised, '2026-11-25T08:00')).toEqual(['lock-101', 'lock-pool', 'lock-103']);
  expect(locksHolding(out, '2026-11-25T08:00')).toEqual(['lock-101', 'lock-pool']);
});

test('a stay that is reinstated opens the doors again that the cancellation closed beside a protected one', () => {
  const both = heard(stay(inHouse), '2026-11-23T15:20', twoDoors);
  const guarded = after(both, protectDoor(keyOf(both), '101' as never, staffAt(both, '2026-11-24T09:00')));
  const cancelled = tell(guarded, { state: 'cancelled' }, '2026-11-24T10:00', twoDoors);
  const back = tell(cancelled, { state: 'in-house' }, '2026-11-24T10:30', twoDoors);

  expect(locksHolding(cancelled, '2026-11-24T10:00')).toEqual(['lock-101', 'lock-pool']);
  expect(locksHolding(back, '2026-11-24T10:30')).toEqual(['lock-101', 'lock-pool', 'lock-103']);
  expect(keyOf(back).doors).toMatchObject([{ pmsWish: null }, { revoked: null }]);
  expect(back.plan.clear).toContain('protected-door-cancelled/mews:stay-1');
});

test('an early check-in that a protected door keeps off is one wish, however often the PMS tells it', () => {
  const booked = heard(stay(), '2026-11-20T09:00');
  const guarded = after(booked, protectDoor(keyOf(booked), '101' as never, staffAt(booked, '2026-11-21T09:00')));
  const early = tell(guarded, { state: 'in-house' }, '2026-11-23T11:42');
  const later = tell(early, {}, '2026-11-23T13:00');

  expect(keyOf(early).doors).toMatchObject([{ arrival: '2026-11-23T15:00', pmsWish: { arrival: '2026-11-23T11:42' } }]);
  expect(later.key).toBe(early.key);
  expect(desired(later, '2026-11-23T13:00').entries).toEqual([]);
});

test('scenario 38: a bed in a dormitory opens the shared room and its own locker', () => {
  const dormitory = { ...roomDoor('102'), type: 'shared-room' as const };
  const bed = { mapped: [dormitory, roomDoor('103')] };
  const told = heard(stay({ ...inHouse, ...space('Bed 4') }), '2026-11-23T15:20', bed);

  expect(locksHolding(told, '2026-11-23T15:20')).toEqual(['lock-102', 'lock-pool', 'lock-103']);
});
