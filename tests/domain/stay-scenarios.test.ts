import { describe, expect, test } from 'vitest';
import { endGrace } from '#domain/key/end-grace';
import { codeOf, desired, heard, keyOf, locksHolding, moment, settings, space, staffAt, stay, tell } from './hotel.ts';

/** Rooms and times of a stay. The numbers are those of the scenarios that other hotels reported. */

const inHouse = { state: 'in-house', actualArrival: moment('2026-11-23T15:20') } as const;
const booked = () => heard(stay(), '2026-11-20T09:00');
const checkedIn = () => tell(booked(), inHouse, '2026-11-23T15:20');

describe('a reservation arrives', () => {
  test('it becomes a key for the room, with a code, that no lock has before the check-in', () => {
    const told = booked();

    expect(keyOf(told)).toMatchObject({
      source: 'pms',
      status: 'upcoming',
      statusChangesAt: '2026-11-23T15:00:00.000Z',
    });
    expect(keyOf(told).doors).toMatchObject([
      { doorId: '101', arrival: '2026-11-23T15:00', departure: '2026-11-26T11:00', allowProvisioning: false },
    ]);
    expect(codeOf(told)).toMatch(/^\d{6}$/);
    expect(locksHolding(told, '2026-11-23T15:10')).toEqual([]);
    expect(told.plan.notes.map(({ kind }) => kind)).toEqual(['key-created']);
  });

  test('at check-in the room and the pool have the code', () => {
    const told = checkedIn();

    expect(locksHolding(told, '2026-11-23T15:20')).toEqual(['lock-101', 'lock-pool']);
    expect(told.plan.notes.map(({ kind }) => kind)).toEqual(['checked-in', 'provisioning-allowed']);
  });

  test('a property that provisions in advance has it at the door three days before', () => {
    const told = heard(stay(), '2026-11-18T09:00', { rules: { ...settings, provision: 'in-advance' } });

    expect(locksHolding(told, '2026-11-20T14:59')).toEqual([]);
    expect(desired(told, '2026-11-20T14:59').changesAt).toBe('2026-11-20T15:00:00.000Z');
    expect(locksHolding(told, '2026-11-20T15:00')).toEqual(['lock-101', 'lock-pool']);
  });

  test('a property that makes codes at check-in has none before', () => {
    const rules = { ...settings, generateCodes: 'at-check-in' } as const;
    const told = heard(stay(), '2026-11-20T09:00', { rules });

    expect(keyOf(told).people[0]?.doorcode).toMatchObject({ code: null, unassigned: 'not-yet-due' });
    expect(codeOf(tell(told, inHouse, '2026-11-23T15:20'))).toMatch(/^\d{6}$/);
  });

  test('a stay that is over when Portal first hears of it gets no key, unless the guest is still in house', () => {
    expect(heard(stay({ state: 'in-house' }), '2026-11-26T11:00').key?.status).toBe('past');
    expect(heard(stay({ state: 'departed' }), '2026-11-24T11:00').key).toBeNull();
  });

  test('told the same again, nothing changes, not even the version', () => {
    const told = checkedIn();
    const again = tell(told, {}, '2026-11-24T08:00');

    expect(again.key).toBe(told.key);
    expect(again.plan).toMatchObject({ codeNeeded: false, notes: [] });
  });
});

