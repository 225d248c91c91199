import type { CredentialId, KeycardId, PersonId } from '#domain/ids';
import { changed, refused, type EditContext, type KeyEdit } from '#domain/key/key-edit';
import type { AllocationPolicy, Key, KeycardCredential, KeycardKind, KeyPerson } from '#domain/key/key';
import type { KeycardAllocation } from './keycard-allocation.ts';
import type { InstantText } from '#domain/time/time';

/** The keycard that a person should get. `asked`: with Preferred and Strict; null with Random. */
export interface KeycardWish {
  readonly policy: AllocationPolicy;
  readonly asked: KeycardId | null;
}

export interface KeycardChange {
  readonly personId: PersonId;
  /** null: one more card. */
  readonly credentialId: CredentialId | null;
  readonly policy: AllocationPolicy;
  /** Of a card that is added; one that is there stays of its kind. */
  readonly kind: KeycardKind;
  /** The card that staff chose; with Random it may be left to Portal. */
  readonly chosen: KeycardId | null;
  /** Whether the card that the person has can still be used: with Random and no choice it is kept. */
  readonly isUsable: boolean;
  readonly newId: () => string;
}

/** A keycard credential before a card is found for it. */
export function newKeycard(
  credentialId: CredentialId,
  { policy, asked, kind = 'usual' }: KeycardWish & { readonly kind?: KeycardKind },
): KeycardCredential {
  return { credentialId, kind, policy, asked, keycardId: null, unassigned: null, assignedAt: null };
}

export function isCompleteWish(wish: KeycardWish | null): boolean {
  return wish === null || (wish.policy === 'random') === (wish.asked === null);
}

/** Another policy, another card, or one more card. The card itself is found when the key is settled. */
export function setKeycard(key: Key, change: KeycardChange, context: EditContext): KeyEdit {
  const { personId, credentialId, policy, chosen, newId } = change;
  if (policy !== 'random' && chosen === null) return refused('invalid-input');
  const person = key.people.find((each) => each.personId === personId);
  const present = person?.keycards.find((each) => each.credentialId === credentialId);
  if (person === undefined || (credentialId !== null && present === undefined)) return refused('not-found');
  const asked = policy === 'random' ? null : chosen;
  const kind = present?.kind ?? change.kind;
  const fresh = newKeycard(present?.credentialId ?? (newId() as CredentialId), { policy, asked, kind });
  const hadCard = present !== undefined && present.keycardId !== null;
  const kept = isKept(change, present);
  const credential = kept ? { ...present, policy, asked } : { ...fresh, ...takes(change, hadCard) };
  const keycards =
    present === undefined
      ? [...person.keycards, credential]
      : person.keycards.map((each) => (each === present ? credential : each));
  const what = hadCard && !kept ? 'keycard-replaced' : 'keycard-policy';
  const facts = { change: present === undefined ? 'keycard-added' : what, policy };
  return changed(withKeycards(key, person, keycards), context, {
    notes: [{ kind: 'key-changed', facts }],
    codeNeeded: false,
  });
}

/** The card goes back to the stock; without the last one the Keycard switch is off. */
export function removeKeycard(
  key: Key,
  { personId, credentialId }: { readonly personId: PersonId; readonly credentialId: CredentialId },
  context: EditContext,
): KeyEdit {
  const person = key.people.find((each) => each.personId === personId);
  const keycards = person?.keycards.filter((each) => each.credentialId !== credentialId) ?? [];
  if (person === undefined || keycards.length === person.keycards.length) return refused('not-found');
  return changed(withKeycards(key, person, keycards), context, {
    notes: [{ kind: 'key-changed', facts: { change: 'keycard-removed' } }],
    codeNeeded: false,
  });
}

/** The credential with what the allocation gave. */
export function withAllocation(
  credential: KeycardCredential,
  allocation: KeycardAllocation,
  now: InstantText,
): KeycardCredential {
  if (allocation.outcome === 'assigned') {
    return { ...credential, keycardId: allocation.card.id, unassigned: null, assignedAt: now };
  }
  return { ...credential, keycardId: null, unassigned: allocation.reason, assignedAt: null };
}

/** The cards of a key, person by person: an undo that cannot bring them back is none. */
export function cardsOf(key: Pick<Key, 'people'>): readonly KeycardId[] {
  return key.people.flatMap(({ keycards }) => keycards.flatMap(({ keycardId }) => keycardId ?? []));
}

function isKept(
  { policy, chosen, isUsable }: KeycardChange,
  present: KeycardCredential | undefined,
): present is KeycardCredential {
  if (present === undefined || present.keycardId === null) return false;
  return chosen === present.keycardId || (policy === 'random' && chosen === null && isUsable);
}

/** A card chosen in the place of another, or with Random, is that one or the edit is refused; a first one may be waited for. */
function takes({ policy, chosen }: KeycardChange, hadCard: boolean): Partial<KeycardCredential> {
  return chosen !== null && (hadCard || policy === 'random') ? { keycardId: chosen } : {};
}

function withKeycards(key: Key, person: KeyPerson, keycards: readonly KeycardCredential[]): Key {
  return { ...key, people: key.people.map((each) => (each === person ? { ...each, keycards } : each)) };
}
