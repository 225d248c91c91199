import { protectDoor, unprotectDoor } from '#domain/key/door-edits';
import { restoreKey, revokeDoor, revokeKey } from '#domain/key/revoke-and-restore';
import type { KeyEdit } from '#domain/key/key-edit';
import type { Key } from '#domain/key/key';
import { describe, expect, test } from 'vitest';
import { codeOf, edited, heard, keyOf, locksHolding, moment, settings, staffAt, stay, tell } from './hotel.ts';

/** How stays end, and how they come back. */

const inHouse = { state: 'in-house', actualArrival: moment('2026-11-23T15:20') } as const;
const booked = () => heard(stay(), '2026-11-20T09:00');
const checkedIn = () => tell(booked(), inHouse, '2026-11-23T15:20');
const room = '101' as never;

function done(edit: KeyEdit): Key {
  if (edit.outcome === 'refused') throw new Error(edit.reason);
  return edit.key;
}

describe('cancelled, no-show, deleted', () => {
  test.each([
    ['scenario 27: a cancelled stay', 'cancelled', 'cancelled', 'reservation-cancelled'],
    ['scenario 28: a no-show', 'no-show', 'no-show', 'reservation-no-show'],
    ['scenario 30: a stay deleted in the PMS', 'deleted', 'deleted', 'reservation-cancelled'],
    ['scenario 31: a stay that is tentative again', 'tentative', 'cancelled', 'reservation-cancelled'],
  ] as const)('%s revokes the key everywhere at once', (_, state, reason, note) => {
    const ended = tell(checkedIn(), { state }, '2026-11-24T09:00');

    expect(keyOf(ended)).toMatchObject({
      status: 'revoked',
      statusChangesAt: null,
      revoked: { reason, by: { kind: 'pms' } },
    });
    expect(locksHolding(ended, '2026-11-24T09:00')).toEqual([]);
    expect(ended.plan.notes.map(({ kind }) => kind)).toEqual([note, 'key-revoked']);
    expect(ended.plan.codeNeeded).toBe(false);
  });

  test.each(['tentative', 'cancelled', 'no-show', 'deleted'] as const)(
    'scenario 31: a stay that is %s gets no key',
    (state) => {
      expect(heard(stay({ state }), '2026-11-20T09:00')).toMatchObject({ key: null, plan: { notes: [], raise: [] } });
    },
  );

  test('scenario 31: a tentative stay gets its key once it is confirmed', () => {
    const tentative = heard(stay({ state: 'tentative' }), '2026-11-20T09:00');

    expect(keyOf(tell(tentative, { state: 'expected' }, '2026-11-21T09:00')).status).toBe('upcoming');
  });

  test('scenario 27: reinstated, the guest has the same code again', () => {
    const cancelled = tell(booked(), { state: 'cancelled' }, '2026-11-21T09:00');
    const back = tell(cancelled, { state: 'expected' }, '2026-11-21T10:00');

    expect(keyOf(back)).toMatchObject({ status: 'upcoming', revoked: null });
    expect(codeOf(back)).toBe(codeOf(cancelled));
    expect(back.plan.codeNeeded).toBe(true);
    expect(back.plan.notes.map(({ kind }) => kind)).toEqual(['reservation-reinstated', 'key-restored']);
  });

  test('scenario 27: reinstated after somebody else got the code, the guest has a new one', () => {
    const cancelled = tell(booked(), { state: 'cancelled' }, '2026-11-21T09:00');
    const span = { from: moment('2026-11-20T00:00'), to: moment('2026-11-30T00:00') };
    const reused = {
      code: codeOf(cancelled) ?? '',
      keyId: 'key-2' as never,
      policy: 'random',
      lockIds: ['lock-101' as never],
      ...span,
    } as const;
    const back = tell(cancelled, { state: 'expected' }, '2026-11-21T10:00', { claims: [reused] });

    expect(codeOf(back)).toMatch(/^\d{6}$/);
    expect(codeOf(back)).not.toBe(codeOf(cancelled));
  });

  test('scenario 28: a no-show who comes at two in the morning and is checked in has access', () => {
    const noShow = tell(booked(), { state: 'no-show' }, '2026-11-24T00:30');
    const late = tell(noShow, { state: 'in-house', actualArrival: moment('2026-11-24T02:00') }, '2026-11-24T02:00');

    expect(keyOf(late)).toMatchObject({ status: 'current', doors: [{ arrival: '2026-11-23T15:00' }] });
    expect(locksHolding(late, '2026-11-24T02:00')).toEqual(['lock-101', 'lock-pool']);
  });
});

