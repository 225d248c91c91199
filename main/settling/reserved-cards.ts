import type { CredentialId, KeycardId } from '#domain/ids';
import type { Key } from '#domain/key/key';
import { allocateKeycard, isFreeFor, type KeycardAllocation, type StockCard } from '#domain/cards/keycard-allocation';
import type { Keycard, KeycardState } from '#domain/cards/keycard';
import type { View } from '#main/storage/store';

/** Free cards that are looked at together: hardly one of them is ever reserved. */
const batch = 20;

/** `<state>/…`: the cards of a state in the order of their numbers. */
export function cardsIn(state: KeycardState): { readonly from: string; readonly below: string } {
  return { from: `${state}/`, below: `${state}0` };
}

/** A card with who waits for it. @param own A key that may not be stored yet as it is. */
export async function stockCard(view: View, id: KeycardId, own: Key | null): Promise<StockCard | null> {
  const card = await view.get('keycards', id);
  return card === null ? null : { card, reservedFor: await reservedFor(view, card, own) };
}

/** The free card with the lowest number. */
export async function drawCard(view: View, own: Key, credentialId: CredentialId): Promise<KeycardAllocation> {
  const request = { keyId: own.id, credentialId, policy: 'random' as const, asked: null };
  for (let offset = 0; ; offset += batch) {
    const stock = await freeCards(view, { own, offset, limit: batch });
    const allocation = allocateKeycard({ ...request, stock });
    if (allocation.outcome === 'assigned' || stock.length < batch) return allocation;
  }
}

/** Available cards by number, with who waits for them. */
async function freeCards(
  view: View,
  { own, ...page }: { readonly own: Key | null; readonly offset: number; readonly limit: number },
): Promise<readonly StockCard[]> {
  const cards = await view.find('keycards', 'state', cardsIn('available'), page);
  return Promise.all(cards.map(async (card) => ({ card, reservedFor: await reservedFor(view, card, own) })));
}

/** Whether anybody may get it. */
export function isFree(found: StockCard, own: Key | null, credentialId: CredentialId | null): boolean {
  if (own === null || credentialId === null) return found.card.state === 'available' && found.reservedFor === null;
  return isFreeFor(found, { keyId: own.id, credentialId });
}

/** Whether a key waits for it with Strict that neither holds it nor is `own`. */
export async function isAwaited(view: View, { id, holder }: Keycard, own: Key): Promise<boolean> {
  const asking = await view.find('keys', 'strictKeycard', { value: id });
  return asking.some((key) => key.id !== own.id && key.id !== holder?.keyId);
}

/** Of several keys that ask for one card with Strict, it is kept for the one that was made first. */
async function reservedFor(view: View, { id }: Keycard, own: Key | null): Promise<CredentialId | null> {
  const stored = await view.find('keys', 'strictKeycard', { value: id });
  const asking = [...stored.filter((key) => key.id !== own?.id), ...(own === null ? [] : [own])];
  const inOrder = asking.toSorted((one, other) => (ageOf(one) < ageOf(other) ? -1 : 1));
  for (const { people } of inOrder) {
    const credential = people
      .flatMap(({ keycards }) => keycards)
      .find(({ policy, asked }) => policy === 'strict' && asked === id);
    if (credential !== undefined) return credential.credentialId;
  }
  return null;
}

function ageOf({ createdAt, id }: Key): string {
  return `${createdAt}/${id}`;
}
