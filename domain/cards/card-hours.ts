import type { HoursOfDay } from '#domain/key/key';
import type { ClockTime, Weekday } from '#domain/time/time';

/** The weekly limits of a door as a card can say them. */
export interface CardLimits {
  readonly weekdays: readonly [Weekday, ...Weekday[]] | null;
  readonly hours: HoursOfDay | null;
}

interface Limits {
  readonly weekdays: readonly Weekday[] | null;
  readonly hours: HoursOfDay | null;
}

const DAY = 1440;
const QUARTER = 15;

/**
 * Limits in whole quarter hours, never wider than what was asked. Hours over midnight belong to the day on which they began;
 * hours that end when they begin are the whole day.
 * @returns null when no whole quarter is left.
 */
export function inwardQuarters({ weekdays, hours }: Limits): CardLimits | null {
  const days = tuple(weekdays ?? []);
  if (hours === null) return { weekdays: days, hours: null };
  const span = inwardSpan(hours);
  if (span === null) return null;
  const { start, end, isNextDay } = span;
  const shifted = days === null || !isNextDay ? days : tuple(days.map((day) => ((day % 7) + 1) as Weekday));
  if (start === 0 && end === DAY) return { weekdays: shifted, hours: null };
  if (end - start < DAY) return { weekdays: shifted, hours: { from: clock(start), to: clock(end % DAY) } };
  // A card cannot say "from six to six": with days it is a quarter less, without days it is always.
  return days === null
    ? { weekdays: null, hours: null }
    : { weekdays: shifted, hours: { from: clock(start), to: clock((end - QUARTER) % DAY) } };
}

/** Whether the wider limits let in at every quarter of the week at which the narrower ones do. */
export function limitsCover(wider: CardLimits, narrower: CardLimits): boolean {
  const open = quartersOfWeek(wider);
  return [...quartersOfWeek(narrower)].every((quarter) => open.has(quarter));
}

function inwardSpan({ from, to }: HoursOfDay): { start: number; end: number; isNextDay: boolean } | null {
  const begin = minutes(from);
  const finish = minutes(to) <= begin ? minutes(to) + DAY : minutes(to);
  const start = Math.ceil(begin / QUARTER) * QUARTER;
  const end = Math.floor(finish / QUARTER) * QUARTER;
  if (end <= start) return null;
  return start < DAY ? { start, end, isNextDay: false } : { start: start - DAY, end: end - DAY, isNextDay: true };
}

/** Quarters since Monday midnight. */
function quartersOfWeek({ weekdays, hours }: CardLimits): ReadonlySet<number> {
  const days: readonly number[] = weekdays ?? [1, 2, 3, 4, 5, 6, 7];
  const start = hours === null ? 0 : minutes(hours.from);
  const last = hours === null ? DAY : minutes(hours.to);
  const length = (last <= start ? last + DAY - start : last - start) / QUARTER;
  const week = (7 * DAY) / QUARTER;
  return new Set(
    days.flatMap((day) =>
      Array.from({ length }, (_none, quarter) => (((day - 1) * DAY + start) / QUARTER + quarter) % week),
    ),
  );
}

function tuple(days: readonly Weekday[]): readonly [Weekday, ...Weekday[]] | null {
  const [first, ...rest] = days.toSorted((a, b) => a - b);
  return first === undefined ? null : [first, ...rest];
}

function minutes(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function clock(minute: number): ClockTime {
  const text = (part: number): string => String(part).padStart(2, '0');
  return `${text(Math.floor(minute / 60))}:${text(minute % 60)}` as ClockTime;
}
