import type { KeycardKind } from '#domain/key/key';
import { joined } from './doorcode.ts';

/** What becomes of keycards when access ends: they are in somebody's hand, and a door that only reads them is not told. */

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

/** `Card 12 goes back to the stock …`; nothing without cards. */
export function cardsGoBack(cards: readonly HeldCard[]): readonly string[] {
  if (cards.length === 0) return [];
  const names = joined(cards.map(({ name }) => name));
  return cards.length === 1
    ? [`${names} goes back to the stock and leaves the locks that know it.`]
    : [`${names} go back to the stock and leave the locks that know them.`];
}

/** The doors that only read cards, after the cards are taken off the key. */
export function cardsStillOpen(cards: readonly HeldCard[]): readonly string[] {
  const written = cards.filter(({ writtenFor }) => writtenFor.length > 0);
  const usual = written.filter(({ kind }) => kind === 'usual');
  const once = written.filter(({ kind }) => kind === 'one-shot');
  return [
    ...(usual.length === 0
      ? []
      : [`${onCards(usual, cards)} still opens doors that only read cards, ${untilWhen} ${wipe(usual)}`]),
    ...once.map((card) => `${card.name} opens doors that only read cards once, until its day is over. ${wipe([card])}`),
  ];
}

/** Cards that stay on the key, when some of its doors close. @param isLast No door of the key is left open. */
export function cardsAtClosedDoors(
  cards: readonly HeldCard[],
  doors: readonly string[],
  isLast: boolean,
): readonly string[] {
  if (cards.length === 0) return [];
  const leave = `${joined(cards.map(({ name }) => name))} ${cards.length === 1 ? 'leaves' : 'leave'} the locks there that know ${cards.length === 1 ? 'it' : 'them'}.`;
  const written = cards.filter(({ writtenFor }) => doors.some((door) => writtenFor.includes(door)));
  if (written.length === 0) return [leave];
  const still = doors.filter((door) => written.some(({ writtenFor }) => writtenFor.includes(door)));
  const only = still.length === 1 ? 'where it only reads cards' : 'where they only read cards';
  const todo = isLast ? wipe(written) : `Encode ${written.length === 1 ? 'it' : 'them'} again.`;
  return [leave, `${onCards(written, cards)} still opens ${joined(still)} ${only}, ${untilWhen} ${todo}`];
}

/** What a lock that is offline keeps until it answers. */
export function keptOffline({ hasCode, cards }: HeldCredentials): string {
  const card = cards.length === 1 ? 'the card' : 'the cards';
  if (cards.length === 0) return 'the code';
  return hasCode ? `the code and ${card}` : card;
}

const untilWhen = 'until its time is over; a room forgets it when a newer key is first used there.';

function onCards(written: readonly HeldCard[], cards: readonly HeldCard[]): string {
  const them = cards.length === 1 ? 'it' : 'them';
  return `What is written on ${written.length === cards.length ? them : joined(written.map(({ name }) => name))}`;
}

function wipe(written: readonly HeldCard[]): string {
  return written.length === 1 ? 'Take it back and wipe it.' : 'Take them back and wipe them.';
}
