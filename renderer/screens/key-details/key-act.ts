import type { KeyDetails, KeyDoorView, KeyPersonView } from '#api/views';
import type { DoorId, PersonId } from '#domain/ids';
import { reprovisionConsequence, restoreDoorConsequence, restoreKeyConsequence } from '../../text/card-changes.ts';
import { joined, regenerateConsequence, removeDoorcodeConsequence } from '../../text/doorcode.ts';
import { type Closing, doneTexts, giveUpConsequence } from '../../text/doors.ts';
import {
  removeDoorConsequence,
  removePersonConsequence,
  revokeDoorConsequence,
  revokeKeyConsequence,
} from './ending-sentences.ts';
import { cardsOfEnded, heldBy } from './held-credentials.ts';
import type { Place } from './said-note.tsx';
import { keyDetailsTexts as texts, wholeKeyTexts } from './sentences.ts';

/** Something that is done after one confirmation. Without a door: to the whole key. */
export type KeyAct =
  | { readonly act: 'revoke' | 'restore' | 'reprovision'; readonly doorId: DoorId | null }
  | { readonly act: 'give-up' | 'remove-door'; readonly doorId: DoorId }
  | { readonly act: 'regenerate'; readonly personId: PersonId }
  | { readonly act: 'remove-doorcode'; readonly personId: PersonId }
  | { readonly act: 'remove-person'; readonly personId: PersonId };

export interface ActWords {
  readonly title: string;
  readonly consequence: string;
  readonly confirm: string;
  readonly danger: boolean;
  readonly done: string;
  readonly place: Place;
}

/** What is said before an act and after it. Names exactly the doors that it touches. */
export function actWords(asked: KeyAct, details: KeyDetails): ActWords {
  if (asked.act === 'regenerate') return regenerateWords(asked.personId, details);
  if (asked.act === 'remove-doorcode') return removeDoorcodeWords(asked.personId, details);
  if (asked.act === 'remove-person') return removePersonWords(asked.personId, details);
  const door = details.doors.find((one) => one.doorId === asked.doorId);
  return door === undefined ? keyWords(asked.act, details) : doorWords(asked.act, door, details);
}

/** Everybody on the key: "Emma Lindqvist and Jonas Weber". */
export function ownersOf(details: KeyDetails): string {
  return joined(details.people.map((person) => nameOf(person)));
}

export function nameOf(person: Pick<KeyPersonView, 'firstName' | 'lastName'>): string {
  return [person.firstName, person.lastName].filter((part) => part !== '').join(' ');
}

/** What closes when this door does: the doors linked to it too, unless another door of the key may open them as well. */
export function closingWith(door: KeyDoorView, details: KeyDetails): Closing {
  const linked = openingWith(door, details);
  const hasAnother = details.doors.some(
    (other) => other.doorId !== door.doorId && other.linkedFrom === null && opens(other) && other.allowLinkedDoors,
  );
  return hasAnother ? { lost: [door.name], maybe: linked } : { lost: [door.name, ...linked], maybe: [] };
}

/** The names of the doors that open with this one of the key. */
export function openingWith({ doorId }: KeyDoorView, { doors }: KeyDetails): readonly string[] {
  return doors.filter((other) => other.linkedFrom !== null && other.ownDoorId === doorId).map(({ name }) => name);
}

/** Now or later. */
function opens({ place }: KeyDoorView): boolean {
  return place === 'standing' || place === 'leaving';
}

function closes(closing: Closing, name: string): boolean {
  return closing.lost.includes(name) || closing.maybe.includes(name);
}

/** The doors that the key opens or should open, by name. */
export function openDoors(details: KeyDetails): readonly string[] {
  return details.doors.filter((door) => opens(door)).map((door) => door.name);
}

/** A linked door opens with a door of the key: its access is set there. */
export function ownDoor(details: KeyDetails, doorId: DoorId): DoorId {
  return details.doors.find((one) => one.doorId === doorId)?.ownDoorId ?? doorId;
}

