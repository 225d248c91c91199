import type { LockWindow } from '#domain/key/access-window';

/**
 * Whether two windows open a lock at the same moments. A lock may give back in other words what it was given: all seven
 * days as "every day", the end of the day as 23:59 instead of 00:00.
 */
export function sameWindow(one: LockWindow | null, other: LockWindow | null): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

function canonical(window: LockWindow | null): unknown {
  if (window === null) return null;
  const days = window.weekdays === null ? [] : [...new Set(window.weekdays)].toSorted((one, other) => one - other);
  const everyDay = days.length === 0 || days.length === 7;
  const to = window.hours?.to === '00:00' ? '23:59' : window.hours?.to;
  const allDay = window.hours === null || (window.hours.from === '00:00' && to === '23:59');
  return [window.from, window.to, everyDay ? null : days, allDay ? null : [window.hours.from, to]];
}
