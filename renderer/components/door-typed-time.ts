import { clockTime, type ClockTime } from '#domain/time/time';

/** A time as people type it: `15:00`, `9:30`, `1500`, `9`; null when it is none. */
export function readClockTime(typed: string): ClockTime | null {
  const parts = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(typed.trim());
  if (parts === null) return null;
  const read = clockTime.safeParse(`${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? '00'}`);
  return read.success ? read.data : null;
}
