import { Temporal } from 'temporal-polyfill';
import { accessInterval, type Interval } from '#domain/key/access-window';
import { inwardQuarters, limitsCover, type CardLimits } from './card-hours.ts';
import type { CardContent } from './card-writing.ts';
import { doorsBehind, isStanding, type OpenedDoor } from '#domain/key/opened-doors';
import type { Door } from '#domain/house/door';
import type { DoorId } from '#domain/ids';
import type { Key, KeycardKind, KeyDoor } from '#domain/key/key';
import { isLive } from '#domain/key/key-status';
import type { Person } from '#domain/stay/person';
import type { Reservation } from '#domain/stay/reservation';
import { toInstantText, type InstantText, type ZoneName } from '#domain/time/time';

/** What a card is to say, before its doors have numbers. */
export interface PlannedCard extends Omit<CardContent, 'doors'> {
  readonly doors: readonly PlannedDoor[];
}

export interface PlannedDoor {
  readonly doorId: DoorId;
  readonly isCommon: boolean;
}

export type CardRefusal = 'key-ended' | 'room-not-assigned' | 'no-door' | 'departure-past';

export interface LeftOutDoor {
  readonly doorId: DoorId;
  readonly why: 'more-than-eight' | 'another-time';
}

export type CardPlan =
  | { readonly outcome: 'planned'; readonly card: PlannedCard; readonly leftOut: readonly LeftOutDoor[] }
  | { readonly outcome: 'refused'; readonly why: CardRefusal };

export interface CardPlanFacts {
  readonly key: Pick<Key, 'doors' | 'status' | 'revoked'>;
  /** The stay of a PMS key; null for a manual key. */
  readonly reservation: Pick<Reservation, 'spaceId'> | null;
  readonly person: Pick<Person, 'kind'>;
  readonly kind: KeycardKind;
  /** The key's doors and those that are linked to them. */
  readonly doors: ReadonlyMap<DoorId, Door>;
  readonly zone: ZoneName;
  readonly now: InstantText;
}

const MOST_DOORS = 8;
/** A door that opens so much later, or closes so much earlier, than the first room narrows the card; more: it is left out. */
const TOLERATED = Temporal.Duration.from({ hours: 1 });
/** A one-shot card that nobody used must not lie about for the whole stay: no newer card ends it. */
const ONE_SHOT_LASTS = Temporal.Duration.from({ hours: 24 });

/**
 * What a person's card of this key says. A card has one window for all its doors: that of the first room. It is never
 * wider than the window of any door on it.
 *
 * Rooms come first. A private room compares sequences, so that a new key ends the older cards of the room; everything else is
 * common: beds of one room, entrances and lifts are used by several stays at once, and neither a member of staff's card nor
 * a one-shot card may end a guest's.
 */
export function planCard(facts: CardPlanFacts): CardPlan {
  const { key, reservation, now } = facts;
  if (key.revoked !== null || !isLive(key)) return refused('key-ended');
  const allowed = key.doors.filter(
    (door) => isStanding(door) && door.allowProvisioning && facts.doors.has(door.doorId),
  );
  if (allowed.length === 0) return refused(reservation?.spaceId === null ? 'room-not-assigned' : 'no-door');
  const places = placesOf(allowed, facts);
  const live = places.filter(({ interval }) => interval.to > now);
  const [first] = live;
  if (first === undefined) return refused(places.length === 0 ? 'no-door' : 'departure-past');
  return { outcome: 'planned', ...choose(live, first, facts) };
}

interface CardDoor extends PlannedDoor {
  readonly interval: Interval;
  readonly limits: CardLimits;
}

/** Rooms first, then the key's other doors, then the linked ones; each door once. */
function placesOf(allowed: readonly KeyDoor[], { doors, person, kind, zone }: CardPlanFacts): readonly CardDoor[] {
  const endsNothing = person.kind === 'staff' || kind === 'one-shot';
  const isRoom = ({ doorId }: { readonly doorId: DoorId }): boolean =>
    ['private-room', 'shared-room'].includes(doors.get(doorId)?.type ?? '');
  const place = ({ door, own, linkedFrom }: OpenedDoor): readonly CardDoor[] => {
    const limits = inwardQuarters(own);
    const interval = wholeMinutes(accessInterval(own, zone));
    if (limits === null || interval.to <= interval.from) return [];
    const isOwn = linkedFrom === null && door.type === 'private-room';
    return [{ doorId: door.id, isCommon: !isOwn || endsNothing, interval, limits }];
  };
  const reached = doorsBehind([...allowed.filter(isRoom), ...allowed.filter((own) => !isRoom(own))], doors);
  const all = [
    ...reached.filter(({ linkedFrom }) => linkedFrom === null),
    ...reached.filter(({ linkedFrom }) => linkedFrom !== null),
  ].flatMap(place);
  return all.filter(({ doorId }, index) => all.findIndex((other) => other.doorId === doorId) === index);
}

function choose(
  places: readonly CardDoor[],
  first: CardDoor,
  { person, kind, now }: CardPlanFacts,
): { readonly card: PlannedCard; readonly leftOut: readonly LeftOutDoor[] } {
  const fitting = places.filter((each) => fits(each, first));
  const taken = fitting.slice(0, MOST_DOORS);
  const leftOut = places.flatMap((each): LeftOutDoor[] => {
    if (taken.includes(each)) return [];
    return [{ doorId: each.doorId, why: fitting.includes(each) ? 'more-than-eight' : 'another-time' }];
  });
  const latest = taken.reduce(
    (from, { interval }) => (interval.from > from ? interval.from : from),
    first.interval.from,
  );
  const soonest = taken.reduce((to, { interval }) => (interval.to < to ? interval.to : to), first.interval.to);
  const card: PlannedCard = {
    role: kind === 'one-shot' ? kind : person.kind,
    from: latest,
    to: kind === 'one-shot' ? dayAfter(latest < now ? now : latest, soonest) : soonest,
    weekdays: first.limits.weekdays,
    hours: first.limits.hours,
    doors: taken.map(({ doorId, isCommon }) => ({ doorId, isCommon })),
  };
  return { card, leftOut };
}

function fits({ interval, limits }: CardDoor, first: CardDoor): boolean {
  const { from, to } = first.interval;
  // Of a short stay something has to be left.
  const isNear =
    Temporal.Duration.compare(between(from, interval.from), TOLERATED) <= 0 &&
    Temporal.Duration.compare(between(interval.to, to), TOLERATED) <= 0;
  const isLong = Temporal.Duration.compare(between(from, to), { hours: 3 }) > 0;
  const isInside = interval.from <= from && interval.to >= to;
  return limitsCover(limits, first.limits) && (isInside || (isNear && isLong));
}

function between(one: InstantText, other: InstantText): Temporal.Duration {
  return Temporal.Instant.from(one).until(other, { largestUnit: 'hour' });
}

/** A day later, or at the end, whichever comes first. */
function dayAfter(begins: InstantText, end: InstantText): InstantText {
  const later = Temporal.Instant.from(begins).add(ONE_SHOT_LASTS).round({ smallestUnit: 'minute' });
  return toInstantText(later) < end ? toInstantText(later) : end;
}

/** Inward: a card knows no seconds. */
function wholeMinutes({ from, to }: Interval): Interval {
  const round = (moment: InstantText, roundingMode: 'ceil' | 'floor'): InstantText =>
    toInstantText(Temporal.Instant.from(moment).round({ smallestUnit: 'minute', roundingMode }));
  return { from: round(from, 'ceil'), to: round(to, 'floor') };
}

function refused(why: CardRefusal): CardPlan {
  return { outcome: 'refused', why };
}