function keyWords(act: KeyAct['act'], details: KeyDetails): ActWords {
  const owners = ownersOf(details);
  const doors = openDoors(details);
  const place: Place = 'key';
  if (act === 'revoke')
    return {
      title: texts.revokeTitle(owners),
      consequence: revokeKeyConsequence({ owner: owners, doors, held: heldBy(details.people) }),
      confirm: texts.revokeConfirm,
      danger: true,
      done: doneTexts.revokedKey,
      place,
    };
  if (act === 'restore')
    return {
      title: texts.restoreTitle(owners),
      consequence: restoreKeyConsequence(owners, doors, {
        hasCode: heldBy(details.people).hasCode,
        back: cardsOfEnded(details.people),
      }),
      confirm: texts.restoreConfirm,
      danger: false,
      done: doneTexts.restored,
      place,
    };
  return {
    title: reprovisionTitle(details),
    consequence: reprovisionConsequence(owners, doors, heldBy(details.people)),
    confirm: texts.reprovisionConfirm,
    danger: false,
    done: doneTexts.reprovision,
    place,
  };
}

function doorWords(act: KeyAct['act'], door: KeyDoorView, details: KeyDetails): ActWords {
  const owners = ownersOf(details);
  const place: Place = `door/${door.doorId}`;
  const closing = closingWith(door, details);
  const held = heldBy(details.people);
  const others = openDoors(details).filter((name) => !closes(closing, name));
  const closed = { owner: owners, closing, others, held };
  if (act === 'revoke')
    return {
      title: texts.revokeDoorTitle(door.name),
      consequence: revokeDoorConsequence(closed),
      confirm: texts.revokeDoorConfirm,
      danger: true,
      done: doneTexts.revokedDoor,
      place,
    };
  if (act === 'remove-door')
    return {
      title: wholeKeyTexts.removeDoorTitle(door.name),
      consequence: removeDoorConsequence(closed),
      confirm: wholeKeyTexts.removeDoorConfirm,
      danger: true,
      done: wholeKeyTexts.removeDoorDone,
      // The row goes with the door.
      place: 'key',
    };
  if (act === 'give-up')
    return {
      title: texts.giveUpTitle(door.name),
      consequence: giveUpConsequence(owners, door.name),
      confirm: texts.giveUpConfirm,
      danger: true,
      done: doneTexts.gaveUp,
      place,
    };
  if (act === 'restore')
    return {
      title: texts.restoreDoorTitle(door.name),
      consequence: restoreDoorConsequence(owners, door.name, held),
      confirm: texts.restoreConfirm,
      danger: false,
      done: doneTexts.restored,
      place,
    };
  return {
    title: reprovisionTitle(details),
    consequence: reprovisionConsequence(owners, [door.name], held),
    confirm: texts.reprovisionConfirm,
    danger: false,
    done: doneTexts.reprovision,
    place,
  };
}

function reprovisionTitle(details: KeyDetails): string {
  const { hasCode, cards } = heldBy(details.people);
  return hasCode || cards.length === 0 ? texts.reprovisionTitle : texts.reprovisionCardTitle;
}

function regenerateWords(personId: PersonId, details: KeyDetails): ActWords {
  const person = details.people.find((one) => one.personId === personId);
  const owner = person === undefined ? ownersOf(details) : nameOf(person);
  return {
    title: texts.regenerateTitle(owner),
    consequence: regenerateConsequence(owner, openDoors(details)),
    confirm: texts.regenerateConfirm,
    danger: true,
    done: doneTexts.regenerated,
    place: `doorcode/${personId}`,
  };
}

function removeDoorcodeWords(personId: PersonId, details: KeyDetails): ActWords {
  const person = details.people.find((one) => one.personId === personId);
  const owner = person === undefined ? ownersOf(details) : nameOf(person);
  const others = details.people.filter((one) => one.personId !== personId && one.doorcode?.assigned === true);
  return {
    title: texts.removeDoorcodeTitle(owner),
    consequence: removeDoorcodeConsequence(
      owner,
      openDoors(details),
      others.map((other) => nameOf(other)),
    ),
    confirm: texts.removeDoorcodeConfirm,
    danger: true,
    done: doneTexts.removedDoorcode,
    place: `doorcode/${personId}`,
  };
}

function removePersonWords(personId: PersonId, details: KeyDetails): ActWords {
  const person = details.people.find((one) => one.personId === personId);
  const owner = person === undefined ? ownersOf(details) : nameOf(person);
  const others = details.people.filter((one) => one.personId !== personId);
  return {
    title: wholeKeyTexts.removePersonTitle(owner),
    consequence: removePersonConsequence({
      owner,
      doors: openDoors(details),
      held: heldBy(person === undefined ? [] : [person]),
      others: others.map((other) => nameOf(other)),
      fromPms: details.source === 'pms',
    }),
    confirm: wholeKeyTexts.removePerson,
    danger: true,
    done: wholeKeyTexts.removePersonDone,
    // The card goes with the person.
    place: 'key',
  };
}
