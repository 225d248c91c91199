import { keyStatus } from '#domain/key/key-status';
import type { KeyDoor } from '#domain/key/key';
import { describe, expect, test } from 'vitest';
import { moment, settings, stay } from './hotel.ts';

const door: KeyDoor = {
  doorId: '101' as never,
  origin: 'pms',
  arrival: '2026-11-23T15:00' as never,
  departure: '2026-11-26T11:00' as never,
  weekdays: null,
  hours: null,
  allowProvisioning: true,
  allowLinkedDoors: true,
  protect: false,
  pmsWish: null,
  staffSet: [],
  revoked: null,
  leavesAt: null,
};
const revoked = { at: moment('2026-11-20T09:00'), by: { kind: 'portal' }, reason: 'staff' } as const;
const doorRevoked = { ...door, revoked: { at: moment('2026-11-20T09:00'), by: { kind: 'portal' } as const } };

describe('a PMS key', () => {
  test.each([
    ['before check-in and arrival time', 'expected', '2026-11-23T14:59', 'upcoming', '2026-11-23T15:00:00.000Z'],
    ['from the arrival time, checked in or not', 'expected', '2026-11-23T15:00', 'current', '2026-11-26T11:00:00.000Z'],
    ['from check-in, however early', 'in-house', '2026-11-23T09:00', 'current', '2026-11-26T11:00:00.000Z'],
    ['until the departure', 'in-house', '2026-11-26T10:59', 'current', '2026-11-26T11:00:00.000Z'],
    ['after the departure, though nobody checked out', 'in-house', '2026-11-26T11:00', 'past', null],
    ['after check-out, before the departure', 'departed', '2026-11-25T09:00', 'past', null],
    ['never arrived and the departure is over', 'expected', '2026-11-26T11:00', 'past', null],
    ['cancelled', 'cancelled', '2026-11-21T09:00', 'revoked', null],
    ['no-show', 'no-show', '2026-11-24T09:00', 'revoked', null],
    ['deleted', 'deleted', '2026-11-24T09:00', 'revoked', null],
  ] as const)('%s', (_, state, now, status, changesAt) => {
    const facts = { key: { source: 'pms', doors: [door], revoked: null }, reservation: stay({ state }) } as const;

    expect(keyStatus({ ...facts, zone: settings.zone, now: moment(now) })).toEqual({ status, changesAt });
  });

  test.each(['expected', 'in-house', 'departed', 'cancelled'] as const)(
    'revoked by hand is Revoked while %s',
    (state) => {
      const facts = { key: { source: 'pms', doors: [door], revoked }, reservation: stay({ state }) } as const;

      expect(keyStatus({ ...facts, zone: settings.zone, now: moment('2026-11-24T09:00') }).status).toBe('revoked');
    },
  );

  test('without a door it goes by the scheduled times', () => {
    const facts = {
      key: { source: 'pms', doors: [], revoked: null },
      reservation: stay(),
      zone: settings.zone,
    } as const;

    expect(keyStatus({ ...facts, now: moment('2026-11-23T14:59') })).toEqual({
      status: 'upcoming',
      changesAt: '2026-11-23T15:00:00.000Z',
    });
  });

  test('of a stay that ended, it lives on for a protected door until that door’s own departure', () => {
    const doors = [{ ...door, protect: true, departure: '2026-11-25T12:00' as never }, door];
    const facts = {
      key: { source: 'pms', doors, revoked: null },
      reservation: stay({ state: 'cancelled' }),
      zone: settings.zone,
    } as const;

    expect(keyStatus({ ...facts, now: moment('2026-11-24T09:00') })).toEqual({
      status: 'current',
      changesAt: '2026-11-25T12:00:00.000Z',
    });
    expect(keyStatus({ ...facts, now: moment('2026-11-25T12:00') }).status).toBe('revoked');
  });
});

describe('a manual key', () => {
  const evening = { ...door, arrival: '2026-11-24T18:00' as never, departure: '2026-11-27T22:00' as never };

  test.each([
    ['before its first arrival', [door, evening], '2026-11-23T14:59', 'upcoming', '2026-11-23T15:00:00.000Z'],
    ['from its first arrival', [door, evening], '2026-11-23T15:00', 'current', '2026-11-27T22:00:00.000Z'],
    ['after its last departure', [door, evening], '2026-11-27T22:00', 'past', null],
    [
      'a revoked door does not count',
      [doorRevoked, evening],
      '2026-11-23T15:00',
      'upcoming',
      '2026-11-24T18:00:00.000Z',
    ],
    [
      'all doors revoked one by one: time goes on',
      [doorRevoked],
      '2026-11-23T15:00',
      'current',
      '2026-11-26T11:00:00.000Z',
    ],
  ] as const)('%s', (_, doors, now, status, changesAt) => {
    const key = { source: 'manual', doors, revoked: null } as const;

    expect(keyStatus({ key, reservation: null, zone: settings.zone, now: moment(now) })).toEqual({ status, changesAt });
  });
});
