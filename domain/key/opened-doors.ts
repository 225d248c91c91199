import { accessInterval } from './access-window.ts';
import type { Key, KeyDoor } from './key.ts';
import type { Door } from '#domain/house/door';
import type { DoorId, LockId } from '#domain/ids';
import type { InstantText, ZoneName } from '#domain/time/time';

/**
 * Which doors a key opens, and whether a door on a key still counts. The one answer to both: codes, locks, cards, lists and
 * screens choose from it and join nothing of their own.
 */

/**
 * `standing`: the key opens it in its time. `leaving`: the guest moved out, and it opens until the grace period ends. `left`:
 * that is over. `revoked`: taken off the key. Whether its time has come, or has gone, is `isOver`'s question.
 */
export type DoorPlace = 'standing' | 'leaving' | 'left' | 'revoked';

export function doorPlace({ revoked, leavesAt }: Pick<KeyDoor, 'revoked' | 'leavesAt'>, now: InstantText): DoorPlace {
  if (revoked !== null) return 'revoked';
  if (leavesAt === null) return 'standing';
  return leavesAt > now ? 'leaving' : 'left';
}

/** On the key for as long as its times say: neither revoked, nor a room that the guest moves out of. */
export function isStanding({ revoked, leavesAt }: Pick<KeyDoor, 'revoked' | 'leavesAt'>): boolean {
  return revoked === null && leavesAt === null;
}

/** A door that the key should open, and where it stays closed because provisioning is not allowed. */
export function isNotAllowed(door: KeyDoor): boolean {
  return isStanding(door) && !door.allowProvisioning;
}

/** Over for good at a moment: revoked, or its time has ended. */
export function isOver(door: KeyDoor, zone: ZoneName, now: InstantText): boolean {
  return door.revoked !== null || accessInterval(door, zone).to <= now;
}

/** A door, and the door of the key with which it opens. */
export interface OpenedDoor {
  readonly door: Door;
  /** The key's own door, or the one whose link leads here. */
  readonly own: KeyDoor;
  /** null: the key has the door itself. */
  readonly linkedFrom: Door | null;
}

/**
 * What these doors of a key lead to: each itself, then the doors linked to it where Allow Linked Doors Access is on. A door to
 * which several lead comes several times; one that is not in the house any more is left out.
 */
export function doorsBehind(owns: readonly KeyDoor[], doors: ReadonlyMap<DoorId, Door>): readonly OpenedDoor[] {
  return owns.flatMap((own) => {
    const door = doors.get(own.doorId);
    if (door === undefined) return [];
    const linked = own.allowLinkedDoors ? door.linkedDoorIds.flatMap((id) => doors.get(id) ?? []) : [];
    return [{ door, own, linkedFrom: null }, ...linked.map((each) => ({ door: each, own, linkedFrom: door }))];
  });
}

/**
 * The doors of a key as staff see them, each once: its own, revoked ones too, and those that open with them. A door that two
 * of them lead to opens with the one that the guest is not moving out of.
 */
export function openedDoors(key: Pick<Key, 'doors'>, doors: ReadonlyMap<DoorId, Door>): readonly OpenedDoor[] {
  const found = new Map<DoorId, OpenedDoor>();
  for (const own of key.doors) {
    const door = doors.get(own.doorId);
    if (door !== undefined) found.set(door.id, { door, own, linkedFrom: null });
  }
  for (const each of doorsBehind(key.doors.filter(leadsOn), doors)) {
    const known = found.get(each.door.id);
    const isBetter = known !== undefined && known.linkedFrom !== null && known.own.leavesAt !== null;
    if (each.linkedFrom !== null && (known === undefined || isBetter)) found.set(each.door.id, each);
  }
  return [...found.values()];
}

/** Most doors of a hotel link no other, and lists ask for a hundred keys at once. */
function leadsOn({ revoked, allowLinkedDoors }: KeyDoor): boolean {
  return revoked === null && allowLinkedDoors;
}

/** The common doors that would open too if Allow Linked Doors Access were on, each once, with the door of the key that says so. */
export function notAllowedLinks(key: Pick<Key, 'doors'>, doors: ReadonlyMap<DoorId, Door>): readonly OpenedDoor[] {
  const opened = new Set(openedDoors(key, doors).map(({ door }) => door.id));
  const closed = key.doors.filter((own) => isStanding(own) && !own.allowLinkedDoors);
  const allowed = closed.map((own) => ({ ...own, allowLinkedDoors: true }));
  const linked = doorsBehind(allowed, doors).filter(({ door }) => !opened.has(door.id));
  return linked.filter(({ door }, at) => linked.findIndex((other) => other.door.id === door.id) === at);
}

/**
 * The locks that a key leads to, each once; linked doors included. Not those of a room that the guest has left: its lock has
 * no say in the code any more.
 */
export function lockIdsOf(key: Pick<Key, 'doors'>, doors: ReadonlyMap<DoorId, Door>): readonly LockId[] {
  const standing = key.doors.filter((door) => isStanding(door));
  return [...new Set(doorsBehind(standing, doors).flatMap(({ door }) => door.lockId ?? []))];
}
