import type { CredentialId, KeycardId, KeyId } from '#domain/ids';
import type { AllocationPolicy, KeycardCredential, NoKeycardReason } from '#domain/key/key';
import type { Keycard } from './keycard.ts';

/** Which card of the stock a person gets. A card is one key's at a time: nothing here ever takes one from somebody. */

/** A card, and who waits for it with the policy Strict. */
export interface StockCard {
  readonly card: Keycard;
  /** The credential of a live key that has reserved it for the whole property; null: nobody. */
  readonly reservedFor: CredentialId | null;
}

export interface KeycardRequest {
  readonly keyId: KeyId;
  readonly credentialId: CredentialId;
  readonly policy: AllocationPolicy;
  /** With Preferred and Strict; null with Random. */
  readonly asked: KeycardId | null;
  /** The cards to choose from, in the order of their numbers: the first that is free is drawn. */
  readonly stock: readonly StockCard[];
}

export type KeycardAllocation =
  | { readonly outcome: 'assigned'; readonly card: Keycard }
  | { readonly outcome: 'unassigned'; readonly reason: NoKeycardReason };

type Asking = Pick<KeycardRequest, 'keyId' | 'credentialId'>;

/**
 * Random: the free card with the lowest number. Preferred and Strict: the asked card or none; that Strict reserves it
 * besides, so that nobody else gets it once it is free, is said by `reservedFor` of the other requests.
 */
export function allocateKeycard(request: KeycardRequest): KeycardAllocation {
  const { policy, asked, stock } = request;
  if (policy === 'random') {
    const free = stock.find((each) => isFreeFor(each, request));
    return free === undefined ? unassigned('no-card-left') : { outcome: 'assigned', card: free.card };
  }
  return askedCard(stock.find(({ card }) => card.id === asked) ?? null, request);
}

/** The very card, or why not: asked for by name, or held before the key was revoked. @param found null: not in the stock. */
export function askedCard(found: StockCard | null, asking: Asking): KeycardAllocation {
  if (found === null) return unassigned('not-in-use');
  if (isFreeFor(found, asking)) return { outcome: 'assigned', card: found.card };
  const { state } = found.card;
  return unassigned(state === 'available' || state === 'assigned' ? 'held-by-another-key' : 'not-in-use');
}

/** Whether the person may get the card, or has it: nobody else holds it or has reserved it. */
export function isFreeFor({ card, reservedFor }: StockCard, asking: Asking): boolean {
  if (card.state === 'assigned') return holds(card, asking);
  return card.state === 'available' && (reservedFor === null || reservedFor === asking.credentialId);
}

/** Whether a card was given to this credential and not taken back: lost or blocked, it is still known to be theirs. */
export function holds(card: Pick<Keycard, 'holder'>, { keyId, credentialId }: Asking): boolean {
  return card.holder?.keyId === keyId && card.holder.credentialId === credentialId;
}

/** Whether settling a live key should look for a card. What was refused is not tried again by the mere passing of time. */
export function isDue(credential: KeycardCredential, isAskedAgain: boolean): boolean {
  if (credential.keycardId !== null) return false;
  if (credential.unassigned === null || credential.policy === 'strict') return true;
  return isAskedAgain && (credential.policy === 'preferred' || credential.unassigned === 'no-card-left');
}

function unassigned(reason: NoKeycardReason): KeycardAllocation {
  return { outcome: 'unassigned', reason };
}
