import type { KeyDetails, KeyDoorView, KeyPersonView } from '#api/views';
import type { DoorId, PersonId } from '#domain/ids';
import type { Closing } from '../../text/doors.ts';
import { joined } from '../../text/language.ts';
import { actTexts, doorcodeActTexts } from './act-sentences.ts';
import { consequenceTexts } from './consequence-sentences.ts';
import {
  removeDoorcodeConsequence,
  removeDoorConsequence,
  removePersonConsequence,
  reprovisionConsequence,
  restoreDoorConsequence,
  restoreKeyConsequence,
  revokeDoorConsequence,
  revokeKeyConsequence,
} from './consequences.ts';
import { cardsOfEnded, heldBy } from './held-credentials.ts';
import type { Place } from './said-note.tsx';

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
      title: actTexts.revoke.title(owners),
      consequence: revokeKeyConsequence({ owner: owners, doors, held: heldBy(details.people) }),
      confirm: actTexts.revoke.confirm,
      danger: true,
      done: actTexts.revoke.done,
      place,
    };
  if (act === 'restore')
    return {
      title: actTexts.restore.title(owners),
      consequence: restoreKeyConsequence(owners, doors, {
        hasCode: heldBy(details.people).hasCode,
        back: cardsOfEnded(details.people),
      }),
      confirm: actTexts.restore.confirm,
      danger: false,
      done: actTexts.restore.done,
      place,
    };
  return {
    title: reprovisionTitle(details),
    consequence: reprovisionConsequence(owners, doors, heldBy(details.people)),
    confirm: actTexts.reprovision.confirm,
    danger: false,
    done: actTexts.reprovision.done,
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
      title: actTexts.revokeDoor.title(door.name),
      consequence: revokeDoorConsequence(closed),
      confirm: actTexts.revokeDoor.confirm,
      danger: true,
      done: actTexts.revokeDoor.done,
      place,
    };
  if (act === 'remove-door')
    return {
      title: actTexts.removeDoor.title(door.name),
      consequence: removeDoorConsequence(closed),
      confirm: actTexts.removeDoor.confirm,
      danger: true,
      done: actTexts.removeDoor.done,
      // The row goes with the door.
      place: 'key',
    };
  if (act === 'give-up')
    return {
      title: actTexts.giveUp.title(door.name),
      consequence: consequenceTexts.giveUp(owners, door.name),
      confirm: actTexts.giveUp.confirm,
      danger: true,
      done: actTexts.giveUp.done,
      place,
    };
  if (act === 'restore')
    return {
      title: actTexts.restoreDoor.title(door.name),
      consequence: restoreDoorConsequence(owners, door.name, held),
      confirm: actTexts.restore.confirm,
      danger: false,
      done: actTexts.restore.done,
      place,
    };
  return {
    title: reprovisionTitle(details),
    consequence: reprovisionConsequence(owners, [door.name], held),
    confirm: actTexts.reprovision.confirm,
    danger: false,
    done: actTexts.reprovision.done,
    place,
  };
}

function reprovisionTitle(details: KeyDetails): string {
  const { hasCode, cards } = heldBy(details.people);
  return hasCode || cards.length === 0 ? actTexts.reprovision.title : actTexts.reprovision.cardTitle;
}

function regenerateWords(personId: PersonId, details: KeyDetails): ActWords {
  const person = details.people.find((one) => one.personId === personId);
  const owner = person === undefined ? ownersOf(details) : nameOf(person);
  return {
    title: doorcodeActTexts.regenerateTitle(owner),
    consequence: consequenceTexts.regenerate(owner, openDoors(details)),
    confirm: doorcodeActTexts.regenerateConfirm,
    danger: true,
    done: doorcodeActTexts.regenerated,
    place: `doorcode/${personId}`,
  };
}

function removeDoorcodeWords(personId: PersonId, details: KeyDetails): ActWords {
  const person = details.people.find((one) => one.personId === personId);
  const owner = person === undefined ? ownersOf(details) : nameOf(person);
  const others = details.people.filter((one) => one.personId !== personId && one.doorcode?.assigned === true);
  return {
    title: doorcodeActTexts.switchOffTitle(owner),
    consequence: removeDoorcodeConsequence(
      owner,
      openDoors(details),
      others.map((other) => nameOf(other)),
    ),
    confirm: doorcodeActTexts.switchOffConfirm,
    danger: true,
    done: doorcodeActTexts.switchedOff,
    place: `doorcode/${personId}`,
  };
}

function removePersonWords(personId: PersonId, details: KeyDetails): ActWords {
  const person = details.people.find((one) => one.personId === personId);
  const owner = person === undefined ? ownersOf(details) : nameOf(person);
  const others = details.people.filter((one) => one.personId !== personId);
  return {
    title: actTexts.removePerson.title(owner),
    consequence: removePersonConsequence({
      owner,
      doors: openDoors(details),
      held: heldBy(person === undefined ? [] : [person]),
      others: others.map((other) => nameOf(other)),
      fromPms: details.source === 'pms',
    }),
    confirm: actTexts.removePerson.confirm,
    danger: true,
    done: actTexts.removePerson.done,
    // The card goes with the person.
    place: 'key',
  };
}
