import { doorsOf, type KeySituation } from './key-situation.ts';
import { isOfCard, mayHold } from '#domain/locks/entry-problem';

/** "Removal pending at 1 of 3 doors": what the locks still hold of a key, and should not. */
export interface Removal {
  /** Doors whose locks have not confirmed it. A doorcode and a card that leave one lock are one door. */
  readonly pending: number;
  readonly of: number;
  /** What may still open there. */
  readonly credentials: 'doorcode' | 'keycard' | 'both';
}

/** null: no lock holds what it should not. */
export function removalOf(situation: KeySituation): Removal | null {
  const leaving = [...situation.entries.values()].filter((entry) => entry.wanted === null);
  const pending = new Set(leaving.filter(mayHold).map(({ lockId }) => lockId)).size;
  if (pending === 0) return null;
  const cards = leaving.filter(isOfCard).length;
  const some = cards > 0 ? 'both' : 'doorcode';
  return {
    pending,
    of: Math.max(doorsOf(situation).length, pending),
    credentials: cards === leaving.length ? 'keycard' : some,
  };
}
