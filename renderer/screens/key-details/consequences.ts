import { type Closing, maybeCloses } from '../../text/doors.ts';
import {
  cardsAtClosedDoors,
  cardsEncodeAgain,
  cardsGoBack,
  cardsOpenAsBefore,
  cardsStillOpen,
  type HeldCard,
  type HeldCredentials,
  heldKind,
} from '../../text/held-cards.ts';
import { consequenceTexts as texts } from './consequence-sentences.ts';

/** Said before something is done to a key. Each is made of whole sentences: which of them, follows from what is held. */

export interface RevokedKey {
  readonly owner: string;
  readonly doors: readonly string[];
  readonly held: HeldCredentials;
}

export function revokeKeyConsequence({ owner, doors, held }: RevokedKey): string {
  const { cards } = held;
  return said([
    ends(owner, doors, held),
    texts.locksUpdatedNow[heldKind(held)],
    ...cardsGoBack(cards),
    ...cardsStillOpen(cards),
    cards.length === 0 ? texts.mayBeRestored : texts.mayBeRestoredWithCards(cards.length),
  ]);
}

export interface RevokedDoor {
  readonly owner: string;
  readonly closing: Closing;
  /** What still opens. */
  readonly others: readonly string[];
  readonly held: HeldCredentials;
}

export function revokeDoorConsequence(door: RevokedDoor): string {
  return said([...doorCloses(door), texts.doorMayBeRestored]);
}

export function removeDoorConsequence(door: RevokedDoor): string {
  return said([...doorCloses(door), texts.doorMayBeAdded]);
}

function doorCloses({ owner, closing, others, held }: RevokedDoor): readonly string[] {
  return [
    ends(owner, closing.lost, held),
    ...maybeCloses(closing),
    ...cardsAtClosedDoors(held.cards, [...closing.lost, ...closing.maybe], others.length === 0),
    others.length === 0 ? texts.noOtherDoor : texts.othersOpen(others),
  ];
}

export interface RemovedPerson {
  readonly owner: string;
  readonly doors: readonly string[];
  readonly held: HeldCredentials;
  /** Who stays on the key. */
  readonly others: readonly string[];
  /** The key follows a reservation. */
  readonly fromPms: boolean;
}

export function removePersonConsequence({ owner, doors, held, others, fromPms }: RemovedPerson): string {
  const hasCode = held.hasCode && doors.length > 0;
  const isKept = hasCode || held.cards.length > 0;
  return said([
    hasCode ? texts.doorcodeEnds(owner, doors) : texts.noDoorcode(owner),
    ...cardsGoBack(held.cards),
    ...(isKept ? [texts.offlineKeeps[heldKind({ ...held, hasCode })]] : []),
    ...cardsStillOpen(held.cards),
    texts.othersStay(others),
    ...(fromPms ? [texts.notBroughtBack] : []),
  ]);
}

/** @param others Who else has a doorcode on this key. */
export function removeDoorcodeConsequence(owner: string, doors: readonly string[], others: readonly string[]): string {
  return said([
    texts.endsWithDoorcode(owner, doors),
    others.length === 0 ? texts.noOtherDoorcode : texts.otherDoorcodesOpen(others),
    texts.doorcodeMayBeAdded,
  ]);
}

export function reprovisionConsequence(owner: string, doors: readonly string[], held: HeldCredentials): string {
  const { hasCode, cards } = held;
  return said([
    ...(hasCode || cards.length === 0 ? [texts.writtenAgain(owner, doors)] : []),
    ...(cards.length === 0 ? [] : [texts.cardsSentAgain(namesOf(cards))]),
  ]);
}

/** @param back The cards that it had. */
export function restoreKeyConsequence(
  owner: string,
  doors: readonly string[],
  { hasCode, back }: { readonly hasCode: boolean; readonly back: readonly HeldCard[] },
): string {
  const isWritten = hasCode || back.length === 0;
  return said([
    isWritten ? texts.opensAgainOnceWritten(owner, doors) : texts.opensAgain(owner, doors),
    ...(back.length === 0 ? [] : [texts.cardsComeBack(namesOf(back))]),
    ...cardsEncodeAgain(back),
  ]);
}

/** A card that was written while the door was revoked lacks it. */
export function restoreDoorConsequence(owner: string, door: string, held: HeldCredentials): string {
  const without = held.cards.filter(({ writtenFor }) => !writtenFor.includes(door));
  return said([texts.doorOpensAgain[heldKind(held)](owner, door), ...cardsEncodeAgain(without)]);
}

export interface ChangedStay {
  readonly owners: string;
  readonly doors: readonly string[];
  readonly held: HeldCredentials;
  readonly change: 'none' | 'longer' | 'shorter';
}

export function stayConsequence({ owners, doors, held, change }: ChangedStay): string {
  if (change === 'shorter') return said([texts.shorterStay(owners, doors), ...cardsOpenAsBefore(held.cards)]);
  const opens = texts.opensInPeriod[keptKind(held)](owners, doors);
  return said([opens, ...(change === 'none' ? [] : cardsEncodeAgain(held.cards))]);
}

export function addDoorsConsequence(owners: string, doors: readonly string[], held: HeldCredentials): string {
  return said([texts.opensAsWell[keptKind(held)](owners, doors), ...cardsEncodeAgain(held.cards)]);
}

export interface MovedRoom {
  readonly owners: string;
  readonly from: string;
  readonly to: string;
  readonly held: HeldCredentials;
}

export function moveConsequence({ owners, from, to, held }: MovedRoom): string {
  return said([
    texts.moves(owners, from, to),
    ...(held.hasCode ? [texts.sameDoorcodeThere(to)] : []),
    ...cardsAtClosedDoors(held.cards, [from], false),
  ]);
}

/** Without a doorcode it is the card that opened. */
function ends(owner: string, doors: readonly string[], { hasCode, cards }: HeldCredentials): string {
  return !hasCode && cards.length > 0 ? texts.ends(owner, doors) : texts.endsWithDoorcode(owner, doors);
}

function keptKind(held: HeldCredentials): keyof typeof texts.opensInPeriod {
  return held.hasCode || held.cards.length > 0 ? heldKind(held) : 'nothing';
}

function namesOf(cards: readonly HeldCard[]): readonly string[] {
  return cards.map(({ name }) => name);
}

function said(whole: readonly string[]): string {
  return whole.join(' ');
}
