import type { JobQuestion } from '#api/encoder';
import type { CredentialId } from '#domain/ids';
import type { Actor, Key, KeycardCredential, KeycardKind, KeyPerson } from '#domain/key/key';
import { holds } from '#domain/cards/keycard-allocation';
import { setKeycard } from '#domain/cards/keycard-edits';
import { isPassingUid, type Keycard, type KeycardType } from '#domain/cards/keycard';
import { AppError } from '#domain/failure';
import type { Base } from '#main/base';
import { isAwaited } from '#main/settling/reserved-cards';
import { cardNumbered, cardWithUid, newKeycard } from '#main/keycards/stock';
import { settleKey } from '#main/settling/settle-key';
import type { KeySituation } from '#domain/situation/key-situation';
import type { Transaction, View } from '#main/storage/store';
import { CardRefusal, type CardRefusalCode } from './card-refusal.ts';
import { nameOf } from '#domain/text/names';

/** Whose hand a card is to come into. */
export interface CardTarget {
  readonly key: Key;
  readonly person: KeyPerson;
  /** null: one more card for the person. */
  readonly credential: KeycardCredential | null;
  /** Of the credential, or of the one that is to be made. */
  readonly credentialId: CredentialId;
  readonly kind: KeycardKind;
}

export type LaidCard =
  /** Of the stock, or to join it: null. */
  | { readonly is: 'right'; readonly card: Keycard | null }
  | { readonly is: 'ask'; readonly card: Keycard; readonly question: JobQuestion }
  /** `number`: of the keycard that is named. */
  | { readonly is: 'wrong'; readonly why: CardRefusalCode; readonly number: string | null };

/** Whether a card that was laid on may be this person's. Random takes any free card; with the other policies it is the asked one. */
export async function judgeCard(view: View, uid: string, target: CardTarget): Promise<LaidCard> {
  if (isPassingUid(uid)) return { is: 'wrong', why: 'keycard-without-number', number: null };
  const card = await cardWithUid(view, uid);
  const { key, credential, credentialId } = target;
  const assignedId = credential?.keycardId ?? credential?.asked ?? null;
  const assigned = assignedId === null ? null : await view.get('keycards', assignedId);
  // A card that was listed and never laid on gets its UID now.
  if (card === null && assigned?.uid === null) return { is: 'right', card: assigned };
  if (card !== null && card.state !== 'available' && card.state !== 'assigned') {
    return { is: 'wrong', why: `keycard-${card.state}`, number: card.number };
  }
  if (card !== null && holds(card, { keyId: key.id, credentialId })) return { is: 'right', card };
  if (credential !== null && credential.policy !== 'random' && assigned !== null && card?.id !== assigned.id) {
    return { is: 'wrong', why: 'keycard-other-chosen', number: assigned.number };
  }
  if (card !== null && (await isAwaited(view, card, key))) {
    return { is: 'wrong', why: 'keycard-reserved', number: card.number };
  }
  if (card === null || card.state === 'available') return { is: 'right', card };
  return heldByOther(view, card, key);
}

async function heldByOther(view: View, card: Keycard, key: Key): Promise<LaidCard> {
  if (card.holder?.keyId === key.id) {
    return { is: 'wrong', why: 'keycard-of-this-key', number: card.number };
  }
  const other = card.holder === null ? null : await view.get('keys', card.holder.keyId);
  const owner = other?.people[0];
  const question = {
    ask: 'held-by-other' as const,
    owner: owner === undefined ? '' : nameOf(owner),
    number: card.number,
  };
  return { is: 'ask', card, question };
}

export interface TakenCard {
  readonly target: CardTarget;
  readonly card: Keycard | null;
  readonly uid: string;
  readonly type: KeycardType;
  readonly situation: KeySituation;
  readonly by: Actor;
}

/**
 * The card joins the stock where it has to, and is the person's. Throws CardRefusal for one that another key
 * reserved since it was judged. @returns the card as it is now.
 */
