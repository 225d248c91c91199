import type { CardOnEncoder } from '#api/encoder';
import type { KeyId } from '#domain/ids';

/** What can be done with the card that lies there. A card of another system is left alone. */
export interface CardActs {
  readonly canWipe: boolean;
  readonly canFinish: boolean;
  /** The key that it can be encoded for again; null: none that is live. */
  readonly encodeFor: KeyId | null;
}

export function ofOurs({ content, matches, says }: Pick<CardOnEncoder, 'content' | 'matches' | 'says'>): CardActs {
  const isOurs = content === 'ours' || content === 'torn';
  const isLive = matches === 'yes' || matches === 'encode-again' || matches === 'not-finished';
  return {
    canWipe: isOurs,
    canFinish: matches === 'not-finished',
    encodeFor: isLive ? (says?.keyId ?? null) : null,
  };
}