describe('scenario 29: what the front desk undoes', () => {
  test('a check-in undone before the arrival time makes the key upcoming again, and the lock is emptied', () => {
    const early = tell(booked(), { state: 'in-house', actualArrival: moment('2026-11-23T11:42') }, '2026-11-23T11:42');
    const undone = tell(early, { state: 'expected', actualArrival: null }, '2026-11-23T11:45');

    expect(keyOf(undone)).toMatchObject({
      status: 'upcoming',
      doors: [{ arrival: '2026-11-23T15:00', allowProvisioning: false }],
    });
    expect(locksHolding(undone, '2026-11-23T11:45')).toEqual([]);
    expect(undone.plan.notes[0]?.kind).toBe('check-in-undone');
  });

  test('a check-out ends access at once', () => {
    const out = tell(
      checkedIn(),
      { state: 'departed', actualDeparture: moment('2026-11-25T08:15') },
      '2026-11-25T08:15',
    );

    expect(keyOf(out)).toMatchObject({ status: 'past', doors: [{ departure: '2026-11-25T08:15' }] });
    expect(locksHolding(out, '2026-11-25T08:15')).toEqual([]);
    expect(out.plan.notes[0]?.kind).toBe('checked-out');
  });

  test('a check-out undone gives it back until the planned departure', () => {
    const before = checkedIn();
    const out = tell(before, { state: 'departed', actualDeparture: moment('2026-11-25T08:15') }, '2026-11-25T08:15');
    const undone = tell(out, { state: 'in-house', actualDeparture: null }, '2026-11-25T08:20');

    expect(keyOf(undone)).toMatchObject({ status: 'current', doors: [{ departure: '2026-11-26T11:00' }] });
    expect(locksHolding(undone, '2026-11-25T08:20')).toEqual(['lock-101', 'lock-pool']);
    expect(codeOf(undone)).toBe(codeOf(before));
  });
});

describe('scenario 42: what staff revoked', () => {
  test('stays revoked whatever the PMS tells later', () => {
    const before = checkedIn();
    const revoked = edited(before, done(revokeKey(keyOf(before), staffAt(before, '2026-11-24T09:00'))));
    const extended = tell(revoked, { scheduledDeparture: moment('2026-11-28T11:00') }, '2026-11-24T10:00');
    const cancelled = tell(extended, { state: 'cancelled' }, '2026-11-24T11:00');
    const reinstated = tell(cancelled, { state: 'in-house' }, '2026-11-24T12:00');

    expect(keyOf(reinstated)).toMatchObject({ status: 'revoked', revoked: { reason: 'staff' } });
    expect(locksHolding(reinstated, '2026-11-24T12:00')).toEqual([]);
  });

  test('comes back when staff restore it, with the dates that the PMS told meanwhile', () => {
    const before = checkedIn();
    const revoked = edited(before, done(revokeKey(keyOf(before), staffAt(before, '2026-11-24T09:00'))));
    const extended = tell(revoked, { scheduledDeparture: moment('2026-11-28T11:00') }, '2026-11-24T10:00');
    const restored = restoreKey(keyOf(extended), staffAt(extended, '2026-11-24T11:00'));

    expect(restored).toMatchObject({
      codeNeeded: true,
      key: { status: 'current', doors: [{ departure: '2026-11-28T11:00' }] },
    });
  });

  test('a key that the PMS had revoked already stays revoked too, once staff say so', () => {
    const cancelled = tell(booked(), { state: 'cancelled' }, '2026-11-21T09:00');
    const final = edited(cancelled, done(revokeKey(keyOf(cancelled), staffAt(cancelled, '2026-11-21T09:30'))));

    expect(keyOf(tell(final, { state: 'expected' }, '2026-11-21T10:00')).status).toBe('revoked');
  });

  test('a room that staff revoked stays revoked through a move and back', () => {
    const before = booked();
    const revoked = edited(before, done(revokeDoor(keyOf(before), room, staffAt(before, '2026-11-21T09:00'))));
    const moved = tell(revoked, { spaceId: 'space-102' as never, spaceName: '102' }, '2026-11-21T10:00');
    const back = tell(moved, { spaceId: 'space-101' as never, spaceName: '101' }, '2026-11-21T11:00');

    expect(keyOf(back).doors).toMatchObject([{ doorId: '101', revoked: { by: { kind: 'staff' } } }]);
  });
});

