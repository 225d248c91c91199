import { Temporal } from 'temporal-polyfill';
import type { Key } from './key.ts';
import { isStanding } from './opened-doors.ts';
import type { LocalDateTime } from '#domain/time/time';

/** The stay as a list shows and sorts it, in the property's zone. */
export interface Period {
  /** null: the key has no door. */
  readonly arrival: LocalDateTime | null;
  readonly departure: LocalDateTime | null;
}

/** From the first arrival to the last departure of the doors that stand; of all doors only where none does. */
export function periodOf(key: Pick<Key, 'doors'>): Period {
  const standing = key.doors.filter((door) => isStanding(door));
  const doors = standing.length > 0 ? standing : key.doors;
  const least = (one: LocalDateTime | null, other: LocalDateTime) => (one === null || other < one ? other : one);
  const most = (one: LocalDateTime | null, other: LocalDateTime) => (one === null || other > one ? other : one);
  return {
    arrival: doors.reduce<LocalDateTime | null>((first, door) => least(first, door.arrival), null),
    departure: doors.reduce<LocalDateTime | null>((last, door) => most(last, door.departure), null),
  };
}

/** Nights between the two dates; null: the key has no door. */
export function nightsOf({ arrival, departure }: Period): number | null {
  if (arrival === null || departure === null) return null;
  return Temporal.PlainDate.from(arrival).until(Temporal.PlainDate.from(departure)).days;
}
