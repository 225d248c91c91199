import { departureInstant } from '#domain/key/access-window';
import type { DoorSettings } from '#domain/key/door-edits';
import { newDoorcode } from '#domain/credentials/doorcode-edits';
import { isCompleteWish, newKeycard, type KeycardWish } from '#domain/cards/keycard-edits';
import type { CredentialId, DoorId, KeyId, PersonId } from '#domain/ids';
import { changed, refused, type EditContext, type KeyEdit } from '#domain/key/key-edit';
import type { AllocationPolicy, Key, KeyDoor, KeyPerson } from '#domain/key/key';

/** Keys that staff make by hand: Add Key, and what is added to such a key later. */

/** The doorcode that a person should get. `asked`: with Preferred and Strict; null with Random. */
export interface DoorcodeWish {
  readonly policy: AllocationPolicy;
  readonly asked: string | null;
}

export interface NewKeyPerson {
  readonly personId: PersonId;
  readonly firstName: string;
  readonly lastName: string;
  /** null: the Doorcode switch is off. */
  readonly doorcode: DoorcodeWish | null;
  /** null: the Keycard switch is off. */
  readonly keycard: KeycardWish | null;
}

export interface NewKeyDoor extends DoorSettings {
  readonly doorId: DoorId;
}

export interface NewManualKey {
  readonly id: KeyId;
  readonly people: readonly NewKeyPerson[];
  readonly doors: readonly NewKeyDoor[];
  /** For the credentials. */
  readonly newId: () => string;
}

/**
 * A key with at least one person and one door. Refused where a door or a person comes twice, an Access Period ends before
 * it begins, every Access Period is over already, or a specific doorcode is missing.
 */
export function newManualKey(wanted: NewManualKey, context: Omit<EditContext, 'reservation'>): KeyEdit {
  const { people, doors, newId } = wanted;
  if (people.length === 0 || doors.length === 0) return refused('invalid-input');
  if (hasTwice(people.map(({ personId }) => personId)) || hasTwice(doors.map(({ doorId }) => doorId))) {
    return refused('invalid-input');
  }
  if (!people.every(({ doorcode, keycard }) => isComplete(doorcode) && isCompleteWish(keycard)))
    return refused('invalid-input');
  if (!doors.every(({ arrival, departure }) => arrival < departure)) return refused('invalid-input');
  if (!doors.some(({ departure }) => departureInstant(departure, context.zone) > context.at)) {
    return refused('invalid-input');
  }
  const key: Key = {
    id: wanted.id,
    // `changed` makes the first version of it.
    version: -1,
    source: 'manual',
    reservationId: null,
    people: people.map((person) => newKeyPerson(person, newId)),
    doors: doors.map((door) => newKeyDoor(door)),
    status: 'upcoming',
    statusChangesAt: null,
    revoked: null,
    createdAt: context.at,
    updatedAt: context.at,
  };
  return changed(key, { ...context, reservation: null }, { notes: [{ kind: 'key-created' }], codeNeeded: true });
}

/** Another person on a key that exists; refused when they hold it already. */
export function addPerson(key: Key, person: NewKeyPerson, newId: () => string, context: EditContext): KeyEdit {
  const isHolder = key.people.some(({ personId }) => personId === person.personId);
  if (isHolder || !isComplete(person.doorcode) || !isCompleteWish(person.keycard)) return refused('invalid-input');
  return changed({ ...key, people: [...key.people, newKeyPerson(person, newId)] }, context, {
    notes: [{ kind: 'key-changed', facts: { change: 'person-added' } }],
    codeNeeded: true,
  });
}

function newKeyPerson({ doorcode, keycard, ...person }: NewKeyPerson, newId: () => string): KeyPerson {
  const credentialId = newId() as CredentialId;
  return {
    ...person,
    doorcode: doorcode === null ? null : newDoorcode({ credentialId, ...doorcode, waitsFor: null }),
    keycards: keycard === null ? [] : [newKeycard(newId() as CredentialId, keycard)],
  };
}

function newKeyDoor({ doorId, ...settings }: NewKeyDoor): KeyDoor {
  const untouched = { protect: false, pmsWish: null, staffSet: [], revoked: null, leavesAt: null };
  return { doorId, origin: 'staff', ...settings, ...untouched };
}

function isComplete(doorcode: DoorcodeWish | null): boolean {
  return doorcode === null || (doorcode.policy === 'random') === (doorcode.asked === null);
}

function hasTwice(ids: readonly string[]): boolean {
  return new Set(ids).size < ids.length;
}
