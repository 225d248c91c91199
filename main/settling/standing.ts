import type { KeycardStanding } from '#api/keycards';
import type { HeldKeycard } from './encoding.ts';

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

function standingOf({ card, isTheirs, encoding }: HeldKeycard): KeycardStanding {
  if (card === null) return 'none';
  const isInUse = card.state === 'assigned' || card.state === 'available';
  return isTheirs && !isInUse ? card.state : encoding;
}

/** null: nobody on the key should hold a card. */
export function worstStanding(held: readonly HeldKeycard[]): KeycardStanding | null {
  const present = new Set(held.map(standingOf));
  return worstFirst.find((standing) => present.has(standing)) ?? null;
}
