import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { judgeKeypad } from '#main/simulation/building/keypad';
import type { CodeHolder } from '#main/simulation/building/keypad';

const monday = '2026-11-23';
const at = (text: string) => Temporal.PlainDateTime.from(text);
const seconds = (text: string) => at(text).toZonedDateTime('UTC').epochMilliseconds / 1000;
const stay = { from: seconds('2026-11-23T15:00'), to: seconds('2026-11-27T11:00') };
const officeHours = { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 16 * 60 };
const guest: CodeHolder = { status: 'enabled', type: 'year-day', yearDays: [stay], weekDays: [] };

describe('the keypad of a virtual lock', () => {
  it('opens from the first minute of a stay', () => {
    expect(judgeKeypad(guest, at(`${monday}T14:59:59`))).toEqual({ opens: false, reason: 'outside-schedule' });
    expect(judgeKeypad(guest, at(`${monday}T15:00:00`))).toEqual({ opens: true });
  });

  it('stays shut from the minute in which a stay ends', () => {
    expect(judgeKeypad(guest, at('2026-11-27T10:59:59'))).toEqual({ opens: true });
    expect(judgeKeypad(guest, at('2026-11-27T11:00:00'))).toEqual({ opens: false, reason: 'outside-schedule' });
  });

  it('stays shut for a code that it does not know', () => {
    expect(judgeKeypad(null, at(`${monday}T15:00`))).toEqual({ opens: false, reason: 'wrong-code' });
  });

  it('stays shut for somebody disabled', () => {
    expect(judgeKeypad({ ...guest, status: 'disabled' }, at(`${monday}T15:00`))).toEqual({
      opens: false,
      reason: 'disabled',
    });
  });

  it('stays shut for a restricted guest without any schedule', () => {
    const unfinished: CodeHolder = { ...guest, yearDays: [] };

    expect(judgeKeypad(unfinished, at(`${monday}T15:00`))).toEqual({ opens: false, reason: 'no-schedule' });
    expect(judgeKeypad({ ...unfinished, type: 'restricted' }, at(`${monday}T15:00`))).toEqual({
      opens: false,
      reason: 'no-schedule',
    });
  });

  it('asks a restricted guest for the date and the hour', () => {
    const cleaner: CodeHolder = { ...guest, type: 'restricted', weekDays: [officeHours] };

    expect(judgeKeypad(cleaner, at('2026-11-24T09:00'))).toEqual({ opens: true });
    expect(judgeKeypad(cleaner, at('2026-11-24T17:00'))).toEqual({ opens: false, reason: 'outside-schedule' });
    expect(judgeKeypad(cleaner, at('2026-11-30T09:00'))).toEqual({ opens: false, reason: 'outside-schedule' });
  });

  it('takes 23:59 as the end of the day', () => {
    const night: CodeHolder = {
      ...guest,
      type: 'week-day',
      weekDays: [{ days: [1], from: 22 * 60, to: 23 * 60 + 59 }],
    };

    expect(judgeKeypad(night, at(`${monday}T23:59:59`))).toEqual({ opens: true });
  });

  it('ignores the schedules of somebody unrestricted', () => {
    expect(judgeKeypad({ ...guest, type: 'unrestricted' }, at('2030-01-01T00:00'))).toEqual({ opens: true });
  });
});
