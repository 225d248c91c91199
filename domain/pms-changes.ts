import type { AlertDraft } from './alert-draft.ts';
import { generateAllowed } from './allocation.ts';
import type { Door } from './door.ts';
import type { KeyId, PersonId } from './ids.ts';
import type { Actor, Key, RevokedReason } from './key.ts';
import { protectedDoors, withStatus } from './key-status.ts';
import { alertsOf } from './pms-alerts.ts';
import { doorsOfStay, isOpenDoor, withWish } from './pms-doors.ts';
import { notesOf } from './pms-notes.ts';
import { peopleOf } from './pms-people.ts';
import { stayWindow } from './pms-stay-window.ts';
import type { Guest, Reservation } from './reservation.ts';
import type { PropertySettings } from './settings.ts';
import type { InstantText } from './time.ts';
import type { TimelineNote } from './timeline.ts';

export interface ReservationChange {
  /** The stay as it was stored; null: new. The same as `after` plans it again (a new mapping, a changed rule). */
  readonly before: Reservation | null;
  readonly after: Reservation;
  readonly key: Key | null;
  /** The doors that are mapped to the room of `after`. */
  readonly doorsOfSpace: readonly Door[];
  readonly settings: PropertySettings;
  readonly now: InstantText;
  /** Another stay holds or gets the room that this one leaves: it closes at once, without grace. */
  readonly oldRoomNeeded: boolean;
  /** Asked for the guests of `before` and of `after` (`guestsOf`), always with the same answer. */
  readonly personIdOf: (guest: Guest) => PersonId;
  readonly newId: () => string;
}

export interface ReservationPlan {
  /** The key as it should be; the very same object when nothing changes; null: the stay has none. */
  readonly key: Key | null;
  /** The key's doorcodes must be allocated now: kept where they are still free (`keepOrAllocate`), drawn where missing. */
  readonly codeNeeded: boolean;
  readonly notes: readonly TimelineNote[];
  readonly raise: readonly AlertDraft[];
  /** Ids of alerts that no longer hold; some may not stand at all. */
  readonly clear: readonly string[];
}

/**
 * What a stay, as the PMS tells it now, means for its key. Depends on where the stay is, not on how it got there: missed
 * steps do no harm, and planning twice changes nothing the second time.
 */
export function planReservationChange(change: ReservationChange): ReservationPlan {
  const planned = plannedKey(change);
  const { key: present, after, settings, now } = change;
  const withNewStatus = planned === null ? null : withStatus(planned, { reservation: after, zone: settings.zone, now });
  const key = present !== null && withNewStatus !== null ? nextVersion(present, withNewStatus, now) : withNewStatus;
  return {
    key,
    codeNeeded: key !== null && codeNeeded(change, key),
    notes: notesOf(change, key),
    ...alertsOf(change, key),
  };
}

function plannedKey(change: ReservationChange): Key | null {
  const { key, after } = change;
  switch (after.state) {
    case 'expected':
    case 'in-house':
      return key === null ? newKey(change) : continued(key, change);
    case 'departed':
      return key === null ? null : continued(key, change);
    case 'tentative':
    case 'cancelled':
      return key === null ? null : ended(key, 'cancelled', change);
    case 'no-show':
    case 'deleted':
      return key === null ? null : ended(key, after.state, change);
  }
}

/** A stay whose time is over when Portal first hears of it gets no key. */
function newKey(change: ReservationChange): Key | null {
  const { after, settings, now, newId } = change;
  if (after.scheduledDeparture <= now) return null;
  const empty: Key = {
    id: newId() as KeyId,
    version: 0,
    source: 'pms',
    reservationId: after.id,
    people: [],
    doors: [],
    status: 'upcoming',
    statusChangesAt: null,
    revoked: null,
    createdAt: now,
    updatedAt: now,
  };
  const waits = generateAllowed(settings, after.state);
  const people = peopleOf({
    ...change,
    people: [],
    doorcodes: settings.doorcodes,
    waitsFor: waits.allowed ? null : waits.reason,
  });
  return { ...empty, people, doors: doorsOfStay({ ...change, doors: [] }) };
}

/** A key that the PMS itself revoked comes back with its stay; one that staff revoked keeps up with it, revoked. */
function continued(key: Key, change: ReservationChange): Key {
  const { after, settings } = change;
  const waits = generateAllowed(settings, after.state);
  const people = peopleOf({
    ...change,
    people: key.people,
    doorcodes: settings.doorcodes,
    waitsFor: waits.allowed ? null : waits.reason,
  });
  const isBack = key.revoked !== null && key.revoked.reason !== 'staff' && after.state !== 'departed';
  return { ...key, people, doors: doorsOfStay({ ...change, doors: key.doors }), revoked: isBack ? null : key.revoked };
}

/** Revoked at once; but a protected door stays, and then the key lives on for it alone. */
function ended(key: Key, reason: Exclude<RevokedReason, 'staff'>, change: ReservationChange): Key {
  const { after, settings, now } = change;
  if (key.revoked !== null) return key;
  const by: Actor = { kind: 'pms', connector: after.connector };
  const kept = protectedDoors(key.doors, settings.zone, now);
  if (kept.length === 0) return { ...key, revoked: { at: now, by, reason } };
  const doors = key.doors.map((door) => {
    if (!kept.includes(door)) return door.revoked === null ? { ...door, revoked: { at: now, by } } : door;
    const own = { defaultArrival: null, defaultDeparture: null };
    const window = stayWindow({ reservation: after, door: own, known: null, settings, now });
    const wish = reason === 'cancelled' ? ('cancel' as const) : reason === 'deleted' ? 'delete' : 'no-show';
    return withWish(door, { at: now, doorId: null, ...window, wish });
  });
  return { ...key, doors };
}

function nextVersion(present: Key, planned: Key, now: InstantText): Key {
  if (JSON.stringify(present) === JSON.stringify(planned)) return present;
  return { ...planned, version: present.version + 1, updatedAt: now };
}

/** New doors, another window and a restored key may meet another key's code; a missing code is due when it may be drawn. */
function codeNeeded({ key: present, after, settings, now }: ReservationChange, key: Key): boolean {
  const isLive = key.status === 'upcoming' || key.status === 'current';
  const codes = key.people.flatMap(({ doorcode }) => (doorcode === null ? [] : [doorcode]));
  if (!isLive || codes.length === 0 || !generateAllowed(settings, after.state).allowed) return false;
  if (codes.some(({ code, unassigned }) => code === null && (unassigned === null || unassigned === 'not-yet-due'))) {
    return true;
  }
  const spans = (each: Key): string =>
    JSON.stringify(
      each.doors
        .filter((door) => isOpenDoor(door, { settings, now }))
        .map(({ doorId, arrival, departure, allowLinkedDoors }) => [doorId, arrival, departure, allowLinkedDoors]),
    );
  const wasLive = present !== null && (present.status === 'upcoming' || present.status === 'current');
  return !wasLive || spans(present) !== spans(key);
}
