import type { EncodePlan, EncoderState, EncoderView } from '#api/encoder';
import type { EncodeInput } from '#api/encoder-inputs';
import type { KeycardView } from '#api/keycards';
import type { CredentialId } from '#domain/ids';
import type { KeycardKind } from '#domain/key/key';

export type EncodeMode = 'new' | 'additional';

/**
 * What the desk does where nobody chooses. A lost card ends at a door only by a newer key. Otherwise cards that are out
 * keep working, as a second card for a couple should not shut the first one out.
 */
export function usualMode(plan: Pick<EncodePlan, 'others'>, lostCard: boolean): EncodeMode {
  return plan.others.length === 0 || lostCard ? 'new' : 'additional';
}

/** What is due, then what has no card of the stock yet: any free card does for that. A one-shot card is always one more. */
export function cardsToEncode(
  plan: Pick<EncodePlan, 'due'>,
  cards: readonly Pick<KeycardView, 'credentialId' | 'keycardId' | 'kind'>[],
  kind: KeycardKind,
): readonly CredentialId[] {
  if (kind === 'one-shot') return [];
  const without = cards
    .filter((card) => card.keycardId === null && card.kind === 'usual')
    .map(({ credentialId }) => credentialId);
  return [...plan.due, ...without.filter((id) => !plan.due.includes(id))];
}

/** Turns "so many cards" into which are written: what is due first, then more for the same person. */
export function encodeWish(wish: {
  readonly due: readonly CredentialId[];
  readonly kind: KeycardKind;
  /** At least 1. */
  readonly count: number;
  /** null: nobody chose. */
  readonly mode: EncodeMode | null;
  readonly encoderId: string;
  readonly occupiedSeen: boolean;
}): Omit<EncodeInput, 'keyId' | 'personId'> {
  const { due, count, ...rest } = wish;
  return { ...rest, credentialIds: due.slice(0, count), additional: Math.max(0, count - due.length) };
}

/** Those that could be used; where none could, the ones that are known, so that the desk hears what is wrong. */
export function encodersToChoose(view: Pick<EncoderView, 'encoders'>): readonly EncoderState[] {
  const usable = view.encoders.filter(({ state }) => state === 'ready' || state === 'busy');
  return usable.length > 0 ? usable : view.encoders;
}
