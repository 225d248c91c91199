import { addDoor, editDoor, protectDoor } from '#domain/key/door-edits';
import type { KeyEdit } from '#domain/key/key-edit';
import type { Key } from '#domain/key/key';
import { describe, expect, test } from 'vitest';
import { edited, heard, keyOf, locksHolding, moment, space, staffAt, stay, tell } from './hotel.ts';

/** What staff set on a key, and what the PMS wants of it. */

const inHouse = { state: 'in-house', actualArrival: moment('2026-11-23T15:20') } as const;
const booked = () => heard(stay(), '2026-11-20T09:00');

function done(edit: KeyEdit): Key {
  if (edit.outcome === 'refused') throw new Error(edit.reason);
  return edit.key;
}

describe('scenario 41: what staff set, a PMS update keeps', () => {
  test('their departure stays, the rest changes, and the timeline says so', () => {
    const before = tell(booked(), inHouse, '2026-11-23T15:20');
    const late = done(
      editDoor(
        keyOf(before),
        '101' as never,
        { departure: '2026-11-26T14:00' as never },
        staffAt(before, '2026-11-24T09:00'),
      ),
    );
    const told = tell(
      edited(before, late),
      { scheduledArrival: moment('2026-11-23T14:00'), scheduledDeparture: moment('2026-11-26T10:00') },
      '2026-11-24T10:00',
    );

    expect(keyOf(told).doors).toMatchObject([{ arrival: '2026-11-23T14:00', departure: '2026-11-26T14:00' }]);
    expect(told.plan.notes).toMatchObject([
      { kind: 'key-changed', facts: { arrival: '2026-11-23T14:00', kept: 'departure' } },
    ]);
  });

  test('an extension in the PMS beyond the departure that staff set wins', () => {
    const before = tell(booked(), inHouse, '2026-11-23T15:20');
    const late = done(
      editDoor(
        keyOf(before),
        '101' as never,
        { departure: '2026-11-26T14:00' as never },
        staffAt(before, '2026-11-24T09:00'),
      ),
    );
    const extended = tell(edited(before, late), { scheduledDeparture: moment('2026-11-28T11:00') }, '2026-11-24T10:00');

    expect(keyOf(extended).doors).toMatchObject([{ departure: '2026-11-28T11:00', staffSet: [] }]);
  });

  test('at a protected door, a date change over a departure that staff set is kept as the wish of the PMS', () => {
    const before = tell(booked(), inHouse, '2026-11-23T15:20');
    const at = staffAt(before, '2026-11-24T09:00');
    const late = done(editDoor(keyOf(before), '101' as never, { departure: '2026-11-26T14:00' as never }, at));
    const guarded = done(protectDoor(late, '101' as never, at));
    const extended = tell(
      edited(before, guarded),
      { scheduledDeparture: moment('2026-11-28T11:00') },
      '2026-11-24T10:00',
    );
    const toldAgain = tell(extended, {}, '2026-11-24T10:05');
    const moved = tell(extended, space('102'), '2026-11-24T10:10');

    expect(keyOf(extended).doors).toMatchObject([
      { departure: '2026-11-26T14:00', pmsWish: { departure: '2026-11-28T11:00', wish: 'change' } },
    ]);
    expect(keyOf(toldAgain).doors).toEqual(keyOf(extended).doors);
    expect(keyOf(moved).doors[1]).toMatchObject({ doorId: '102', departure: '2026-11-28T11:00', staffSet: [] });
  });

  test('provisioning that staff allowed before check-in stays allowed when a check-in is undone', () => {
    const before = booked();
    const allowed = done(
      editDoor(keyOf(before), '101' as never, { allowProvisioning: true }, staffAt(before, '2026-11-23T09:00')),
    );
    const arrived = tell(edited(before, allowed), inHouse, '2026-11-23T15:20');
    const undone = tell(arrived, { state: 'expected', actualArrival: null }, '2026-11-23T15:30');

    expect(locksHolding(undone, '2026-11-23T15:30')).toEqual(['lock-101', 'lock-pool']);
  });

  test('provisioning that staff stopped stays stopped at check-in', () => {
    const before = booked();
    const stopped = done(
      editDoor(keyOf(before), '101' as never, { allowProvisioning: false }, staffAt(before, '2026-11-21T09:00')),
    );

    expect(locksHolding(tell(edited(before, stopped), inHouse, '2026-11-23T15:20'), '2026-11-23T15:20')).toEqual([]);
  });

  test('a late departure goes along to another room', () => {
    const before = tell(booked(), inHouse, '2026-11-23T15:20');
    const late = done(
      editDoor(
        keyOf(before),
        '101' as never,
        { departure: '2026-11-26T14:00' as never },
        staffAt(before, '2026-11-24T09:00'),
      ),
    );
    const moved = tell(edited(before, late), space('102'), '2026-11-24T10:00');

    expect(keyOf(moved).doors[1]).toMatchObject({
      doorId: '102',
      departure: '2026-11-26T14:00',
      staffSet: ['departure'],
    });
  });

  test('a door that staff added stays through a room move, and follows an extension', () => {
    const before = tell(booked(), inHouse, '2026-11-23T15:20');
    const [main] = keyOf(before).doors;
    const added = done(
      addDoor(
        keyOf(before),
        '103' as never,
        { ...settingsOf(main), hours: { from: '07:00', to: '22:00' } as never },
        staffAt(before, '2026-11-24T09:00'),
      ),
    );
    const moved = tell(
      edited(before, added),
      { ...space('102'), scheduledDeparture: moment('2026-11-28T11:00') },
      '2026-11-24T10:00',
    );

    expect(keyOf(moved).doors).toMatchObject([
      { doorId: '101', leavesAt: '2026-11-24T10:05:00.000Z' },
      { doorId: '103', departure: '2026-11-28T11:00', hours: { from: '07:00' }, staffSet: ['hours'], leavesAt: null },
      { doorId: '102', departure: '2026-11-28T11:00' },
    ]);
  });

  test('a late departure that staff allowed ends with the check-out, and comes back when that is undone', () => {
    const before = tell(booked(), inHouse, '2026-11-23T15:20');
    const late = done(
      editDoor(
        keyOf(before),
        '101' as never,
        { departure: '2026-11-26T14:00' as never },
        staffAt(before, '2026-11-24T09:00'),
      ),
    );
    const out = tell(
      edited(before, late),
      { state: 'departed', actualDeparture: moment('2026-11-26T10:00') },
      '2026-11-26T10:00',
    );
    const undone = tell(out, { state: 'in-house', actualDeparture: null }, '2026-11-26T10:10');

    expect(keyOf(out).status).toBe('past');
    expect(locksHolding(out, '2026-11-26T10:00')).toEqual([]);
    expect(locksHolding(undone, '2026-11-26T13:59')).toEqual(['lock-101', 'lock-pool']);
  });
});

function settingsOf(main: Key['doors'][number] | undefined) {
  if (main === undefined) throw new Error('the key has no door');
  const { arrival, departure, weekdays, hours, allowProvisioning, allowLinkedDoors } = main;
  return { arrival, departure, weekdays, hours, allowProvisioning, allowLinkedDoors };
}
