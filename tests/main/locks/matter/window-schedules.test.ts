import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockWindow } from '#domain/key/access-window';
import { overlap, toSchedules, toWindow } from '#main/locks/drivers/matter/window-schedules';

const stay = { from: '2026-11-23T15:00', to: '2026-11-27T11:00', weekdays: null, hours: null };
const windowOf = (limits: object) => lockWindow.parse({ ...stay, ...limits });

describe('a window on a Matter lock', () => {
  it('is written in seconds of the wall clock, as if the hotel were in Greenwich', () => {
    const { yearDay, weekDays } = toSchedules(windowOf({}));

    expect(yearDay).toEqual({ localStartTime: 1_795_446_000, localEndTime: 1_795_777_200 });
    expect(weekDays).toEqual([]);
  });

  it('with an hour that daylight saving skips is written as it stands', () => {
    const { yearDay } = toSchedules(windowOf({ from: '2027-03-28T01:30' }));

    expect(yearDay.localStartTime).toBe(1_806_197_400);
  });

  it('with hours of the day needs one week-day schedule', () => {
    const { weekDays } = toSchedules(windowOf({ weekdays: [1, 5], hours: { from: '08:00', to: '16:30' } }));

    expect(weekDays).toMatchObject([
      { daysMask: { monday: true, tuesday: false, friday: true }, startHour: 8, endHour: 16, endMinute: 30 },
    ]);
  });

  it('with hours over midnight needs two, the second on the days after', () => {
    const { weekDays } = toSchedules(windowOf({ weekdays: [7], hours: { from: '22:00', to: '06:00' } }));

    expect(weekDays).toMatchObject([
      { daysMask: { sunday: true, monday: false }, startHour: 22, startMinute: 0, endHour: 23, endMinute: 59 },
      { daysMask: { sunday: false, monday: true }, startHour: 0, startMinute: 0, endHour: 6, endMinute: 0 },
    ]);
  });

  it('is read as it was written, whatever the dates, days and hours', () => {
    fc.assert(
      fc.property(windows, (window) => {
        expect(toWindow(toSchedules(window))).toEqual(window);
      }),
    );
  });

  it('that somebody else composed is no window of ours', () => {
    const { yearDay, weekDays } = toSchedules(windowOf({ weekdays: [7], hours: { from: '22:00', to: '06:00' } }));
    const [evening, morning] = weekDays;

    expect(toWindow({ yearDay, weekDays: [morning!, evening!] })).toBeNull();
    expect(toWindow({ yearDay: null, weekDays })).toBeNull();
  });

  it('that moves passes through the time that both have', () => {
    const before = { localStartTime: 100, localEndTime: 200 };

    expect(overlap(before, { localStartTime: 150, localEndTime: 300 })).toEqual({
      localStartTime: 150,
      localEndTime: 200,
    });
    expect(overlap(before, { localStartTime: 200, localEndTime: 300 })).toBeNull();
  });
});

const minute = fc.integer({ min: 0, max: 1_438 }).map((at) => {
  const [hour, rest] = [Math.floor(at / 60), at % 60];
  return `${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
});
/** `to` is never 00:00 or 23:59, which a lock cannot tell apart. */
const hours = fc
  .record({ from: minute, to: minute.filter((time) => time !== '00:00') })
  .filter(({ from, to }) => from !== to);
const someDays = fc
  .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 })
  .map((days) => days.toSorted((one, other) => one - other));
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
const windows = fc
  .record({
    from: fc.tuple(day, minute).map((parts) => parts.join('T')),
    to: fc.tuple(day, minute).map((parts) => parts.join('T')),
    weekdays: fc.option(someDays),
    hours: fc.option(hours),
  })
  .map((window) => lockWindow.parse(window));
