import type { EncodeInput } from '#api/encoder-inputs';
import type { EncoderProblem } from '#api/encoder';
import type { CardWriting } from '#domain/cards/card-writing';
import type { CredentialId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import type { Base } from '#main/base';
import type { Transaction } from '#main/storage/store';
import { roomsOf, sequenceFor, type SequenceFacts } from './card-sequence.ts';
import { dueCredentials, lostRoom, occupiedRooms, wishOf, type EncodingWish } from './plan-encoding.ts';
import { backTo, requestWriting } from './writings.ts';

export interface RequestedCards {
  readonly wish: EncodingWish;
  /** One for each card, in their order. */
  readonly writings: readonly CardWriting[];
}

/**
 * The records of all cards of a job, before any is laid on. All have one sequence: they lie beside each other.
 * @returns the refusal, with no number used, where it cannot be encoded, or where another stay holds the room and the desk
 * has not seen it.
 */
export async function requestCards(
  transaction: Transaction,
  base: Base,
  asked: { readonly input: EncodeInput; readonly by: Actor; readonly encoder: string | null },
): Promise<RequestedCards | { readonly refused: EncoderProblem; readonly detail: string | null }> {
  const { input, by, encoder } = asked;
  const now = base.clock.now();
  const wish = await wishOf(transaction, now, input);
  if (wish.plan.outcome === 'refused') return { refused: wish.plan.why, detail: lostRoom(wish) };
  const { card } = wish.plan;
  const [occupied] = await occupiedRooms(transaction, now, { ...wish, card });
  if (occupied !== undefined && !input.occupiedSeen) {
    return { refused: 'room-held', detail: occupied.room };
  }
  const credentials = credentialsFor(base, wish, input);
  if (credentials === null) return { refused: 'keycard-not-theirs', detail: null };
  await dropOldRequests(transaction, wish, credentials);

  // Nothing compares the number of a one-shot card: it lies beside no other.
  const mode = wish.kind === 'one-shot' ? 'new' : input.mode;
  const facts: SequenceFacts = { now, rooms: roomsOf(card), writings: wish.writings, mode };
  const { sequence, copy } = await sequenceFor(transaction, facts);
  const writings: CardWriting[] = [];
  for (const [index, credentialId] of credentials.entries()) {
    const { keyId, personId } = input;
    const number = { sequence, copy: Math.min(15, copy + index) };
    writings.push(
      await requestWriting(transaction, base, { ...number, keyId, personId, credentialId, card, encoder, by }),
    );
  }
  return { wish, writings };
}

/**
 * The asked ones, else what is due, else one that has no card yet, else one more. A one-shot card is always one more: what
 * the person has or waits for stays as it is.
 */
function credentialsFor(
  base: Pick<Base, 'random'>,
  wish: EncodingWish,
  { credentialIds, additional }: EncodeInput,
): readonly CredentialId[] | null {
  const { person } = wish;
  const known = new Set(
    person.keycards.filter(({ kind }) => kind === wish.kind).map(({ credentialId }) => credentialId),
  );
  if (credentialIds.some((id) => !known.has(id))) return null;
  const more = Array.from({ length: additional }, () => base.random.id() as CredentialId);
  if (credentialIds.length > 0 || additional > 0) return [...credentialIds, ...more];
  if (wish.kind === 'one-shot') return [base.random.id() as CredentialId];
  const due = dueCredentials(wish);
  if (due.length > 0) return due;
  const without = person.keycards
    .filter(({ keycardId, kind }) => keycardId === null && kind === 'usual')
    .map(({ credentialId }) => credentialId);
  return without.length > 0 ? without : [base.random.id() as CredentialId];
}

/** An earlier attempt for the same card that never began is over. */
async function dropOldRequests(
  transaction: Transaction,
  { writings }: EncodingWish,
  credentials: readonly CredentialId[],
): Promise<void> {
  for (const { id, state, credentialId } of writings) {
    if ((state !== 'requested' && state !== 'waiting') || !credentials.includes(credentialId)) continue;
    const untouched = await backTo(transaction, id, 'requested');
    if (untouched === null) continue;
    await transaction.put('cardWritings', { ...untouched, state: 'failed', why: 'cancelled' });
  }
}
