import { Temporal } from 'temporal-polyfill';
import type { LockWindow } from '#domain/key/access-window';
import type { ClockTime, Weekday } from '#domain/time/time';
import { toLocalDateTime } from '#domain/time/time';

/**
 * A window as a Matter lock keeps it: one year-day schedule and up to two week-day schedules.
 *
 * The lock's own clock runs on the property's wall time, so no zone and no daylight saving enters here: matter.js takes
 * schedule times as UNIX seconds of the wall clock (it shifts them to Matter's epoch itself). The start is inclusive,
 * the end exclusive, both to the minute. 23:59 as the end of a week-day schedule runs to the end of the day (Cluster
 * spec 5.2.10.4.7), so `hours.to` 00:00 and 23:59 both become 23:59.
 */
export interface LockSchedules {
  readonly yearDay: YearDay | null;
  readonly weekDays: readonly WeekDay[];
}

export interface WantedSchedules extends LockSchedules {
  readonly yearDay: YearDay;
}

export interface YearDay {
  readonly localStartTime: number;
  readonly localEndTime: number;
}

export interface WeekDay {
  readonly daysMask: Readonly<Partial<Record<DayName, boolean>>>;
  readonly startHour: number;
  readonly startMinute: number;
  readonly endHour: number;
  readonly endMinute: number;
}

const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type DayName = (typeof dayNames)[number];

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const MIDNIGHT = '00:00' as ClockTime;
const LAST_MINUTE = '23:59' as ClockTime;

/** The week-day schedules that Portal uses on a lock, by index: hours over midnight need the second. */
export const weekDayIndexes = [1, 2] as const;

export function toSchedules({ from, to, weekdays, hours }: LockWindow): WantedSchedules {
  const yearDay = { localStartTime: wallSeconds(from), localEndTime: wallSeconds(to) };
  const days = weekdays ?? everyDay;
  if (hours === null || hours.from === hours.to) {
    return { yearDay, weekDays: new Set(days).size === 7 ? [] : [weekDay(days, MIDNIGHT, LAST_MINUTE)] };
  }
  if (hours.to === MIDNIGHT) return { yearDay, weekDays: [weekDay(days, hours.from, LAST_MINUTE)] };
  if (hours.from < hours.to) return { yearDay, weekDays: [weekDay(days, hours.from, hours.to)] };
  const nextDays = days.map((day) => ((day % 7) + 1) as Weekday);
  return { yearDay, weekDays: [weekDay(days, hours.from, LAST_MINUTE), weekDay(nextDays, MIDNIGHT, hours.to)] };
}

/** @returns null when the lock holds no year-day schedule, or week-day schedules that Portal did not write. */
export function toWindow({ yearDay, weekDays }: LockSchedules): LockWindow | null {
  if (yearDay === null) return null;
  const dates = { from: wallText(yearDay.localStartTime), to: wallText(yearDay.localEndTime) };
  const [first, second] = weekDays;
  if (first === undefined) return { ...dates, weekdays: null, hours: null };
  const days = daysOf(first);
  if (days.length === 0) return null;
  const weekdays = days.length === 7 ? null : (days as [Weekday, ...Weekday[]]);
  if (second === undefined) {
    const allDay = startOf(first) === MIDNIGHT && endOf(first) === LAST_MINUTE;
    return { ...dates, weekdays, hours: allDay ? null : { from: startOf(first), to: endOf(first) } };
  }
  const overnight = { ...dates, weekdays, hours: { from: startOf(first), to: endOf(second) } };
  return sameSchedules(toSchedules(overnight), { yearDay, weekDays }) ? overnight : null;
}

export function sameSchedules(one: LockSchedules, other: LockSchedules): boolean {
  return sameYearDay(one.yearDay, other.yearDay) && sameWeekDays(one.weekDays, other.weekDays);
}

/** The time that is inside both; null when there is none. */
export function overlap(one: YearDay, other: YearDay): YearDay | null {
  const localStartTime = Math.max(one.localStartTime, other.localStartTime);
  const localEndTime = Math.min(one.localEndTime, other.localEndTime);
  return localStartTime < localEndTime ? { localStartTime, localEndTime } : null;
}

function sameYearDay(one: YearDay | null, other: YearDay | null): boolean {
  return one?.localStartTime === other?.localStartTime && one?.localEndTime === other?.localEndTime;
}

function sameWeekDays(one: readonly WeekDay[], other: readonly WeekDay[]): boolean {
  return one.map(textOf).join() === other.map(textOf).join();
}

function textOf(schedule: WeekDay): string {
  return `${daysOf(schedule).join('')} ${startOf(schedule)}-${endOf(schedule)}`;
}

function weekDay(days: readonly Weekday[], from: ClockTime, to: ClockTime): WeekDay {
  const start = Temporal.PlainTime.from(from);
  const end = Temporal.PlainTime.from(to);
  return {
    daysMask: Object.fromEntries(dayNames.map((name, n) => [name, days.includes((n + 1) as Weekday)])),
    startHour: start.hour,
    startMinute: start.minute,
    endHour: end.hour,
    endMinute: end.minute,
  };
}

function daysOf({ daysMask }: WeekDay): Weekday[] {
  return everyDay.filter((day) => daysMask[dayNames[day - 1] as DayName] === true);
}

function startOf({ startHour, startMinute }: WeekDay): ClockTime {
  return clockTime(startHour, startMinute);
}

function endOf({ endHour, endMinute }: WeekDay): ClockTime {
  return clockTime(endHour, endMinute);
}

function clockTime(hour: number, minute: number): ClockTime {
  return Temporal.PlainTime.from({ hour, minute }).toString({ smallestUnit: 'minute' }) as ClockTime;
}

function wallSeconds(local: LockWindow['from']): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('UTC').epochMilliseconds / 1000;
}

function wallText(seconds: number): LockWindow['from'] {
  return toLocalDateTime(
    Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
      .toZonedDateTimeISO('UTC')
      .toPlainDateTime(),
  );
}
