import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { hoursOfDay, type KeyDoor } from './key.ts';
import {
  localAt,
  toInstantText,
  type InstantText,
  type LocalDateTime,
  type ZoneName,
  localDateTime,
  weekday,
} from '#domain/time/time';

/** The one place where an Access Period in the property's local time becomes moments. */

/** When a credential opens a lock: the Access Period as local time, with the limits inside it. */
export const lockWindow = z.object({
  /** Both in the property's zone; the lock's own clock runs on it. */
  from: localDateTime,
  to: localDateTime,
  weekdays: z.array(weekday).nonempty().readonly().nullable(),
  hours: hoursOfDay.nullable(),
});
export type LockWindow = Readonly<z.infer<typeof lockWindow>>;

/** A span of time: `from` is in it, `to` is not. Empty when both are the same. */
export interface Interval {
  readonly from: InstantText;
  readonly to: InstantText;
}

/**
 * The moment of an arrival. A wall-clock time that a DST change skips is taken as long after the change as it is
 * after the last minute before it (02:30 in a gap from 02:00 to 03:00 is 03:30); one that comes twice is the first.
 */
export function toInstant(local: LocalDateTime, zone: ZoneName): InstantText {
  return remembered(`arrival ${local} ${zone}`, () => Temporal.PlainDateTime.from(local).toZonedDateTime(zone));
}

/** The moment of a departure: as `toInstant`, but a time that comes twice is the second, so no guest is cut off early. */
export function departureInstant(local: LocalDateTime, zone: ZoneName): InstantText {
  return remembered(`departure ${local} ${zone}`, () =>
    Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'later' }),
  );
}

/**
 * A time zone is asked once for each wall-clock time: ten thousand stays share a few hundred arrivals and departures, and asking
 * takes as long as everything else that is judged of a key.
 */
function remembered(question: string, ask: () => Temporal.ZonedDateTime): InstantText {
  const known = answers.get(question);
  if (known !== undefined) return known;
  if (answers.size >= mostAnswers) answers.clear();
  const answer = toInstantText(ask().toInstant());
  answers.set(question, answer);
  return answer;
}

const mostAnswers = 5_000;
const answers = new Map<string, InstantText>();

/** From the arrival to the departure, or to the end of the grace period after a room move if that is sooner. */
export function accessInterval(
  door: Pick<KeyDoor, 'arrival' | 'departure'> & { readonly leavesAt?: KeyDoor['leavesAt'] },
  zone: ZoneName,
): Interval {
  const from = toInstant(door.arrival, zone);
  const to = earlier(departureInstant(door.departure, zone), door.leavesAt ?? null);
  return { from, to: to < from ? from : to };
}

/**
 * Whether a credential with this window opens at a moment: within the dates, on one of the weekdays, in the hours.
 * Hours over midnight belong to the day on which they began; hours that end when they begin are the whole day.
 */
export function opensAt(window: LockWindow, zone: ZoneName, at: InstantText): boolean {
  if (at < toInstant(window.from, zone) || at >= departureInstant(window.to, zone)) return false;
  const local = Temporal.PlainDateTime.from(localAt(at, zone));
  const clock = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const { hours } = window;
  if (hours === null) return onDay(window, local);
  if (hours.from < hours.to) return clock >= hours.from && clock < hours.to && onDay(window, local);
  if (clock >= hours.from) return onDay(window, local);
  return clock < hours.to && onDay(window, local.subtract({ days: 1 }));
}

/** Spans that only touch do not overlap: one guest leaves at the moment when the next arrives. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.from < b.to && b.from < a.to;
}

export function earlier(moment: InstantText, other: InstantText | null): InstantText {
  return other !== null && other < moment ? other : moment;
}

function onDay(window: LockWindow, local: Temporal.PlainDateTime): boolean {
  return window.weekdays === null || window.weekdays.some((weekday) => weekday === local.dayOfWeek);
}
