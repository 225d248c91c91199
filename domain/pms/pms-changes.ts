import { generateAllowed } from '#domain/credentials/allocation';
import { unreachable } from '#domain/failure';
import type { KeyId } from '#domain/ids';
import type { Actor, Key, KeyPerson, RevokedReason, UnassignedReason } from '#domain/key/key';
import { isLive, keyStatus, protectedDoors, withStatus } from '#domain/key/key-status';
import { alertsOf } from './pms-alerts.ts';
import { doorsOfStay, isOpenDoor, withWish } from './pms-doors.ts';
import { notesOf } from './pms-notes.ts';
import { peopleOf } from './pms-people.ts';
import { stayWindow } from './pms-stay-window.ts';
import type { ReservationChange, ReservationPlan } from './reservation-change.ts';
import type { InstantText } from '#domain/time/time';

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
    default:
      return unreachable(after.state);
  }
}

/** A stay whose time is over when Portal first hears of it gets no key, unless the guest is still in house. */
function newKey(change: ReservationChange): Key | null {
  const { after, settings, now, newId } = change;
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
    waitsFor: waits.allowed ? null : waits.reason,
  });
  const key = { ...empty, people, doors: doorsOfStay({ ...change, doors: [] }) };
  return after.state !== 'in-house' && isOver(key, change) ? null : key;
}

function isOver(key: Key, { after, settings, now }: ReservationChange): boolean {
  return keyStatus({ key, reservation: after, zone: settings.zone, now }).status === 'past';
}

/** A key that the PMS itself revoked comes back with its stay; one that staff revoked keeps up with it, revoked. */
function continued(key: Key, change: ReservationChange): Key {
  const { after, settings } = change;
  const waits = generateAllowed(settings, after.state);
  const known = peopleOf({
    ...change,
    people: key.people,
    waitsFor: waits.allowed ? null : waits.reason,
  });
  const people = saidWhy(known, waits.allowed ? null : waits.reason);
  const isBack = key.revoked !== null && key.revoked.reason !== 'staff' && after.state !== 'departed';
  return { ...key, people, doors: doorsOfStay({ ...change, doors: key.doors }), revoked: isBack ? null : key.revoked };
}

/** A doorcode that waits, waits for what the rules say now. @param waitsFor null: nothing, it is drawn. */
function saidWhy(people: readonly KeyPerson[], waitsFor: UnassignedReason | null): readonly KeyPerson[] {
  if (waitsFor === null) return people;
  return people.map((person) => {
    const { doorcode } = person;
    if (doorcode === null || doorcode.code !== null || !isWaiting(doorcode.unassigned)) return person;
    return { ...person, doorcode: { ...doorcode, unassigned: waitsFor } };
  });
}

/** Nobody need choose another code: it comes with the check-in, or when doorcodes are switched on. */
function isWaiting(reason: UnassignedReason | null): boolean {
  return reason === 'not-yet-due' || reason === 'type-disabled';
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
    return withWish(door, { at: now, doorId: null, ...window, wish: wishes[reason] });
  });
  return { ...key, doors };
}

/** What time alone changes is no new version, so that staff may go on editing the one they see. */
function nextVersion(present: Key, planned: Key, now: InstantText): Key {
  const { status, statusChangesAt } = present;
  const isSame = JSON.stringify(present) === JSON.stringify({ ...planned, status, statusChangesAt });
  if (!isSame) return { ...planned, version: present.version + 1, updatedAt: now };
  return planned.status === status ? present : planned;
}

/** New doors, another window and a restored key may meet another key's code; a missing code is due when it may be drawn. */
function codeNeeded({ key: present, after, settings, now }: ReservationChange, key: Key): boolean {
  const codes = key.people.flatMap(({ doorcode }) => (doorcode === null ? [] : [doorcode]));
  if (!isLive(key) || codes.length === 0 || !generateAllowed(settings, after.state).allowed) return false;
  if (codes.some(({ code, unassigned }) => code === null && (unassigned === null || isWaiting(unassigned)))) {
    return true;
  }
  const spans = (each: Key): string =>
    JSON.stringify(
      each.doors
        .filter((door) => isOpenDoor(door, { settings, now }))
        .map(({ doorId, arrival, departure, allowLinkedDoors }) => [doorId, arrival, departure, allowLinkedDoors]),
    );
  const wasLive = present !== null && isLive(present);
  return !wasLive || spans(present) !== spans(key);
}

const wishes = { cancelled: 'cancel', 'no-show': 'no-show', deleted: 'delete' } as const;
