import type { KeyDoorView } from '#api/views';
import type { Weekday } from '#domain/time/time';
import { weekdayName } from './format.ts';

/** "Mon–Fri · 08:00–20:00"; null when the door opens every day, all day. */
export function limitsText(door: Pick<KeyDoorView, 'weekdays' | 'hours'>): string | null {
  const hours = door.hours === null ? null : `${door.hours.from}–${door.hours.to}`;
  const days = door.weekdays === null ? null : daysText(door.weekdays);
  const parts = [days, hours].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}

/** "Mon–Fri, Sun": three neighbours or more are a range. */
function daysText(weekdays: readonly Weekday[]): string {
  const runs: Weekday[][] = [];
  for (const day of weekdays.toSorted((left, right) => left - right)) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run.map(short) : [rangeText(run)])).join(', ');
}

function rangeText(run: readonly Weekday[]): string {
  return [run[0], run.at(-1)]
    .filter((day) => day !== undefined)
    .map(short)
    .join('–');
}

function short(day: Weekday): string {
  return weekdayName(day, 'short');
}