export async function takeCard(transaction: Transaction, base: Base, taken: TakenCard): Promise<Keycard> {
  const { target, uid, type, by } = taken;
  const { key, credential, credentialId } = target;
  if (taken.card?.state === 'assigned' && taken.card.holder?.keyId !== key.id) {
    await takeFromOther(transaction, base, taken.card, by);
  }
  const present = taken.card === null ? null : await transaction.get('keycards', taken.card.id);
  const card = present ?? newKeycard(base, { number: await freeNumber(transaction), name: '', uid, type });
  if (present === null || card.uid !== uid || card.type !== type) {
    await transaction.put('keycards', { ...card, uid, type, version: card.version + 1, updatedAt: base.clock.now() });
  }
  if (holds(card, { keyId: key.id, credentialId })) {
    // The locks that take UIDs hear of one that is new.
    if (card.uid !== uid) await settleKey(transaction, base, { key, notes: [], by, codeNeeded: false });
    return withUid(transaction, card);
  }
  const policy = credential?.policy ?? 'random';
  const { reservation, settings } = taken.situation;
  const edit = setKeycard(
    key,
    {
      personId: target.person.personId,
      credentialId: credential?.credentialId ?? null,
      policy,
      kind: target.kind,
      chosen: card.id,
      isUsable: true,
      newId: () => credentialId,
    },
    { by, at: base.clock.now(), reservation, zone: settings.zone },
  );
  if (edit.outcome === 'refused') throw new AppError(edit.reason, 'assigning the card on the encoder');
  await settleKey(transaction, base, { ...edit, by });
  const settled = await withUid(transaction, card);
  if (!holds(settled, { keyId: key.id, credentialId })) throw new CardRefusal('keycard-reserved', settled.number);
  return settled;
}

/** A number that no card has: one more than the highest, as wide as that one. */
export async function freeNumber(view: View, from: string | null = null): Promise<string> {
  if (from !== null && (await cardNumbered(view, from)) === null) return from;
  const numbers = (await view.all('keycards')).map(({ number }) => number).filter((number) => /^\d+$/.test(number));
  const [highest = '000'] = numbers.toSorted((a, b) => Number(b) - Number(a));
  return nextNumber(highest);
}

/** `007` after `006`, `K-13` after `K-12`. */
export function nextNumber(number: string): string {
  const digits = /\d+$/.exec(number)?.[0] ?? '';
  const next = String(Number(digits || '0') + 1).padStart(digits.length, '0');
  return `${number.slice(0, number.length - digits.length)}${next}`;
}

async function withUid(transaction: Transaction, { id }: Keycard): Promise<Keycard> {
  const card = await transaction.get('keycards', id);
  if (card === null) throw new AppError('internal', 'assigning a card that is gone');
  return card;
}

/**
 * The other key then has a person without a card, which its alert says; of a one-shot card nobody misses anything. One that
 * had reserved the card with Strict asks for it with Preferred from here on: staff gave it away, and it would come back at
 * once.
 */
async function takeFromOther(transaction: Transaction, base: Base, card: Keycard, by: Actor): Promise<void> {
  const now = base.clock.now();
  const other = card.holder === null ? null : await transaction.get('keys', card.holder.keyId);
  const free = { state: 'available' as const, holder: null, version: card.version + 1, updatedAt: now };
  await transaction.put('keycards', { ...card, ...free });
  if (other === null) return;
  const people = other.people.map((person) => ({
    ...person,
    keycards: person.keycards.flatMap((each) => (each.keycardId === card.id ? without(each) : [each])),
  }));
  const note = { kind: 'keycard-unassigned' as const, facts: { reason: 'held-by-another-key', number: card.number } };
  const key = { ...other, people, version: other.version + 1, updatedAt: now };
  await settleKey(transaction, base, { key, notes: [note], by, codeNeeded: false });
}

function without(credential: KeycardCredential): readonly KeycardCredential[] {
  if (credential.kind === 'one-shot') return [];
  const policy = credential.policy === 'strict' ? 'preferred' : credential.policy;
  return [{ ...credential, policy, keycardId: null, unassigned: 'held-by-another-key', assignedAt: null }];
}
