import type { CredentialId, KeycardId } from '#domain/ids';
import type { Key, KeycardCredential } from '#domain/key/key';
import { allocateKeycard, askedCard, holds, isDue, type KeycardAllocation } from '#domain/cards/keycard-allocation';
import { withAllocation } from '#domain/cards/keycard-edits';
import type { Keycard } from '#domain/cards/keycard';
import type { InstantText } from '#domain/time/time';
import type { TimelineNote } from '#domain/key/timeline';
import type { Transaction } from '#main/storage/store';
import { drawCard, stockCard } from './reserved-cards.ts';

export interface CardFacts {
  /** With its status as of now. */
  readonly key: Key;
  readonly now: InstantText;
  /** Cards that were refused earlier are asked for again. */
  readonly isAskedAgain: boolean;
}

export interface SettledCards {
  readonly key: Key;
  readonly notes: readonly TimelineNote[];
  /** UIDs by credential: of cards that may open, not of lost, blocked or one-shot ones. */
  readonly uids: ReadonlyMap<CredentialId, string>;
  /** Cards that went back to the stock: somebody may wait for one. */
  readonly freed: readonly KeycardId[];
}

/**
 * Keeps the stock with the key: what no credential of it holds any more goes back, what is due is assigned. A key that
 * has ended holds none; its credentials remember the cards, and take them again when it is restored and they are free.
 */
export async function settleCards(transaction: Transaction, facts: CardFacts): Promise<SettledCards> {
  const { key } = facts;
  const held = await transaction.find('keycards', 'key', { value: key.id });
  const credentials = key.people.flatMap(({ keycards }) => keycards);
  if (held.length === 0 && credentials.length === 0) return { key, notes: [], uids: new Map(), freed: [] };

  const isLive = key.status === 'upcoming' || key.status === 'current';
  const returned = held.filter((card) => !isLive || !credentials.some((each) => keeps(key, each, card)));
  const back: Keycard[] = [];
  for (const card of returned) if (card.state === 'assigned') back.push(await giveBack(transaction, card, facts.now));
  const notes = back.map(({ number }) => ({ kind: 'keycard-returned' as const, facts: { number } }));
  const freed = back.map(({ id }) => id);
  if (!isLive) return { key, notes, uids: new Map(), freed };

  const assigned = await assignDue(transaction, facts);
  return { ...assigned, notes: [...notes, ...assigned.notes], freed };
}

async function assignDue(transaction: Transaction, facts: CardFacts): Promise<Omit<SettledCards, 'freed'>> {
  const notes: TimelineNote[] = [];
  const uids = new Map<CredentialId, string>();
  const people = [];
  for (const person of facts.key.people) {
    const keycards = [];
    for (const credential of person.keycards) {
      const { settled, card, note } = await settleCredential(transaction, facts, credential);
      const isOneShot = credential.kind === 'one-shot';
      // Another card would not do the same: nobody waits for it.
      if (isOneShot && settled.keycardId === null) continue;
      keycards.push(settled);
      notes.push(...note);
      if (!isOneShot && card?.state === 'assigned' && card.uid !== null) uids.set(credential.credentialId, card.uid);
    }
    people.push(keycards.length === 0 ? person : { ...person, keycards });
  }
  return { key: { ...facts.key, people }, notes, uids };
}

interface SettledCredential {
  readonly settled: KeycardCredential;
  readonly card: Keycard | null;
  readonly note: readonly TimelineNote[];
}

async function settleCredential(
  transaction: Transaction,
  facts: CardFacts,
  credential: KeycardCredential,
): Promise<SettledCredential> {
  const { key, now, isAskedAgain } = facts;
  const { keycardId, credentialId, policy } = credential;
  const asking = { keyId: key.id, credentialId };
  const known = keycardId === null ? null : await transaction.get('keycards', keycardId);
  if (known !== null && holds(known, asking)) return { settled: credential, card: known, note: [] };
  if (keycardId === null && !isDue(credential, isAskedAgain)) return { settled: credential, card: null, note: [] };

  const allocation = await allocationOf(transaction, key, credential);
  const settled = withAllocation(credential, allocation, now);
  if (allocation.outcome === 'unassigned') {
    const isKnown = keycardId === null && credential.unassigned === allocation.reason;
    const facts = { reason: allocation.reason };
    return { settled, card: null, note: isKnown ? [] : [{ kind: 'keycard-unassigned', facts }] };
  }
  const card: Keycard = { ...allocation.card, ...changedAt(allocation.card, now), state: 'assigned', holder: asking };
  await transaction.put('keycards', card);
  return { settled, card, note: [{ kind: 'keycard-assigned', facts: { number: card.number, policy } }] };
}

/** A card that the credential names already is that one or none: the guest may have it in the hand. */
async function allocationOf(
  transaction: Transaction,
  key: Key,
  { credentialId, keycardId, policy, asked }: KeycardCredential,
): Promise<KeycardAllocation> {
  const asking = { keyId: key.id, credentialId };
  if (keycardId !== null) return askedCard(await stockCard(transaction, keycardId, key), asking);
  if (policy === 'random') return drawCard(transaction, key, credentialId);
  const found = asked === null ? null : await stockCard(transaction, asked, key);
  return allocateKeycard({ ...asking, policy, asked, stock: found === null ? [] : [found] });
}

function keeps(key: Key, credential: KeycardCredential, card: Keycard): boolean {
  return credential.keycardId === card.id && holds(card, { keyId: key.id, credentialId: credential.credentialId });
}

/** What is lost or blocked stays so, and goes on telling whose it was. */
async function giveBack(transaction: Transaction, card: Keycard, now: InstantText): Promise<Keycard> {
  const free: Keycard = { ...card, ...changedAt(card, now), state: 'available', holder: null };
  await transaction.put('keycards', free);
  return free;
}

function changedAt(card: Keycard, now: InstantText): Pick<Keycard, 'version' | 'updatedAt'> {
  return { version: card.version + 1, updatedAt: now };
}
