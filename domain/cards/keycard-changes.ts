import type { Keycard, KeycardState } from './keycard.ts';
import type { InstantText } from '#domain/time/time';

/** What staff say of a card. Assigned it is only by a key. */
export type SaidState = Exclude<KeycardState, 'assigned'>;

/**
 * The card in its new state; the same object when nothing changes; null: a card that somebody holds becomes available
 * only by being taken off their key. Lost, blocked and worn out it goes on telling whose it was.
 *
 * @param isTheirs Whether a live key still names it as its holder's card: found again, it is theirs again.
 */
export function inState(
  card: Keycard,
  said: SaidState,
  { isTheirs, now }: { readonly isTheirs: boolean; readonly now: InstantText },
): Keycard | null {
  if (said === card.state) return card;
  const changed = { ...card, version: card.version + 1, updatedAt: now };
  if (said !== 'available') return { ...changed, state: said };
  if (card.state === 'assigned') return null;
  return isTheirs ? { ...changed, state: 'assigned' } : { ...changed, state: 'available', holder: null };
}
