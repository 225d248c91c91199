import type { PlannedCard } from '#domain/cards/card-plan';
import { kindOf, type CardContent, type CardWriting, type WritingState } from '#domain/cards/card-writing';
import type { CredentialId, KeycardId, KeyId, PersonId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import type { KeycardType } from '#domain/cards/keycard';
import type { InstantText } from '#domain/time/time';
import type { TimelineKind } from '#domain/key/timeline';
import type { Base } from '#main/base';
import { settleAlertsOf } from '#main/settling/settle-alerts';
import type { Transaction, View } from '#main/storage/store';
import { record } from '#main/timeline/record';
import { keysIn, numberOfDoor, takeNumber } from './card-keys.ts';
import { roomsOf, sequenceText, type CardSequence } from './card-sequence.ts';
import { uidEnd } from './plan-encoding.ts';

/** The records of what is written on cards. Each function is one step, in the caller's transaction. */

export interface NewWriting extends CardSequence {
  readonly keyId: KeyId;
  readonly personId: PersonId;
  readonly credentialId: CredentialId;
  readonly card: PlannedCard;
  readonly encoder: string | null;
  readonly by: Actor;
}

export async function requestWriting(transaction: Transaction, base: Base, wanted: NewWriting): Promise<CardWriting> {
  const { card, sequence, copy, keyId, personId, credentialId, encoder, by } = wanted;
  const content = await numberDoors(transaction, card);
  const credential = await takeNumber(transaction, 'nextCredential');
  const { current } = await keysIn(transaction);
  const writing: CardWriting = {
    id: sequenceText(credential),
    credential,
    sequence,
    copy,
    keySet: current,
    keyId,
    personId,
    credentialId,
    keycardId: null,
    uid: null,
    type: null,
    content,
    state: 'requested',
    why: null,
    encoder,
    by,
    requestedAt: base.clock.now(),
    endedAt: null,
  };
  await transaction.put('cardWritings', writing);
  return writing;
}

export async function numberDoors(transaction: Transaction, card: PlannedCard): Promise<CardContent> {
  const doors = [];
  for (const door of card.doors) doors.push({ ...door, number: await numberOfDoor(transaction, door.doorId) });
  return { ...card, doors };
}

/** Waiting and requested: nothing lies there that was touched. */
export async function backTo(
  transaction: Transaction,
  id: string,
  state: 'requested' | 'waiting',
): Promise<CardWriting | null> {
  const writing = await transaction.get('cardWritings', id);
  if (writing === null || writing.state === state) return writing;
  const untouched: CardWriting = { ...writing, state, keycardId: null, uid: null, type: null, why: null };
  await transaction.put('cardWritings', untouched);
  return untouched;
}

/** It ends, or its end is not known. */
export async function endWriting(
  transaction: Transaction,
  base: Base,
  end: { readonly id: string; readonly state: 'failed' | 'unknown' | 'void'; readonly why: string; readonly by: Actor },
): Promise<void> {
  const writing = await transaction.get('cardWritings', end.id);
  if (writing === null || writing.state === end.state) return;
  const now = base.clock.now();
  await transaction.put('cardWritings', { ...writing, state: end.state, why: end.why, endedAt: now });
  const kinds: Partial<Record<WritingState, TimelineKind>> = { failed: 'card-failed', unknown: 'card-not-finished' };
  const kind = kinds[end.state];
  // Nobody laid a card on: there is nothing to tell of.
  if (kind !== undefined && writing.uid !== null) {
    await note(transaction, base, { kind, writing, by: end.by, facts: { why: end.why } });
  }
  await settleAlertsOf(transaction, base, writing.keyId);
}

/**
 * Written, read back and found right. Older cards that it ends are void in the records from here.
 * @returns void for one that was finished too late.
 */
export async function issueWriting(
  transaction: Transaction,
  base: Base,
  issued: { readonly id: string; readonly by: Actor; readonly type: KeycardType | null },
): Promise<'issued' | 'void'> {
  const writing = await transaction.get('cardWritings', issued.id);
  if (writing === null) return 'void';
  const now = base.clock.now();
  if (await isOvertaken(transaction, writing)) {
    const { id } = writing;
    await endWriting(transaction, base, { id, state: 'void', why: 'replaced', by: issued.by });
    return 'void';
  }
  const done: CardWriting = {
    ...writing,
    state: 'issued',
    why: null,
    type: issued.type ?? writing.type,
    endedAt: now,
  };
  await transaction.put('cardWritings', done);
  const ended = new Set<KeyId>([done.keyId]);
  for (const each of await overtakenBy(transaction, done, now)) {
    await transaction.put('cardWritings', { ...each.writing, state: 'void', why: each.why, endedAt: now });
    ended.add(each.writing.keyId);
  }
  await note(transaction, base, { kind: 'card-encoded', writing: done, by: issued.by, facts: {} });
  for (const keyId of ended) await settleAlertsOf(transaction, base, keyId);
  return 'issued';
}

/** The person got another card since: this one, found late, is not theirs any more. */
async function isOvertaken(view: View, { id, keyId, credentialId }: CardWriting): Promise<boolean> {
  const own = await view.find('cardWritings', 'key', { value: keyId });
  return own.some((each) => each.credentialId === credentialId && each.state === 'issued' && each.id > id);
}

interface Overtaken {
  readonly writing: CardWriting;
  readonly why: 'rewritten' | 'replaced' | 'outrun';
}

async function overtakenBy(view: View, done: CardWriting, now: InstantText): Promise<readonly Overtaken[]> {
  const found = new Map<string, Overtaken>();
  const take = (writings: readonly CardWriting[], why: Overtaken['why']): void => {
    for (const writing of writings) {
      const isOut = writing.state === 'issued' || writing.state === 'unknown';
      // What was on this very card is not at large any more, whatever ended it.
      const isBuried = why === 'rewritten' && writing.state === 'void';
      if ((isOut || isBuried) && writing.id !== done.id && !found.has(writing.id))
        found.set(writing.id, { writing, why });
    }
  };
  if (done.uid !== null) take(await view.find('cardWritings', 'uid', { value: done.uid }), 'rewritten');
  const own = await view.find('cardWritings', 'key', { value: done.keyId });
  take(
    own.filter(({ credentialId, state }) => credentialId === done.credentialId && state === 'issued'),
    'replaced',
  );
  for (const room of roomsOf(done.content)) {
    const there = await view.find('cardWritings', 'door', { value: room });
    take(
      there.filter(
        ({ sequence, content, state }) =>
          state === 'issued' && sequence < done.sequence && content.to > now && content.to > done.content.from,
      ),
      'outrun',
    );
  }
  return [...found.values()];
}

/** What was on a card is not there any more. */
export async function voidCard(
  transaction: Transaction,
  base: Base,
  { uid, why, by }: { readonly uid: string; readonly why: 'wiped' | 'rewritten'; readonly by: Actor },
): Promise<readonly CardWriting[]> {
  const there = await transaction.find('cardWritings', 'uid', { value: uid });
  const out = there.filter(({ state }) => state === 'issued' || state === 'unknown' || state === 'void');
  for (const writing of out) {
    const isNew = writing.state !== 'void';
    const endedAt = isNew ? base.clock.now() : writing.endedAt;
    await transaction.put('cardWritings', { ...writing, state: 'void', why, endedAt });
    if (isNew && why === 'wiped') await note(transaction, base, { kind: 'card-wiped', writing, by, facts: {} });
    await settleAlertsOf(transaction, base, writing.keyId);
  }
  return out;
}

export async function note(
  transaction: Transaction,
  base: Base,
  told: {
    readonly kind: TimelineKind;
    readonly writing: CardWriting;
    readonly by: Actor;
    readonly facts: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { kind, writing, by } = told;
  const key = await transaction.get('keys', writing.keyId);
  const facts = {
    ...told.facts,
    number: await numberOf(transaction, writing.keycardId),
    card: uidEnd(writing.uid) ?? '',
    credential: String(writing.credential),
    sequence: String(writing.sequence),
    encoder: writing.encoder ?? '',
    ...(kindOf(writing) === 'one-shot' ? { kind: 'one-shot' } : {}),
  };
  const notes = [{ kind, keyId: writing.keyId, reservationId: key?.reservationId ?? null, facts }];
  await record(transaction, { at: base.clock.now(), by, notes });
}

async function numberOf(view: View, id: KeycardId | null): Promise<string> {
  const card = id === null ? null : await view.get('keycards', id);
  return card?.number ?? '';
}
