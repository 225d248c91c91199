import type { EncoderProblem, JobQuestion } from '#api/encoder';
import { kindOf, type CardWriting } from '#domain/cards/card-writing';
import { AppError } from '#domain/failure';
import type { CredentialId, DoorId } from '#domain/ids';
import { localAt } from '#domain/time/time';
import type { KeyRecord } from '#hardware/card/key-record';
import type { Keycard } from '#domain/cards/keycard';
import { cardWithUid } from '#main/keycards/stock';
import type { Transaction, View } from '#main/storage/store';
import { takeNumber } from './card-keys.ts';
import { momentOf } from './card-record.ts';
import { roomsOf, sequenceText } from './card-sequence.ts';
import type { JobParts, ReadOn } from './job-desk.ts';
import { judgeCard, takeCard, type CardTarget, type LaidCard } from './laid-card.ts';
import { lostRoom, wishOf, type EncodingWish } from './plan-encoding.ts';
import { numberDoors, requestWriting } from './writings.ts';
import { nameOf } from '#domain/text/names';

/** The steps of encoding one card that touch the records. */

/** What the clerk is asked before the card on the encoder is written over; null: nothing. */
export async function overwriteQuestion(
  view: View,
  read: ReadOn,
  writing: CardWriting,
): Promise<Extract<JobQuestion, { ask: 'overwrite' }> | null> {
  if (read.state.is !== 'ours' || !read.state.isRunning) return null;
  const { record } = read.state;
  const known = await view.get('cardWritings', sequenceText(record.credential));
  if (known?.keyId === writing.keyId) return null;
  // A card that the desk ended already is nobody's.
  if (known?.state === 'void') return null;
  const settings = await view.get('settings', 'property');
  const key = known === null ? null : await view.get('keys', known.keyId);
  const [owner] = key?.people ?? [];
  if (settings === null) throw new AppError('internal', 'encoding before the property is set up');
  return {
    ask: 'overwrite',
    owner: owner === undefined ? null : nameOf(owner),
    rooms: await roomNames(view, record),
    until: localAt(momentOf(record.to), settings.zone),
  };
}

/** The rooms that a record names; without a room all its doors. */
export async function roomNames(view: View, { doors }: KeyRecord): Promise<readonly string[]> {
  const byNumber = new Map((await view.all('doors')).map(({ cardNumber, name }) => [cardNumber, name]));
  const rooms = doors.some(({ isCommon }) => !isCommon) ? doors.filter(({ isCommon }) => !isCommon) : doors;
  return rooms.map(({ number }) => byNumber.get(number) ?? `door ${number}`);
}

/** Whether a write was begun on this very card and not seen to its end. */
export async function isUnfinished(view: View, uid: string): Promise<boolean> {
  const there = await view.find('cardWritings', 'uid', { value: uid });
  return there.some(({ state }) => state === 'unknown' || state === 'writing');
}

export async function judge(view: View, uid: string, writing: CardWriting): Promise<LaidCard> {
  const { keyId, personId, credentialId } = writing;
  const key = await view.get('keys', keyId);
  const person = key?.people.find((each) => each.personId === personId);
  if (key === null || person === undefined) throw new AppError('not-found', 'encoding a card');
  const credential = person.keycards.find((each) => each.credentialId === credentialId) ?? null;
  return judgeCard(view, uid, { key, person, credential, credentialId, kind: kindOf(writing) });
}

/**
 * The card is the person's, and the record says that it is being written: committed before the first byte goes out.
 * The plan is made anew: a stay that was moved or shortened since does not get what it was.
 */
export async function beginWriting(
  transaction: Transaction,
  { base, keyring, by }: JobParts,
  { writing, read, card }: { readonly writing: CardWriting; readonly read: ReadOn; readonly card: Keycard | null },
): Promise<CardWriting | { readonly refused: EncoderProblem; readonly detail: string | null }> {
  const { keyId, personId } = writing;
  const wish = await wishOf(transaction, base.clock.now(), { keyId, personId, kind: kindOf(writing) });
  if (wish.plan.outcome === 'refused') return { refused: wish.plan.why, detail: lostRoom(wish) };
  const target = targetOf(wish, writing.credentialId);
  const { uid, type } = read;
  const held = await takeCard(transaction, base, { target, card, uid, type, situation: wish.situation, by });
  const content = await numberDoors(transaction, wish.plan.card);
  const isSameRooms = sameDoors(roomsOf(content), roomsOf(writing.content));
  const begun: CardWriting = {
    ...writing,
    content,
    sequence: isSameRooms ? writing.sequence : await takeNumber(transaction, 'nextSequence'),
    keySet: keyring.ring.current,
    keycardId: held.id,
    uid,
    type,
    state: 'writing',
    why: null,
    endedAt: null,
  };
  await transaction.put('cardWritings', begun);
  return begun;
}

/** Another attempt for the same person: another credential number, and another sequence where the last one is burnt. */
export async function requestAgain(
  transaction: Transaction,
  { base, by }: JobParts,
  last: CardWriting,
  isBurnt: boolean,
): Promise<CardWriting> {
  const { sequence, copy, keyId, personId, credentialId, encoder, content } = last;
  const number = isBurnt ? { sequence: await takeNumber(transaction, 'nextSequence'), copy: 0 } : { sequence, copy };
  const card = { ...content, doors: content.doors.map(({ doorId, isCommon }) => ({ doorId, isCommon })) };
  return requestWriting(transaction, base, { ...number, keyId, personId, credentialId, card, encoder, by });
}

/** It does not keep what is written: nobody gets it any more. */
export async function noteWornOut(transaction: Transaction, { base }: JobParts, uid: string): Promise<void> {
  const card = await cardWithUid(transaction, uid);
  if (card === null) return;
  const now = base.clock.now();
  await transaction.put('keycards', { ...card, state: 'worn-out', version: card.version + 1, updatedAt: now });
}

function targetOf({ key, person, kind }: EncodingWish, credentialId: CredentialId): CardTarget {
  const credential = person.keycards.find((each) => each.credentialId === credentialId) ?? null;
  return { key, person, credential, credentialId, kind };
}

function sameDoors(one: readonly DoorId[], other: readonly DoorId[]): boolean {
  return one.length === other.length && one.every((door) => other.includes(door));
}
