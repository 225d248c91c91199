import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { refuse } from '#domain/refusal';

/**
 * Records are JSON from disk to screen, so they carry times as ISO 8601 text; the text is branded, and arithmetic
 * is done on Temporal types only. Texts of one brand sort in time order.
 */

/** A moment, always UTC with milliseconds: `2026-11-23T15:00:00.000Z`. */
export const instantText = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .brand<'InstantText'>();
export type InstantText = z.infer<typeof instantText>;

/** A wall-clock time in the property's zone, to the minute: `2026-11-23T15:00`. */
export const localDateTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
  .refine((text) => isPlainDateTime(text))
  .brand<'LocalDateTime'>();
export type LocalDateTime = z.infer<typeof localDateTime>;

/** A time of day: `15:00`. */
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .brand<'ClockTime'>();
export type ClockTime = z.infer<typeof clockTime>;

/** An IANA time zone name: `Europe/Lisbon`. */
export const zoneName = z
  .string()
  .refine((text) => isZone(text), { error: refuse('not-a-time-zone') })
  .brand<'ZoneName'>();
export type ZoneName = z.infer<typeof zoneName>;

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);
export type Weekday = z.infer<typeof weekday>;

export function toInstantText(instant: Temporal.Instant): InstantText {
  return instant.toString({ fractionalSecondDigits: 3 }) as InstantText;
}

export function toLocalDateTime(local: Temporal.PlainDateTime): LocalDateTime {
  return local.toString({ smallestUnit: 'minute' }) as LocalDateTime;
}

/** The local wall-clock time of a moment. */
export function localAt(instant: InstantText, zone: ZoneName): LocalDateTime {
  return toLocalDateTime(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime());
}

/** A moment some time later (or, with a negative duration, earlier). */
export function plus(instant: InstantText, duration: Temporal.Duration): InstantText {
  return toInstantText(Temporal.Instant.from(instant).add(duration));
}

/** By arithmetic: every record that is stored is checked, and parsing costs a hundred times as much. */
function isPlainDateTime(text: string): boolean {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[-T:]/).map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : (daysOfMonth[month] ?? 0);
  return day >= 1 && day <= days && hour <= 23 && minute <= 59;
}

/** January is 1. */
const daysOfMonth = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}
