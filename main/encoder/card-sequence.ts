import type { PlannedDoor } from '#domain/cards/card-plan';
import { kindOf, type CardWriting } from '#domain/cards/card-writing';
import type { DoorId } from '#domain/ids';
import type { InstantText } from '#domain/time/time';
import type { Transaction, View } from '#main/storage/store';
import { takeNumber } from './card-keys.ts';

export interface SequenceFacts {
  readonly now: InstantText;
  readonly rooms: readonly DoorId[];
  /** Everything that was written for the key. */
  readonly writings: readonly CardWriting[];
  readonly mode: 'new' | 'additional' | null;
}

export interface CardSequence {
  readonly sequence: number;
  /** Of the next card with this number. */
  readonly copy: number;
}

const LAST_COPY = 15;

/**
 * The number that a room's lock compares. The same as that of the key's cards that lie beside, where a card with it would
 * open every room of this one; else the property's next, with which older cards of the rooms end.
 */
export async function sequenceFor(transaction: Transaction, facts: SequenceFacts): Promise<CardSequence> {
  const beside = facts.mode === 'new' ? null : await besideOthers(transaction, facts);
  return beside ?? { sequence: await takeNumber(transaction, 'nextSequence'), copy: 0 };
}

/** The private rooms of a card: where numbers are compared. */
export function roomsOf({ doors }: { readonly doors: readonly PlannedDoor[] }): readonly DoorId[] {
  return doors.filter(({ isCommon }) => !isCommon).map(({ doorId }) => doorId);
}

export function sequenceText(sequence: number): string {
  return String(sequence).padStart(10, '0');
}

async function besideOthers(view: View, { now, rooms, mode, ...facts }: SequenceFacts): Promise<CardSequence | null> {
  const writings = facts.writings.filter((each) => kindOf(each) === 'usual');
  const valid = writings.filter(({ state, content }) => state === 'issued' && content.to > now);
  const [best] = valid.toSorted((a, b) => b.sequence - a.sequence || b.copy - a.copy);
  if (best === undefined) return null;
  const { sequence } = best;
  const same = writings.filter((each) => each.sequence === sequence);
  // A room's lock may have seen a higher number than these cards have: only cards that opened it are sure to be right.
  const covered = new Set(same.filter(({ state }) => state === 'issued').flatMap(({ content }) => roomsOf(content)));
  if (!rooms.every((room) => covered.has(room))) return null;
  for (const room of rooms) if (await hasSeenHigher(view, room, sequence, now)) return null;
  if (same.some(({ state }) => state === 'unknown' || state === 'writing')) return null;
  if (mode === null && same.some((each) => isAtLarge(each, now))) return null;
  return { sequence, copy: Math.min(LAST_COPY, Math.max(...same.map(({ copy }) => copy)) + 1) };
}

async function hasSeenHigher(view: View, room: DoorId, sequence: number, now: InstantText): Promise<boolean> {
  const range = { from: `${room}/${sequenceText(sequence + 1)}`, below: `${room}/:` };
  const higher = await view.find('cardWritings', 'sequenceAt', range);
  return higher.some(({ content }) => content.from <= now);
}

/** Somebody has that card who should not: it must end with the room's next card. */
function isAtLarge({ state, why, content }: CardWriting, now: InstantText): boolean {
  return state === 'void' && content.to > now && ['replaced', 'blocked', 'given-up'].includes(why ?? '');
}
