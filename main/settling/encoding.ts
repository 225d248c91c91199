import { decisiveWriting, encodingState, type EncodingState } from '#domain/cards/card-encoding';
import { planCard } from '#domain/cards/card-plan';
import type { CardWriting } from '#domain/cards/card-writing';
import type { Door } from '#domain/house/door';
import type { CredentialId, DoorId } from '#domain/ids';
import type { Key, KeycardCredential } from '#domain/key/key';
import { holds } from '#domain/cards/keycard-allocation';
import type { Keycard } from '#domain/cards/keycard';
import type { Person } from '#domain/stay/person';
import type { Reservation } from '#domain/stay/reservation';
import type { InstantText, ZoneName } from '#domain/time/time';
import type { View } from '#main/storage/store';

export interface EncodingFacts {
  readonly key: Key;
  readonly reservation: Reservation | null;
  /** The key's doors and those linked to them. */
  readonly doors: ReadonlyMap<DoorId, Door>;
  readonly zone: ZoneName;
  readonly now: InstantText;
}

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

/** Every keycard of the key's people. Costs nothing for a key without. */
export async function keycardsOf(view: View, facts: EncodingFacts): Promise<ReadonlyMap<CredentialId, HeldKeycard>> {
  const { key } = facts;
  const found = new Map<CredentialId, HeldKeycard>();
  if (key.people.every(({ keycards }) => keycards.length === 0)) return found;
  const writings = await view.find('cardWritings', 'key', { value: key.id });
  for (const { personId, keycards } of key.people) {
    const person = keycards.length === 0 ? null : await view.get('people', personId);
    for (const credential of keycards) {
      const held = await heldKeycard(view, facts, { credential, person, writings });
      found.set(credential.credentialId, held);
    }
  }
  return found;
}

async function heldKeycard(
  view: View,
  facts: EncodingFacts,
  {
    credential,
    person,
    writings,
  }: {
    readonly credential: KeycardCredential;
    readonly person: Pick<Person, 'kind'> | null;
    readonly writings: readonly CardWriting[];
  },
): Promise<HeldKeycard> {
  const { key, now } = facts;
  const { credentialId, keycardId } = credential;
  const card = keycardId === null ? null : await view.get('keycards', keycardId);
  // A card that this one took the place of says nothing about this one.
  const its = writings.filter(
    (each) => each.credentialId === credentialId && (each.keycardId === null || each.keycardId === keycardId),
  );
  const plan = planCard({ ...facts, person: person ?? { kind: 'guest' }, kind: credential.kind });
  return {
    credential,
    card,
    isTheirs: card !== null && holds(card, { keyId: key.id, credentialId }),
    writing: decisiveWriting(its),
    encoding: encodingState(plan, its, now),
  };
}

/** Whether staff should lay the card on the encoder again: it says something else than the key, or nobody knows what. */
export function isToBeEncodedAgain({ card, isTheirs, writing, encoding }: HeldKeycard): boolean {
  if (!isTheirs || card?.state !== 'assigned') return false;
  return encoding === 'encode-again' || (encoding === 'not-finished' && writing?.state === 'unknown');
}