describe('the room changes', () => {
  test('scenario 13: before check-in the key leads to the new room only, with the same code', () => {
    const before = booked();
    const moved = tell(before, space('102'), '2026-11-22T10:00');

    expect(keyOf(moved).doors.map(({ doorId }) => doorId)).toEqual(['102']);
    expect(codeOf(moved)).toBe(codeOf(before));
    expect(moved.plan).toMatchObject({
      codeNeeded: true,
      notes: [{ kind: 'room-moved', facts: { from: '101', to: '102' } }, {}, {}],
    });
  });

  test('scenario 14: in house the new room opens at once, and the old one for five more minutes', () => {
    const before = checkedIn();
    const moved = tell(before, space('102'), '2026-11-24T18:00');

    expect(locksHolding(moved, '2026-11-24T18:04')).toEqual(['lock-101', 'lock-pool', 'lock-102']);
    expect(locksHolding(moved, '2026-11-24T18:05')).toEqual(['lock-pool', 'lock-102']);
    expect(desired(moved, '2026-11-24T18:00').changesAt).toBe('2026-11-24T18:05:00.000Z');
    expect(codeOf(moved)).toBe(codeOf(before));
  });

  test('scenario 14: with no grace, or somebody else waiting for it, the old room closes at once', () => {
    const noGrace = tell(checkedIn(), space('102'), '2026-11-24T18:00', {
      rules: { ...settings, moveGraceMinutes: 0 },
    });
    const needed = tell(checkedIn(), space('102'), '2026-11-24T18:00', { oldRoomNeeded: true });

    expect(locksHolding(noGrace, '2026-11-24T18:00')).toEqual(['lock-pool', 'lock-102']);
    expect(locksHolding(needed, '2026-11-24T18:00')).toEqual(['lock-pool', 'lock-102']);
  });

  test('scenario 15: a move to a room without a door closes the old one and tells the desk', () => {
    const moved = tell(checkedIn(), space('999'), '2026-11-24T18:00');

    expect(moved.plan.raise).toMatchObject([
      { id: 'room-not-mapped/mews:stay-1', facts: { room: '999', number: '4711' } },
    ]);
    expect(locksHolding(moved, '2026-11-24T18:05')).toEqual([]);
  });

  test('scenario 15: once the room is mapped, the key gets the door and the alert goes', () => {
    const unmapped = tell(booked(), space('102'), '2026-11-22T10:00', { mapped: [] });
    const mapped = tell(unmapped, {}, '2026-11-22T11:00');

    expect(unmapped.plan.raise).toHaveLength(1);
    expect(keyOf(mapped).doors.map(({ doorId }) => doorId)).toEqual(['102']);
    expect(mapped.plan.raise).toEqual([]);
    expect(mapped.plan.clear).toContain('room-not-mapped/mews:stay-1');
  });

  test('scenario 16: a move and back within the grace ends as it began', () => {
    const before = checkedIn();
    const moved = tell(before, space('102'), '2026-11-24T18:00');
    const back = tell(moved, space('101'), '2026-11-24T18:03');
    const { version, updatedAt } = keyOf(back);

    expect({ ...keyOf(before), version, updatedAt }).toEqual(keyOf(back));
    expect(version).toBe(keyOf(before).version + 2);
  });

  test('scenario 16: a move and back before the stay ends as it began', () => {
    const before = booked();
    const back = tell(tell(before, space('102'), '2026-11-22T10:00'), space('101'), '2026-11-22T10:10');

    expect(keyOf(back).doors).toEqual(keyOf(before).doors);
    expect(codeOf(back)).toBe(codeOf(before));
  });

  test('back after the grace, the room in between has its own grace', () => {
    const moved = tell(checkedIn(), space('102'), '2026-11-24T18:00');
    const back = tell(moved, space('101'), '2026-11-24T20:00');

    expect(locksHolding(back, '2026-11-24T20:01')).toEqual(['lock-101', 'lock-pool', 'lock-102']);
    expect(locksHolding(back, '2026-11-24T20:05')).toEqual(['lock-101', 'lock-pool']);
  });

  test('scenario 17: when two guests swap rooms, there is no moment at which both open one', () => {
    const first = checkedIn();
    const second = heard(stay({ ...inHouse, id: 'mews:stay-2' as never, ...space('102') }), '2026-11-23T16:00');
    const firstMoved = tell(first, space('102'), '2026-11-24T18:00', { oldRoomNeeded: true });
    const secondMoved = tell(second, space('101'), '2026-11-24T18:00', { oldRoomNeeded: true });

    expect(locksHolding(firstMoved, '2026-11-24T18:00')).toEqual(['lock-pool', 'lock-102']);
    expect(locksHolding(secondMoved, '2026-11-24T18:00')).toEqual(['lock-pool', 'lock-101']);
  });

  test('scenario 17: a grace that is running ends when the next guest gets the room', () => {
    const moved = tell(checkedIn(), space('102'), '2026-11-24T18:00');
    const ended = endGrace(keyOf(moved), ['101' as never], staffAt(moved, '2026-11-24T18:02'));

    expect(ended).toMatchObject({
      outcome: 'changed',
      key: { doors: [{ leavesAt: '2026-11-24T18:02:00.000Z' }, { leavesAt: null }] },
    });
    expect(endGrace(keyOf(moved), ['101' as never], staffAt(moved, '2026-11-24T18:05'))).toBeNull();
  });

  test('scenario 19: without a room there is a key without a door', () => {
    const noRoom = heard(stay({ spaceId: null, spaceName: null }), '2026-11-20T09:00');
    const arrived = tell(noRoom, inHouse, '2026-11-23T15:20');
    const assigned = tell(arrived, space('103'), '2026-11-23T15:30');

    expect(keyOf(noRoom).doors).toEqual([]);
    expect(noRoom.plan.raise).toEqual([]);
    expect(locksHolding(assigned, '2026-11-23T15:30')).toEqual(['lock-103', 'lock-pool']);
  });
});