describe('Protect Configuration', () => {
  const guarded = () => {
    const before = checkedIn();
    return edited(before, done(protectDoor(keyOf(before), room, staffAt(before, '2026-11-24T08:00'))));
  };

  test('a cancellation leaves the door open and tells the desk', () => {
    const cancelled = tell(guarded(), { state: 'cancelled' }, '2026-11-24T09:00');

    expect(keyOf(cancelled)).toMatchObject({
      status: 'current',
      revoked: null,
      doors: [{ pmsWish: { wish: 'cancel' }, revoked: null }],
    });
    expect(locksHolding(cancelled, '2026-11-24T09:00')).toEqual(['lock-101', 'lock-pool']);
    expect(cancelled.plan.raise).toMatchObject([{ id: 'protected-door-cancelled/mews:stay-1', doorId: '101' }]);
    expect(cancelled.plan.notes.map(({ kind }) => kind)).toEqual(['reservation-cancelled', 'pms-change-withheld']);
  });

  test('the same cancellation again changes nothing', () => {
    const cancelled = tell(guarded(), { state: 'cancelled' }, '2026-11-24T09:00');

    expect(tell(cancelled, {}, '2026-11-24T10:00').key).toBe(cancelled.key);
  });

  test('at the end of its own time the key of a cancelled stay is over', () => {
    const cancelled = tell(guarded(), { state: 'cancelled' }, '2026-11-24T09:00');

    expect(keyOf(cancelled).statusChangesAt).toBe('2026-11-26T11:00:00.000Z');
    expect(locksHolding(cancelled, '2026-11-26T11:00')).toEqual([]);
  });

  test('unprotected, what the PMS wanted is done', () => {
    const cancelled = tell(guarded(), { state: 'cancelled' }, '2026-11-24T09:00');
    const edit = unprotectDoor(keyOf(cancelled), room, staffAt(cancelled, '2026-11-24T10:00'));
    const planned = tell(edited(cancelled, done(edit)), {}, '2026-11-24T10:00');

    expect(edit.wish).toMatchObject({ wish: 'cancel', at: '2026-11-24T09:00:00.000Z' });
    expect(keyOf(planned)).toMatchObject({ status: 'revoked', revoked: { reason: 'cancelled' } });
    expect(planned.plan.clear).toContain('protected-door-cancelled/mews:stay-1');
  });

  test('dates are kept, and what the PMS wanted is shown', () => {
    const extended = tell(guarded(), { scheduledDeparture: moment('2026-11-28T11:00') }, '2026-11-24T09:00');

    expect(keyOf(extended).doors).toMatchObject([
      { departure: '2026-11-26T11:00', pmsWish: { wish: 'change', doorId: '101', departure: '2026-11-28T11:00' } },
    ]);
    expect(extended.plan.notes).toMatchObject([{ kind: 'pms-change-withheld', doorId: '101' }]);
  });

  test('a room move opens the new room, and leaves the protected one as it is', () => {
    const moved = tell(guarded(), { spaceId: 'space-102' as never, spaceName: '102' }, '2026-11-24T09:00');

    expect(keyOf(moved).doors).toMatchObject([
      { doorId: '101', leavesAt: null, pmsWish: { wish: 'change', doorId: '102' } },
      { doorId: '102', departure: '2026-11-26T11:00' },
    ]);
  });

  test('a check-in does not allow provisioning at a door that staff stopped and protected', () => {
    const before = booked();
    const protectedDoor = edited(before, done(protectDoor(keyOf(before), room, staffAt(before, '2026-11-21T09:00'))));

    expect(locksHolding(tell(protectedDoor, inHouse, '2026-11-23T15:20'), '2026-11-23T15:20')).toEqual([]);
  });

  test('a check-out leaves the door open and tells the desk, and the other doors close', () => {
    const before = guarded();
    const rules = { ...settings, moveGraceMinutes: 60 };
    const moved = tell(before, { spaceId: 'space-102' as never, spaceName: '102' }, '2026-11-24T09:00', { rules });
    const out = tell(moved, { state: 'departed', actualDeparture: moment('2026-11-24T09:10') }, '2026-11-24T09:10');

    expect(keyOf(out)).toMatchObject({ status: 'current', doors: [{ pmsWish: { wish: 'check-out' } }, {}] });
    expect(locksHolding(out, '2026-11-24T09:10')).toEqual(['lock-101', 'lock-pool']);
    expect(out.plan.raise).toMatchObject([{ kind: 'protected-door-cancelled' }]);
  });
});
