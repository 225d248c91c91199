import type { AddKeycardInput, KeycardStateInput, RenameKeycardInput } from '#api/keycard-inputs';
import { AppError } from '#domain/failure';
import type { KeycardId } from '#domain/ids';
import type { Actor, Key } from '#domain/key/key';
import { isLive } from '#domain/key/key-status';
import type { Keycard } from '#domain/cards/keycard';
import { holds } from '#domain/cards/keycard-allocation';
import { inState } from '#domain/cards/keycard-changes';
import type { Base } from '#main/base';
import { handOn, settleKey } from '#main/settling/settle-key';
import type { Transaction, View } from '#main/storage/store';
import { record } from '#main/timeline/record';

/** A card of the stock that nobody holds. */
export function newKeycard(base: Pick<Base, 'random' | 'clock'>, card: AddKeycardInput): Keycard {
  return {
    id: base.random.id() as KeycardId,
    version: 0,
    ...card,
    state: 'available',
    holder: null,
    updatedAt: base.clock.now(),
  };
}

export async function addKeycard(base: Base, input: AddKeycardInput, by: Actor): Promise<{ readonly id: KeycardId }> {
  return base.store.transact(async (transaction) => {
    if ((await cardNumbered(transaction, input.number)) !== null) {
      throw new AppError('keycard-number-taken', 'adding a keycard');
    }
    if (input.uid !== null && (await cardWithUid(transaction, input.uid)) !== null) {
      throw new AppError('keycard-known', 'adding a keycard');
    }
    const card = newKeycard(base, input);
    await transaction.put('keycards', card);
    const note = { kind: 'keycard-added' as const, facts: { number: card.number } };
    await record(transaction, { at: base.clock.now(), by, notes: [note] });
    return { id: card.id };
  });
}

export async function renameKeycard(base: Base, input: RenameKeycardInput, by: Actor): Promise<void> {
  const { keycardId, version, number, name } = input;
  await base.store.transact(async (transaction) => {
    const card = await cardAt(transaction, keycardId, version);
    const other = await cardNumbered(transaction, number);
    if (other !== null && other.id !== card.id) throw new AppError('keycard-number-taken', 'renaming a keycard');
    const now = base.clock.now();
    await transaction.put('keycards', { ...card, number, name, version: version + 1, updatedAt: now });
    const note = {
      kind: 'keycard-renamed' as const,
      keyId: (await keyOfHolder(transaction, card))?.id ?? null,
      facts: { number },
      before: { number: card.number, name: card.name },
      after: { number, name },
    };
    await record(transaction, { at: now, by, notes: [note] });
  });
}

/** The card ends, or comes back, and nothing else of the person does: its UID and what is written on it follow it. */
export async function setKeycardState(base: Base, input: KeycardStateInput, by: Actor): Promise<void> {
  const { keycardId, version, state } = input;
  await base.store.transact(async (transaction) => {
    const card = await cardAt(transaction, keycardId, version);
    const key = await keyOfHolder(transaction, card);
    const now = base.clock.now();
    const changed = inState(card, state, { isTheirs: key !== null, now });
    if (changed === null) throw new AppError('invalid-input', 'making a keycard available that somebody holds');
    if (changed === card) return;
    await transaction.put('keycards', changed);
    const note = {
      kind: 'keycard-state' as const,
      keyId: key?.id ?? null,
      facts: { number: card.number, state: changed.state },
      before: { state: card.state },
      after: { state: changed.state },
    };
    await record(transaction, { at: now, by, notes: [note] });
    if (key !== null) await settleKey(transaction, base, { key, notes: [], by, codeNeeded: false });
    if (changed.state === 'available') await handOn(transaction, base, card.id);
  });
}

export async function cardNumbered(view: View, number: string): Promise<Keycard | null> {
  const [card = null] = await view.find('keycards', 'number', { value: number.toLowerCase() });
  return card;
}

export async function cardWithUid(view: View, uid: string): Promise<Keycard | null> {
  const [card = null] = await view.find('keycards', 'uid', { value: uid });
  return card;
}

/** The live key that names the card as its holder's; null: nobody's, or of a key that has ended or has another card now. */
export async function keyOfHolder(view: View, card: Keycard): Promise<Key | null> {
  const key = card.holder === null ? null : await view.get('keys', card.holder.keyId);
  if (key === null || !isLive(key)) return null;
  const isNamed = key.people
    .flatMap(({ keycards }) => keycards)
    .some(({ credentialId, keycardId }) => keycardId === card.id && holds(card, { keyId: key.id, credentialId }));
  return isNamed ? key : null;
}

async function cardAt(transaction: Transaction, id: KeycardId, version: number): Promise<Keycard> {
  const card = await transaction.get('keycards', id);
  if (card === null) throw new AppError('not-found', 'changing a keycard');
  if (card.version !== version) throw new AppError('changed-meanwhile', 'changing a keycard');
  return card;
}
