import type { KeySituation } from './key-situation.ts';
import { decisiveWriting, encodingState, type EncodingState } from '#domain/cards/card-encoding';
import { planCard, type CardPlan } from '#domain/cards/card-plan';
import type { CardWriting } from '#domain/cards/card-writing';
import { holds } from '#domain/cards/keycard-allocation';
import type { Keycard } from '#domain/cards/keycard';
import type { CredentialId, PersonId } from '#domain/ids';
import type { KeycardCredential, KeycardKind } from '#domain/key/key';

/** What was asked of the cards of a key, as far as its situation tells. */
export type CardSituation = Omit<KeySituation, 'locks' | 'entries' | 'alerts'>;

/** One keycard of a person with the card, and what was written on it for this credential. */
export interface HeldKeycard {
  readonly credential: KeycardCredential;
  /** null: none is assigned. */
  readonly card: Keycard | null;
  /** False for a card that a key had before it ended. */
  readonly isTheirs: boolean;
  readonly writing: CardWriting | null;
  readonly encoding: EncodingState;
}

/** What a person's card of this key should say now. */
export function cardPlanFor(
  { key, reservation, people, doors, settings, now }: CardSituation,
  { personId, kind }: { readonly personId: PersonId; readonly kind: KeycardKind },
): CardPlan {
  const person = { kind: people.get(personId)?.kind ?? 'guest' };
  return planCard({ key, reservation, person, kind, doors, zone: settings.zone, now });
}

/** Every keycard of the key's people, in the order of the people. */
export function heldKeycards(situation: CardSituation): ReadonlyMap<CredentialId, HeldKeycard> {
  const held = situation.key.people.flatMap(({ personId, keycards }) =>
    keycards.map((credential) => heldKeycard(situation, personId, credential)),
  );
  return new Map(held.map((each) => [each.credential.credentialId, each]));
}

function heldKeycard(situation: CardSituation, personId: PersonId, credential: KeycardCredential): HeldKeycard {
  const { key, cards, writings, now } = situation;
  const { credentialId, keycardId, kind } = credential;
  const card = keycardId === null ? null : (cards.get(keycardId) ?? null);
  // A card that this one took the place of says nothing about this one.
  const its = writings.filter(
    (each) => each.credentialId === credentialId && (each.keycardId === null || each.keycardId === keycardId),
  );
  return {
    credential,
    card,
    isTheirs: card !== null && holds(card, { keyId: key.id, credentialId }),
    writing: decisiveWriting(its),
    encoding: encodingState(cardPlanFor(situation, { personId, kind }), its, now),
  };
}

/** Whether staff should lay the card on the encoder again: it says something else than the key, or nobody knows what. */
export function isToBeEncodedAgain({ card, isTheirs, writing, encoding }: HeldKeycard): boolean {
  if (!isTheirs || card?.state !== 'assigned') return false;
  return encoding === 'encode-again' || (encoding === 'not-finished' && writing?.state === 'unknown');
}

/** A usable card that says nothing yet, or not what it should. A one-shot card is asked for by name, or not at all. */
export function isDueForEncoding({ credential, card, isTheirs, encoding }: HeldKeycard): boolean {
  if (credential.kind === 'one-shot' || !isTheirs || card?.state !== 'assigned') return false;
  return encoding === 'not-encoded' || encoding === 'encode-again' || encoding === 'not-finished';
}

/** Where one keycard of a person stands, in one word; `none`: No Keycard Assigned. */
export type KeycardStanding = EncodingState | 'lost' | 'blocked' | 'worn-out' | 'none';

/** What staff should know about first comes first. */
const worstFirst: readonly KeycardStanding[] = [
  'none',
  'not-finished',
  'lost',
  'blocked',
  'worn-out',
  'encode-again',
  'not-encoded',
  'void',
  'encoded',
  'not-needed',
];

/** The person gets in with it, or needs no card to. */
export function isWorking(standing: KeycardStanding): boolean {
  return standing === 'encoded' || standing === 'not-needed';
}

export function standingOf({ card, isTheirs, encoding }: HeldKeycard): KeycardStanding {
  if (card === null) return 'none';
  const isInUse = card.state === 'assigned' || card.state === 'available';
  return isTheirs && !isInUse ? card.state : encoding;
}

/** Of all usual keycards the one that staff should know about first; null: nobody on the key should hold one. */
export function worstStanding(held: Iterable<HeldKeycard>): KeycardStanding | null {
  const usual = [...held].filter(({ credential }) => credential.kind === 'usual');
  const present = new Set(usual.map(standingOf));
  return worstFirst.find((standing) => present.has(standing)) ?? null;
}
