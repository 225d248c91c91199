import { accessInterval, departureInstant, opensAt, overlaps, toInstant } from '#domain/key/access-window';
import type { LockWindow } from '#domain/key/access-window';
import { localDateTime, zoneName, type LocalDateTime } from '#domain/time/time';
import { describe, expect, test } from 'vitest';
import { moment } from './hotel.ts';

const lisbon = zoneName.parse('Europe/Lisbon');
const berlin = zoneName.parse('Europe/Berlin');
const santiago = zoneName.parse('America/Santiago');
const at = (text: string): LocalDateTime => localDateTime.parse(text);

describe('a time on the wall clock becomes a moment', () => {
  test.each([
    ['an ordinary afternoon in Lisbon', '2026-11-23T15:00', lisbon, '2026-11-23T15:00:00.000Z'],
    ['a summer afternoon in Lisbon', '2026-07-01T15:00', lisbon, '2026-07-01T14:00:00.000Z'],
    ['skipped by the spring change in Lisbon', '2026-03-29T01:30', lisbon, '2026-03-29T01:30:00.000Z'],
    ['skipped by the spring change in Berlin', '2026-03-29T02:30', berlin, '2026-03-29T01:30:00.000Z'],
    ['twice in autumn in Lisbon: the first', '2026-10-25T01:30', lisbon, '2026-10-25T00:30:00.000Z'],
    ['twice in autumn in Berlin: the first', '2026-10-25T02:30', berlin, '2026-10-25T00:30:00.000Z'],
    ['midnight that Santiago skips in September', '2026-09-06T00:00', santiago, '2026-09-06T04:00:00.000Z'],
    ['the hour that Santiago has twice in April: the first', '2026-04-04T23:30', santiago, '2026-04-05T02:30:00.000Z'],
  ])('an arrival: %s', (_, local, zone, expected) => {
    expect(toInstant(at(local), zone)).toBe(expected);
  });

  test.each([
    ['twice in autumn in Lisbon: the second', '2026-10-25T01:30', lisbon, '2026-10-25T01:30:00.000Z'],
    ['twice in autumn in Berlin: the second', '2026-10-25T02:30', berlin, '2026-10-25T01:30:00.000Z'],
    ['the hour that Santiago has twice in April: the second', '2026-04-04T23:30', santiago, '2026-04-05T03:30:00.000Z'],
    ['skipped by the spring change in Berlin', '2026-03-29T02:30', berlin, '2026-03-29T01:30:00.000Z'],
  ])('a departure: %s', (_, local, zone, expected) => {
    expect(departureInstant(at(local), zone)).toBe(expected);
  });

  test('scenario 24: a stay across the spring change keeps 15:00 and 11:00 on the wall clock', () => {
    const interval = accessInterval({ arrival: at('2026-03-28T15:00'), departure: at('2026-03-29T11:00') }, berlin);

    expect(interval).toEqual({ from: '2026-03-28T14:00:00.000Z', to: '2026-03-29T09:00:00.000Z' });
  });

  test('scenario 24: a stay across the autumn change keeps 15:00 and 11:00 on the wall clock', () => {
    const interval = accessInterval({ arrival: at('2026-10-24T15:00'), departure: at('2026-10-25T11:00') }, berlin);

    expect(interval).toEqual({ from: '2026-10-24T13:00:00.000Z', to: '2026-10-25T10:00:00.000Z' });
  });
});

describe('the time at a door', () => {
  const stay = { arrival: at('2026-11-23T15:00'), departure: at('2026-11-26T11:00') };

  test('a guest who moved out has access to the end of the grace period', () => {
    const interval = accessInterval({ ...stay, leavesAt: moment('2026-11-24T18:05') }, lisbon);

    expect(interval.to).toBe('2026-11-24T18:05:00.000Z');
  });

  test('the grace period does not outlast the departure', () => {
    expect(accessInterval({ ...stay, leavesAt: moment('2026-11-26T11:03') }, lisbon).to).toBe(
      '2026-11-26T11:00:00.000Z',
    );
  });

  test('a door left before it was ever reached is open for no time', () => {
    expect(accessInterval({ ...stay, leavesAt: moment('2026-11-23T14:00') }, lisbon)).toEqual({
      from: '2026-11-23T15:00:00.000Z',
      to: '2026-11-23T15:00:00.000Z',
    });
  });

  test('one guest leaving when the next arrives do not meet', () => {
    const first = { from: moment('2026-11-20T15:00'), to: moment('2026-11-23T15:00') };
    const next = { from: moment('2026-11-23T15:00'), to: moment('2026-11-24T11:00') };

    expect(overlaps(first, next)).toBe(false);
    expect(overlaps(first, { ...next, from: moment('2026-11-23T14:59') })).toBe(true);
  });
});

describe('days and hours', () => {
  const from = at('2026-11-01T00:00');
  const to = at('2026-12-01T00:00');
  const always: LockWindow = { from, to, weekdays: null, hours: null };
  const hours = (start: string, end: string): LockWindow['hours'] => ({ from: start as never, to: end as never });
  const days = { ...always, weekdays: [1, 2, 3, 4, 5], hours: hours('09:00', '17:00') } satisfies LockWindow;
  const fridayNight = { ...always, weekdays: [5], hours: hours('22:00', '06:00') } satisfies LockWindow;

  test.each([
    ['the first minute', always, '2026-11-01T00:00', true],
    ['the minute before', always, '2026-10-31T23:59', false],
    ['the end itself', always, '2026-12-01T00:00', false],
    ['a working Monday at nine', days, '2026-11-23T09:00', true],
    ['a working Monday at five', days, '2026-11-23T17:00', false],
    ['a Saturday', days, '2026-11-28T12:00', false],
    ['Friday night', fridayNight, '2026-11-27T23:00', true],
    ['the small hours after Friday night', fridayNight, '2026-11-28T05:59', true],
    ['the end of Friday night', fridayNight, '2026-11-28T06:00', false],
    ['Saturday night', fridayNight, '2026-11-28T23:00', false],
    ['the small hours of Friday, which are of Thursday night', fridayNight, '2026-11-27T03:00', false],
    [
      'hours that end when they begin, before them',
      { ...always, hours: hours('08:00', '08:00') },
      '2026-11-23T03:00',
      true,
    ],
  ] as const)('%s', (_, window, now, expected) => {
    expect(opensAt(window, lisbon, moment(now))).toBe(expected);
  });

  test('hours are on the clock of the hotel, before and after the autumn change', () => {
    const window = {
      from: at('2026-10-01T00:00'),
      to: at('2026-11-30T00:00'),
      weekdays: null,
      hours: hours('09:00', '17:00'),
    };

    expect(opensAt(window, berlin, moment('2026-10-24T07:00'))).toBe(true);
    expect(opensAt(window, berlin, moment('2026-10-26T07:00'))).toBe(false);
    expect(opensAt(window, berlin, moment('2026-10-26T08:00'))).toBe(true);
  });
});
