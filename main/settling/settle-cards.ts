import type { CredentialId, KeycardId } from '#domain/ids';
import type { Key, KeycardCredential } from '#domain/key/key';
import { isLive } from '#domain/key/key-status';
import type { KeySituation } from '#domain/situation/key-situation';
import { allocateKeycard, askedCard, holds, isDue, type KeycardAllocation } from '#domain/cards/keycard-allocation';
import { withAllocation } from '#domain/cards/keycard-edits';
import type { Keycard } from '#domain/cards/keycard';
import type { InstantText } from '#domain/time/time';
import type { TimelineNote } from '#domain/key/timeline';
import type { Transaction } from '#main/storage/store';
import { drawCard, stockCard } from './reserved-cards.ts';

export interface CardFacts {
  /** With the key's status as of now. */
  readonly situation: KeySituation;
  /** Cards that were refused earlier are asked for again. */
  readonly isAskedAgain: boolean;
}

export interface SettledCards {
  readonly key: Key;
  /** As they are now. */
  readonly cards: KeySituation['cards'];
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
  const { key, now } = facts.situation;
  const held = [...facts.situation.cards.values()].filter(({ holder }) => holder?.keyId === key.id);
  const credentials = key.people.flatMap(({ keycards }) => keycards);
  const nothing = { key, cards: facts.situation.cards, notes: [], uids: new Map(), freed: [] };
  if (held.length === 0 && credentials.length === 0) return nothing;

  const returned = held.filter((card) => !isLive(key) || !credentials.some((each) => keeps(key, each, card)));
  const back = returned.filter(({ state }) => state === 'assigned').map((card) => freed(card, now));
  await transaction.write(back.map((put) => ({ collection: 'keycards', put })));
  const notes = back.map(({ number }) => ({ kind: 'keycard-returned' as const, facts: { number } }));
  const cards = new Map([...facts.situation.cards, ...back.map((card) => [card.id, card] as const)]);
  const known = { ...facts, situation: { ...facts.situation, cards } };
  const assigned = isLive(key) ? await assignDue(transaction, known) : { ...nothing, cards };
  return { ...assigned, notes: [...notes, ...assigned.notes], freed: back.map(({ id }) => id) };
}

async function assignDue(transaction: Transaction, facts: CardFacts): Promise<Omit<SettledCards, 'freed'>> {
  const notes: TimelineNote[] = [];
  const uids = new Map<CredentialId, string>();
  const cards = new Map(facts.situation.cards);
  const people = [];
  for (const person of facts.situation.key.people) {
    const keycards = [];
    for (const credential of person.keycards) {
      const { settled, card, note } = await settleCredential(transaction, facts, credential);
      if (card !== null) cards.set(card.id, card);
      const isOneShot = credential.kind === 'one-shot';
      // Another card would not do the same: nobody waits for it.
      if (isOneShot && settled.keycardId === null) continue;
      keycards.push(settled);
      notes.push(...note);
      if (!isOneShot && card?.state === 'assigned' && card.uid !== null) uids.set(credential.credentialId, card.uid);
    }
    people.push(keycards.length === 0 ? person : { ...person, keycards });
  }
  return { key: { ...facts.situation.key, people }, cards, notes, uids };
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
  const { isAskedAgain } = facts;
  const { key, cards, now } = facts.situation;
  const { keycardId, credentialId, policy } = credential;
  const asking = { keyId: key.id, credentialId };
  const known = keycardId === null ? null : (cards.get(keycardId) ?? null);
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
function freed(card: Keycard, now: InstantText): Keycard {
  return { ...card, ...changedAt(card, now), state: 'available', holder: null };
}

function changedAt(card: Keycard, now: InstantText): Pick<Keycard, 'version' | 'updatedAt'> {
  return { version: card.version + 1, updatedAt: now };
}
