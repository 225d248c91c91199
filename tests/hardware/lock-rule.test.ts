import { lockVerdict } from '#hardware/card/lock-rule';
import { room412, TODAY } from '#tests/support/encoder-records';
import { describe, expect, it } from 'vitest';

/** Door 412 on a Monday afternoon, 15:00 UTC, with no card before. */
const door412 = {
  door: 412,
  minute: TODAY,
  weekday: 0,
  quarter: 60,
  sequence: 0,
  blocked: new Set<number>(),
  spent: new Set<number>(),
};
const evenings = { ...room412, dayStart: 72, dayEnd: 8, weekdays: 0b0000001 };

describe('a lock that reads PK1', () => {
  it('opens for its guest and remembers the sequence', () => {
    expect(lockVerdict(room412, door412)).toEqual({ opens: true, sequence: 1001 });
  });

  it.each([
    ['another door', { door: 413 }, 'other-door'],
    ['a blocked card', { blocked: new Set([580]) }, 'blocked'],
    ['a guest who is early', { minute: room412.from - 1 }, 'too-early'],
    ['a guest from the minute of departure on', { minute: room412.to }, 'expired'],
    ['the previous guest once the next one was there', { sequence: 1002 }, 'replaced'],
  ])('refuses %s', (_name, change, why) => {
    expect(lockVerdict(room412, { ...door412, ...change })).toEqual({ opens: false, why });
  });

  it('opens for an additional card of the same sequence', () => {
    expect(lockVerdict({ ...room412, copy: 1, credential: 581 }, { ...door412, sequence: 1001 }).opens).toBe(true);
  });

  it('compares no sequence at a common door', () => {
    expect(lockVerdict(room412, { ...door412, door: 900, sequence: 5000 })).toEqual({ opens: true, sequence: 5000 });
  });

  it('opens once for a one-shot card', () => {
    const oneShot = { ...room412, role: 'one-shot' as const };

    expect(lockVerdict(oneShot, door412).opens).toBe(true);
    expect(lockVerdict(oneShot, { ...door412, spent: new Set([580]) })).toEqual({ opens: false, why: 'spent' });
  });

  it.each([
    ['Monday at 18:00', 0, 72, true],
    ['Monday at 17:59', 0, 71, false],
    ['the night after, Tuesday at 01:45', 1, 7, true],
    ['Tuesday at 02:00', 1, 8, false],
    ['Tuesday evening', 1, 80, false],
    ['the night before, Monday at 01:00', 0, 4, false],
  ])('with a window on Mondays from 18:00 past midnight: %s', (_name, weekday, quarter, opens) => {
    expect(lockVerdict(evenings, { ...door412, weekday, quarter }).opens).toBe(opens);
  });
});
