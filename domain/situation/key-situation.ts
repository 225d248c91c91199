import type { Alert } from '#domain/alerts/alert';
import type { CardWriting } from '#domain/cards/card-writing';
import type { Keycard } from '#domain/cards/keycard';
import type { Door, Lock } from '#domain/house/door';
import type { PropertySettings } from '#domain/house/settings';
import type { DoorId, EntryId, KeycardId, LockId, PersonId } from '#domain/ids';
import type { Key } from '#domain/key/key';
import { doorPlace, openedDoors, type OpenedDoor } from '#domain/key/opened-doors';
import type { LockEntry } from '#domain/locks/lock-entry';
import type { Person } from '#domain/stay/person';
import type { Reservation } from '#domain/stay/reservation';
import type { InstantText } from '#domain/time/time';

/**
 * A key with everything that what it is, opens and lacks depends on, as it was at one moment. Loaded once
 * (main/settling/load-situation.ts) and judged by the rules beside this file; nothing else joins a key with its surroundings.
 */
export interface KeySituation {
  readonly key: Key;
  /** The stay of a PMS key; null for a manual key. */
  readonly reservation: Reservation | null;
  /** Of those the key names; one that is gone is missing. */
  readonly people: ReadonlyMap<PersonId, Person>;
  /** The key's doors and those linked to them. */
  readonly doors: ReadonlyMap<DoorId, Door>;
  /** Of these doors. */
  readonly locks: ReadonlyMap<LockId, Lock>;
  /** Every entry of the key, on whatever lock. */
  readonly entries: ReadonlyMap<EntryId, LockEntry>;
  /** The cards that its credentials name, and those that are given to it. */
  readonly cards: ReadonlyMap<KeycardId, Keycard>;
  /** What was ever written for it. */
  readonly writings: readonly CardWriting[];
  /** About the key. */
  readonly alerts: readonly Alert[];
  readonly settings: PropertySettings;
  readonly now: InstantText;
}

/** The doors of the key as staff see them; see `openedDoors`. */
export function doorsOf({ key, doors }: Pick<KeySituation, 'key' | 'doors'>): readonly OpenedDoor[] {
  return openedDoors(key, doors);
}

/** Of the doors of a key the names of its own that it opens, now or later: a room that the guest has left is not among them. */
export function doorNamesOf(opened: readonly OpenedDoor[], now: InstantText): readonly string[] {
  return opened
    .filter(({ own, linkedFrom }) => linkedFrom === null && opensStill(own, now))
    .map(({ door }) => door.name);
}

function opensStill(own: OpenedDoor['own'], now: InstantText): boolean {
  const place = doorPlace(own, now);
  return place === 'standing' || place === 'leaving';
}
