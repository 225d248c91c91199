import type { DoorcodeState, KeyDoorView, LinkedDoorNotAllowed } from '#api/views';
import type { Door, Lock } from '#domain/house/door';
import { entryIdOf } from '#domain/locks/entry-plan';
import type { CredentialId, DoorId, EntryId, LockId } from '#domain/ids';
import type { Doorcode, Key, KeyDoor, KeyPerson } from '#domain/key/key';
import type { LockEntry } from '#domain/locks/lock-entry';
import type { Reservation } from '#domain/stay/reservation';
import type { PropertySettings } from '#domain/house/settings';
import { localAt, type InstantText } from '#domain/time/time';
import { keycardsOf, type HeldKeycard } from '#main/settling/encoding';
import type { View } from '#main/storage/store';
import { doorcodeViewAt } from './doorcode-view.ts';

/** A key with everything that a screen joins to it. */
export interface JoinedKey {
  readonly key: Key;
  readonly reservation: Reservation | null;
  readonly settings: PropertySettings;
  readonly doors: ReadonlyMap<DoorId, Door>;
  readonly locks: ReadonlyMap<LockId, Lock>;
  readonly entries: ReadonlyMap<EntryId, LockEntry>;
  readonly keycards: ReadonlyMap<CredentialId, HeldKeycard>;
  readonly now: InstantText;
}

export async function joinKey(
  view: View,
  key: Key,
  around: { readonly settings: PropertySettings; readonly now: InstantText },
): Promise<JoinedKey> {
  const doors = new Map<DoorId, Door>();
  const take = async (ids: readonly DoorId[]): Promise<readonly DoorId[]> => {
    const linked: DoorId[] = [];
    for (const id of ids) {
      const door = await view.get('doors', id);
      if (door === null) continue;
      doors.set(id, door);
      linked.push(...door.linkedDoorIds);
    }
    return linked;
  };
  await take(await take(key.doors.map(({ doorId }) => doorId)));
  const locks = new Map<LockId, Lock>();
  for (const { lockId } of doors.values()) {
    const lock = lockId === null ? null : await view.get('locks', lockId);
    if (lock !== null) locks.set(lock.id, lock);
  }
  const entries = await view.find('entries', 'key', { value: key.id });
  const reservation = key.reservationId === null ? null : await view.get('reservations', key.reservationId);
  const keycards = await keycardsOf(view, { key, reservation, doors, zone: around.settings.zone, now: around.now });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return { key, reservation, ...around, doors, locks, entries: byId, keycards };
}

interface Place {
  readonly door: Door;
  /** The key's own door, or the one that links this one. */
  readonly own: KeyDoor;
  readonly linkedFrom: Door | null;
}

/** The doors that a key opens: its own, and those linked to them, each once. */
export function placesOf({ key, doors }: JoinedKey): readonly Place[] {
  const places = new Map<DoorId, Place>();
  for (const own of key.doors) {
    const door = doors.get(own.doorId);
    if (door !== undefined) places.set(door.id, { door, own, linkedFrom: null });
  }
  for (const own of key.doors) {
    const from = doors.get(own.doorId);
    if (from === undefined || !own.allowLinkedDoors || own.revoked !== null) continue;
    for (const id of from.linkedDoorIds) {
      const door = doors.get(id);
      const known = places.get(id);
      const isBetter = known !== undefined && known.linkedFrom !== null && known.own.leavesAt !== null;
      if (door !== undefined && (known === undefined || isBetter)) places.set(id, { door, own, linkedFrom: from });
    }
  }
  return [...places.values()];
}

export function doorViews(joined: JoinedKey): readonly KeyDoorView[] {
  const doorcode = joined.key.people.find((person) => person.doorcode !== null)?.doorcode ?? null;
  return placesOf(joined).map((place) => doorView(joined, place, doorcode));
}

/** The common doors that the key would open if Allow Linked Doors Access were on, each once. */
export function linkedNotAllowed(joined: JoinedKey): readonly LinkedDoorNotAllowed[] {
  const opened = new Set(placesOf(joined).map(({ door }) => door.id));
  const found = new Map<DoorId, LinkedDoorNotAllowed>();
  for (const own of joined.key.doors) {
    const from = joined.doors.get(own.doorId);
    if (from === undefined || own.allowLinkedDoors || own.revoked !== null || own.leavesAt !== null) continue;
    for (const doorId of from.linkedDoorIds) {
      const door = joined.doors.get(doorId);
      if (door === undefined || opened.has(doorId) || found.has(doorId)) continue;
      found.set(doorId, { doorId, name: door.name, ownDoorId: own.doorId, linkedFrom: from.name });
    }
  }
  return [...found.values()];
}

/** The states of one person's doorcode, a door each. A room that the guest left counts until its lock forgot the code. */
export function doorcodeStates(joined: JoinedKey, person: KeyPerson): readonly DoorcodeState[] {
  const { doorcode } = person;
  if (doorcode === null) return [];
  return placesOf(joined)
    .filter(({ own }) => own.revoked === null)
    .map((place) => ({ state: stateAt(joined, place, doorcode), isLeft: hasLeft(place.own, joined) }))
    .filter(({ state, isLeft }) => !isLeft || state.state !== 'removed')
    .map(({ state }) => state);
}

/** The guest moved out, and the time in which the room still opened is over. */
export function hasLeft({ leavesAt }: KeyDoor, { now }: Pick<JoinedKey, 'now'>): boolean {
  return leavesAt !== null && leavesAt <= now;
}

function doorView(joined: JoinedKey, place: Place, doorcode: Doorcode | null): KeyDoorView {
  const { door, own, linkedFrom } = place;
  const lock = door.lockId === null ? null : (joined.locks.get(door.lockId) ?? null);
  return {
    doorId: door.id,
    name: door.name,
    type: door.type,
    linkedFrom: linkedFrom?.name ?? null,
    origin: own.origin,
    arrival: own.arrival,
    departure: own.leavesAt === null ? own.departure : localAt(own.leavesAt, joined.settings.zone),
    weekdays: own.weekdays,
    hours: own.hours,
    allowProvisioning: own.allowProvisioning,
    allowLinkedDoors: own.allowLinkedDoors,
    protect: own.protect,
    pmsWish: own.pmsWish,
    revokedAt: own.revoked?.at ?? null,
    leavesAt: hasLeft(own, joined) ? null : own.leavesAt,
    lockId: door.lockId,
    lockOnline: lock?.online ?? null,
    lockOnlineSince: lock?.onlineSince ?? null,
    doorcode: doorcode === null ? null : stateAt(joined, place, doorcode),
  };
}

function stateAt(joined: JoinedKey, { door, own }: Place, doorcode: Doorcode): DoorcodeState {
  const { key, settings, now } = joined;
  const id = door.lockId === null ? null : entryIdOf({ lockId: door.lockId, credentialId: doorcode.credentialId });
  const entry = id === null ? null : (joined.entries.get(id) ?? null);
  return doorcodeViewAt({ key, door: own, doorcode, hasLock: door.lockId !== null, entry, settings, now });
}
