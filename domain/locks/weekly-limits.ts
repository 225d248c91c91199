import { Temporal } from 'temporal-polyfill';
import { opensAt, toInstant } from '#domain/key/access-window';
import type { LockWindow } from '#domain/key/access-window';
import { localAt, toLocalDateTime, type InstantText, type ZoneName } from '#domain/time/time';

/**
 * The next moment after `at` at which weekdays or hours open or close the window; null when there are no such limits, or
 * nothing changes within the eight days that any weekly pattern needs.
 */
export function nextOpeningChange(window: LockWindow, zone: ZoneName, at: InstantText): InstantText | null {
  if (window.weekdays === null && window.hours === null) return null;
  const isOpen = opensAt(window, zone, at);
  const today = Temporal.PlainDateTime.from(localAt(at, zone)).toPlainDate();
  const clocks = ['00:00', window.hours?.from ?? '00:00', window.hours?.to ?? '00:00'];
  const moments = Array.from({ length: 9 }, (_, days) => today.add({ days }))
    .flatMap((day) => clocks.map((clock) => toInstant(toLocalDateTime(day.toPlainDateTime(clock)), zone)))
    .filter((moment) => moment > at)
    .toSorted();
  return moments.find((moment) => opensAt(window, zone, moment) !== isOpen) ?? null;
}
