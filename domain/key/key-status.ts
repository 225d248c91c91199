import { accessInterval, type Interval } from './access-window.ts';
import { unreachable } from '#domain/failure';
import type { Key, KeyDoor, KeyStatus } from './key.ts';
import type { Reservation } from '#domain/stay/reservation';
import type { InstantText, ZoneName } from '#domain/time/time';

export interface KeyStatusFacts {
  readonly key: Pick<Key, 'source' | 'doors' | 'revoked'>;
  /** The stay of a PMS key; null for a manual key. */
  readonly reservation: Pick<Reservation, 'state' | 'scheduledArrival' | 'scheduledDeparture'> | null;
  readonly zone: ZoneName;
  readonly now: InstantText;
}

export interface StatusNow {
  readonly status: KeyStatus;
  /** When the status changes by time alone; null when it never does. */
  readonly changesAt: InstantText | null;
}

/**
 * PMS key: Upcoming before check-in; Current from check-in or arrival time, whichever comes first; Past after
 * check-out or departure; Revoked by hand or by cancellation. Manual key: by its window.
 *
 * A door under Protect Configuration does not follow the PMS: while such a door is open, an ended stay leaves the key
 * Upcoming or Current by the window of that door.
 */
export function keyStatus({ key, reservation, zone, now }: KeyStatusFacts): StatusNow {
  if (key.revoked !== null) return { status: 'revoked', changesAt: null };
  if (key.source === 'manual' || reservation === null) return byWindow(windowOf(key.doors, zone), now);
  switch (reservation.state) {
    case 'tentative':
    case 'expected':
      return byWindow(windowOf(key.doors, zone) ?? scheduled(reservation), now);
    case 'in-house':
      return checkedIn(windowOf(key.doors, zone) ?? scheduled(reservation), now);
    case 'departed':
      return afterTheStay({ key, zone, now, otherwise: 'past' });
    case 'cancelled':
    case 'no-show':
    case 'deleted':
      return afterTheStay({ key, zone, now, otherwise: 'revoked' });
    default:
      return unreachable(reservation.state);
  }
}

/** Whether it opens doors now or will: neither past nor revoked. The one place that says so. */
export function isLive({ status }: Pick<Key, 'status'>): boolean {
  return status === 'upcoming' || status === 'current';
}

/** The key with its status as it is now. */
export function withStatus(key: Key, facts: Omit<KeyStatusFacts, 'key'>): Key {
  const { status, changesAt } = keyStatus({ key, ...facts });
  return { ...key, status, statusChangesAt: changesAt };
}

/** Doors that stay open by Protect Configuration whatever the PMS does. */
export function protectedDoors(doors: readonly KeyDoor[], zone: ZoneName, now: InstantText): readonly KeyDoor[] {
  return doors.filter((door) => door.protect && door.revoked === null && accessInterval(door, zone).to > now);
}

/** From the first arrival to the last departure at the doors that are not revoked (at all, if all are); null: no door. */
export function windowOf(doors: readonly KeyDoor[], zone: ZoneName): Interval | null {
  const live = doors.filter((door) => door.revoked === null);
  const intervals = (live.length > 0 ? live : doors).map((door) => accessInterval(door, zone));
  const [first] = intervals;
  if (first === undefined) return null;
  return intervals.reduce((whole, each) => ({
    from: each.from < whole.from ? each.from : whole.from,
    to: each.to > whole.to ? each.to : whole.to,
  }));
}

function afterTheStay(facts: {
  readonly key: Pick<Key, 'doors'>;
  readonly zone: ZoneName;
  readonly now: InstantText;
  readonly otherwise: KeyStatus;
}): StatusNow {
  const kept = protectedDoors(facts.key.doors, facts.zone, facts.now);
  if (kept.length === 0) return { status: facts.otherwise, changesAt: null };
  const { status, changesAt } = byWindow(windowOf(kept, facts.zone), facts.now);
  return { status, changesAt };
}

function byWindow(window: Interval | null, now: InstantText): StatusNow {
  if (window === null || now >= window.to) return { status: 'past', changesAt: null };
  if (now < window.from) return { status: 'upcoming', changesAt: window.from };
  return { status: 'current', changesAt: window.to };
}

function checkedIn(window: Interval, now: InstantText): StatusNow {
  if (now >= window.to) return { status: 'past', changesAt: null };
  return { status: 'current', changesAt: window.to };
}

function scheduled(reservation: Pick<Reservation, 'scheduledArrival' | 'scheduledDeparture'>): Interval {
  return { from: reservation.scheduledArrival, to: reservation.scheduledDeparture };
}