describe('the times change', () => {
  test('scenario 20: an early check-in opens the door at once, and the planned arrival stays planned', () => {
    const early = tell(booked(), { state: 'in-house', actualArrival: moment('2026-11-23T11:42') }, '2026-11-23T11:42');

    expect(keyOf(early)).toMatchObject({ status: 'current', doors: [{ arrival: '2026-11-23T11:42' }] });
    expect(locksHolding(early, '2026-11-23T11:42')).toEqual(['lock-101', 'lock-pool']);
    expect(early.reservation.scheduledArrival).toBe('2026-11-23T15:00:00.000Z');
  });

  test('scenario 20: a PMS that does not say when the guest came is believed from when it was heard', () => {
    const early = tell(booked(), { state: 'in-house' }, '2026-11-23T11:42');
    const later = tell(early, { number: '4712' }, '2026-11-23T13:00');

    expect(keyOf(early).doors[0]?.arrival).toBe('2026-11-23T11:42');
    expect(keyOf(later).doors[0]?.arrival).toBe('2026-11-23T11:42');
  });

  test('scenario 21: a late check-out moves the end and keeps the code', () => {
    const before = checkedIn();
    const extended = tell(before, { scheduledDeparture: moment('2026-11-27T14:00') }, '2026-11-25T09:00');

    expect(keyOf(extended)).toMatchObject({
      statusChangesAt: '2026-11-27T14:00:00.000Z',
      doors: [{ departure: '2026-11-27T14:00' }],
    });
    expect(codeOf(extended)).toBe(codeOf(before));
    expect(extended.plan.codeNeeded).toBe(true);
  });

  test('scenario 22: a shortened stay ends earlier', () => {
    const shortened = tell(checkedIn(), { scheduledDeparture: moment('2026-11-25T11:00') }, '2026-11-24T09:00');

    expect(locksHolding(shortened, '2026-11-25T10:59')).toEqual(['lock-101', 'lock-pool']);
    expect(locksHolding(shortened, '2026-11-25T11:00')).toEqual([]);
  });

  test('scenario 22: a stay shortened into the past ends now', () => {
    const shortened = tell(checkedIn(), { scheduledDeparture: moment('2026-11-24T11:00') }, '2026-11-24T12:00');

    expect(keyOf(shortened).status).toBe('past');
    expect(locksHolding(shortened, '2026-11-24T12:00')).toEqual([]);
  });

  test('scenario 23: a PMS that knows dates only gets the times of the house, and a changed rule re-times the stay', () => {
    const dates = { scheduledArrival: moment('2026-11-23T00:00'), scheduledDeparture: moment('2026-11-26T00:00') };
    const told = heard(stay({ ...dates, timesFromPms: false }), '2026-11-20T09:00');
    const rules = { ...settings, defaultArrival: '16:00' as never, defaultDeparture: '10:00' as never };
    const changed = tell(told, {}, '2026-11-21T09:00', { rules });

    expect(keyOf(told).doors).toMatchObject([{ arrival: '2026-11-23T15:00', departure: '2026-11-26T11:00' }]);
    expect(keyOf(changed).doors).toMatchObject([{ arrival: '2026-11-23T16:00', departure: '2026-11-26T10:00' }]);
  });

  test('scenario 25: the times of a key are those of the hotel, wherever the PC is', () => {
    const told = heard(stay(), '2026-11-20T09:00', { rules: { ...settings, zone: 'America/Santiago' as never } });

    expect(keyOf(told).doors).toMatchObject([{ arrival: '2026-11-23T12:00', departure: '2026-11-26T08:00' }]);
  });

  test('scenario 26: a walk-in whose arrival is already past has access now', () => {
    const walkIn = stay({
      state: 'in-house',
      scheduledArrival: moment('2026-11-23T00:00'),
      actualArrival: moment('2026-11-23T22:10'),
    });
    const told = heard(walkIn, '2026-11-23T22:10');

    expect(keyOf(told).status).toBe('current');
    expect(locksHolding(told, '2026-11-23T22:10')).toEqual(['lock-101', 'lock-pool']);
  });
});
