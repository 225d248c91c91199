import type { Temporal } from 'temporal-polyfill';

/** What a lock knows of the person whose code was typed; the numbers are Matter's (Cluster spec 5.2.6.17 and .18). */
export interface CodeHolder {
  readonly status: 'enabled' | 'disabled';
  readonly type: 'unrestricted' | 'year-day' | 'week-day' | 'restricted' | 'other';
  /** From (inclusive) to (exclusive), UNIX seconds of the local wall clock. */
  readonly yearDays: readonly { readonly from: number; readonly to: number }[];
  readonly weekDays: readonly WeekDaySchedule[];
}

export interface WeekDaySchedule {
  /** 1 is Monday. */
  readonly days: readonly number[];
  /** Minutes since midnight: from (inclusive) to (exclusive); 23:59 runs to the end of the day, as the spec has it. */
  readonly from: number;
  readonly to: number;
}

export type KeypadVerdict =
  | { readonly opens: true }
  | { readonly opens: false; readonly reason: 'wrong-code' | 'outside-schedule' | 'disabled' | 'no-schedule' };

const LAST_MINUTE = 23 * 60 + 59;

/**
 * Whether the lock opens, as the Matter specification orders it (Cluster spec 5.2.6.18: who is restricted and has no
 * schedule is denied; a restricted user with both kinds needs one of each).
 *
 * @param holder null: no code like this on the lock.
 * @param now The lock's own clock: the local wall-clock time; null: it does not know it, and opens to nobody with a schedule.
 */
export function judgeKeypad(holder: CodeHolder | null, now: Temporal.PlainDateTime | null): KeypadVerdict {
  if (holder === null) return { opens: false, reason: 'wrong-code' };
  if (holder.status === 'disabled') return { opens: false, reason: 'disabled' };
  switch (holder.type) {
    case 'unrestricted':
      return { opens: true };
    case 'year-day':
      return byAll([{ any: holder.yearDays.length > 0, now: inYearDay(holder, now) }]);
    case 'week-day':
      return byAll([{ any: holder.weekDays.length > 0, now: inWeekDay(holder, now) }]);
    case 'restricted':
      return byAll(
        [
          { any: holder.yearDays.length > 0, now: inYearDay(holder, now) },
          { any: holder.weekDays.length > 0, now: inWeekDay(holder, now) },
        ].filter((schedules) => schedules.any),
      );
    case 'other':
      return { opens: false, reason: 'disabled' };
  }
}

function byAll(kinds: readonly { readonly any: boolean; readonly now: boolean }[]): KeypadVerdict {
  if (kinds.length === 0 || kinds.some((kind) => !kind.any)) return { opens: false, reason: 'no-schedule' };
  return kinds.every((kind) => kind.now) ? { opens: true } : { opens: false, reason: 'outside-schedule' };
}

function inYearDay(holder: CodeHolder, now: Temporal.PlainDateTime | null): boolean {
  if (now === null) return false;
  const seconds = Math.floor(now.toZonedDateTime('UTC').epochMilliseconds / 1000);
  return holder.yearDays.some(({ from, to }) => from <= seconds && seconds < to);
}

function inWeekDay(holder: CodeHolder, now: Temporal.PlainDateTime | null): boolean {
  if (now === null) return false;
  const minute = now.hour * 60 + now.minute;
  return holder.weekDays.some(
    ({ days, from, to }) => days.includes(now.dayOfWeek) && from <= minute && (minute < to || to === LAST_MINUTE),
  );
}
