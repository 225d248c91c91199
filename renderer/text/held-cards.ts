import type { KeycardKind } from '#domain/key/key';
import { joined, plural, sentences } from './language.ts';

/**
 * What becomes of keycards when access ends or changes: they are in somebody's hand, nothing on them changes by itself,
 * and a door that only reads them is not told.
 */

export interface HeldCard {
  /** `Card 12 · …580` */
  readonly name: string;
  readonly kind: KeycardKind;
  /** The doors that are, or may be, written on it; empty: nothing is. */
  readonly writtenFor: readonly string[];
}

/** What opens doors for the people whose access ends. */
export interface HeldCredentials {
  readonly hasCode: boolean;
  readonly cards: readonly HeldCard[];
}

/** Which of the sentences about credentials fits. */
export type HeldKind = 'doorcode' | 'keycard' | 'keycards' | 'doorcode-and-keycard' | 'doorcode-and-keycards';

/** Without anything that opens, a doorcode is spoken of. */
export function heldKind({ hasCode, cards }: HeldCredentials): HeldKind {
  if (cards.length === 0) return 'doorcode';
  if (cards.length === 1) return hasCode ? 'doorcode-and-keycard' : 'keycard';
  return hasCode ? 'doorcode-and-keycards' : 'keycards';
}

export const heldCardTexts = sentences('held-cards', {
  goBack: (cards: readonly string[]) =>
    plural(cards.length, {
      one: `${joined(cards)} goes back to stock and is removed from the locks that know it.`,
      other: `${joined(cards)} go back to stock and are removed from the locks that know them.`,
    }),
  stillOpens: (written: readonly string[]) =>
    plural(written.length, {
      one: `What is written on ${joined(written)} still opens doors that only read cards until its time is over; a room forgets it when a newer key is first used there. Take the card back and wipe it.`,
      other: `What is written on ${joined(written)} still opens doors that only read cards until its time is over; a room forgets it when a newer key is first used there. Take the cards back and wipe them.`,
    }),
  stillOpensOnce: (card: string) =>
    `${card} opens doors that only read cards once, until its day is over. Take it back and wipe it.`,
  leaveLocks: (cards: readonly string[]) =>
    plural(cards.length, {
      one: `${joined(cards)} is removed from the locks there that know it.`,
      other: `${joined(cards)} are removed from the locks there that know them.`,
    }),
  stillOpensThere: (written: readonly string[], doors: readonly string[]) =>
    plural(doors.length, {
      one: `What is written on ${joined(written)} still opens ${joined(doors)} if that door only reads cards, until its time is over; a room forgets it when a newer key is first used there.`,
      other: `What is written on ${joined(written)} still opens ${joined(doors)} if those doors only read cards, until its time is over; a room forgets it when a newer key is first used there.`,
    }),
  wipe: (cards: number) =>
    plural(cards, { one: 'Take the card back and wipe it.', other: 'Take the cards back and wipe them.' }),
  encodeThem: (cards: number) => plural(cards, { one: 'Encode the card again.', other: 'Encode the cards again.' }),
  encodeAgain: (cards: readonly string[]) => `${joined(cards)} must be encoded again.`,
  asBefore: 'Until then, doors that only read cards open as before.',
});

/** `Card 12 goes back to stock …`; nothing without cards. */
export function cardsGoBack(cards: readonly HeldCard[]): readonly string[] {
  return cards.length === 0 ? [] : [heldCardTexts.goBack(namesOf(cards))];
}

/** The doors that only read cards, after the cards are taken off the key. */
export function cardsStillOpen(cards: readonly HeldCard[]): readonly string[] {
  const written = cards.filter(({ writtenFor }) => writtenFor.length > 0);
  const usual = written.filter(({ kind }) => kind === 'usual');
  const once = written.filter(({ kind }) => kind === 'one-shot');
  return [
    ...(usual.length === 0 ? [] : [heldCardTexts.stillOpens(namesOf(usual))]),
    ...once.map((card) => heldCardTexts.stillOpensOnce(card.name)),
  ];
}

/** Cards that stay on the key, when some of its doors close. @param isLast No door of the key is left open. */
export function cardsAtClosedDoors(
  cards: readonly HeldCard[],
  doors: readonly string[],
  isLast: boolean,
): readonly string[] {
  if (cards.length === 0) return [];
  const leave = heldCardTexts.leaveLocks(namesOf(cards));
  const written = cards.filter(({ writtenFor }) => doors.some((door) => writtenFor.includes(door)));
  if (written.length === 0) return [leave];
  const still = doors.filter((door) => written.some(({ writtenFor }) => writtenFor.includes(door)));
  const todo = isLast ? heldCardTexts.wipe(written.length) : heldCardTexts.encodeThem(written.length);
  return [leave, heldCardTexts.stillOpensThere(namesOf(written), still), todo];
}

/** `Card 12 must be encoded again.`; nothing is due on a card that carries nothing, or only a key for one day. */
export function cardsEncodeAgain(cards: readonly HeldCard[]): readonly string[] {
  const written = cards.filter(({ kind, writtenFor }) => kind === 'usual' && writtenFor.length > 0);
  return written.length === 0 ? [] : [heldCardTexts.encodeAgain(namesOf(written))];
}

/** After less access: what is on the card still says the old time to a door that only reads it. */
export function cardsOpenAsBefore(cards: readonly HeldCard[]): readonly string[] {
  const again = cardsEncodeAgain(cards);
  return again.length === 0 ? [] : [...again, heldCardTexts.asBefore];
}

function namesOf(cards: readonly HeldCard[]): readonly string[] {
  return cards.map(({ name }) => name);
}
