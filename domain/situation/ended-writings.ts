import type { CardSituation } from './held-keycards.ts';
import type { CardWriting } from '#domain/cards/card-writing';
import { holds } from '#domain/cards/keycard-allocation';
import { isLive } from '#domain/key/key-status';

/**
 * What was written on cards that are no longer this key's, void in the records: `key-ended`, `replaced`, `blocked` (lost and
 * worn out as well). A writing that its job has not ended is left to the job.
 */
export function endedWritings(situation: CardSituation): readonly CardWriting[] {
  return situation.writings.flatMap((writing): readonly CardWriting[] => {
    if (writing.state !== 'issued' && writing.state !== 'unknown') return [];
    const why = whyOver(situation, writing);
    return why === null ? [] : [{ ...writing, state: 'void', why, endedAt: situation.now }];
  });
}

function whyOver({ key, cards }: CardSituation, { credentialId, keycardId }: CardWriting): string | null {
  if (!isLive(key)) return 'key-ended';
  const credential = key.people.flatMap(({ keycards }) => keycards).find((each) => each.credentialId === credentialId);
  if (credential === undefined) return 'replaced';
  if (keycardId === null) return null;
  if (credential.keycardId !== keycardId) return 'replaced';
  const card = cards.get(keycardId);
  // The stock does not know it any more.
  if (card === undefined) return null;
  if (!holds(card, { keyId: key.id, credentialId })) return 'replaced';
  return card.state === 'assigned' ? null : 'blocked';
}
