import { Temporal } from 'temporal-polyfill';
import type { Interval } from '#domain/key/access-window';
import type { DoorId, LockId } from '#domain/ids';
import type { HoursOfDay, KeyDoor } from '#domain/key/key';
import type { LockWindow } from '#domain/key/access-window';
import {
  localAt,
  toLocalDateTime,
  type InstantText,
  type LocalDateTime,
  type Weekday,
  type ZoneName,
} from '#domain/time/time';

/** One door of a key that leads to a lock: by itself, or as a door linked to it. */
export interface DoorWindow {
  readonly lockId: LockId;
  /** The door that the lock is on. */
  readonly doorId: DoorId;
  readonly door: KeyDoor;
  readonly interval: Interval;
}

/**
 * One window for all doors of a key that lead to one lock. Windows that overlap or touch become one from the first
 * arrival to the last departure; of windows with a gap between them only the first that has not ended counts, so the
 * gap never opens. Weekly limits: the same at all doors, kept; none at one of them, none; else all the weekdays
 * together, and the hours from the earliest to the latest (all day when hours run over midnight).
 *
 * @returns null when every window has ended.
 */
export function joinWindows(
  windows: readonly DoorWindow[],
  zone: ZoneName,
  now: InstantText,
): { readonly doorId: DoorId; readonly window: LockWindow } | null {
  const [group = []] = connectedGroups(windows.filter(({ interval }) => interval.to > now));
  const [first] = group;
  if (first === undefined) return null;
  const last = group.reduce((latest, each) => (each.interval.to > latest.interval.to ? each : latest));
  const window = {
    from: first.door.arrival,
    to: endOf(last, zone),
    weekdays: joinWeekdays(group.map(({ door }) => door.weekdays)),
    hours: joinHours(group.map(({ door }) => door.hours)),
  };
  return { doorId: first.doorId, window };
}

function connectedGroups(windows: readonly DoorWindow[]): readonly (readonly DoorWindow[])[] {
  const inOrder = windows
    .filter(({ interval }) => interval.to > interval.from)
    .toSorted((a, b) => (a.interval.from < b.interval.from ? -1 : Number(a.interval.from > b.interval.from)));
  const groups: DoorWindow[][] = [];
  let end = '';
  for (const each of inOrder) {
    if (each.interval.from <= end) groups.at(-1)?.push(each);
    else groups.push([each]);
    if (each.interval.to > end) end = each.interval.to;
  }
  return groups;
}

/** The departure, or the end of the grace period up to the next whole minute: the lock then ends it even if cut off. */
function endOf({ door, interval }: DoorWindow, zone: ZoneName): LocalDateTime {
  if (door.leavesAt === null || interval.to !== door.leavesAt) return door.departure;
  const minute = localAt(interval.to, zone);
  const isWhole = interval.to.endsWith(':00.000Z');
  return isWhole ? minute : toLocalDateTime(Temporal.PlainDateTime.from(minute).add({ minutes: 1 }));
}

function joinWeekdays(all: readonly KeyDoor['weekdays'][]): KeyDoor['weekdays'] {
  const days = all.flatMap((each) => (each === null ? [] : [...each]));
  const [first, ...rest] = [...new Set<Weekday>(days)].toSorted((a, b) => a - b);
  return first === undefined || all.includes(null) ? null : [first, ...rest];
}

function joinHours(all: readonly (HoursOfDay | null)[]): HoursOfDay | null {
  const hours = all.flatMap((each) => (each === null ? [] : [each]));
  const [first] = hours;
  if (first === undefined || hours.length < all.length) return null;
  if (hours.every((each) => each.from === first.from && each.to === first.to)) return first;
  if (hours.some((each) => each.to <= each.from)) return null;
  return hours.reduce((whole, each) => ({
    from: each.from < whole.from ? each.from : whole.from,
    to: each.to > whole.to ? each.to : whole.to,
  }));
}
