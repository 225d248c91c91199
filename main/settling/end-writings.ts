import type { CardWriting } from '#domain/cards/card-writing';
import type { Key } from '#domain/key/key';
import { holds } from '#domain/cards/keycard-allocation';
import type { Keycard } from '#domain/cards/keycard';
import type { InstantText } from '#domain/time/time';
import type { Transaction } from '#main/storage/store';

/**
 * What was written on cards that are no longer this key's is void in the records: `key-ended`, `replaced`, `blocked`
 * (lost and worn out as well). A writing that its job has not ended is left to the job.
 */
export async function endWritings(transaction: Transaction, key: Key, now: InstantText): Promise<void> {
  for (const writing of await transaction.find('cardWritings', 'key', { value: key.id })) {
    if (writing.state !== 'issued' && writing.state !== 'unknown') continue;
    const card = writing.keycardId === null ? null : await transaction.get('keycards', writing.keycardId);
    const why = whyOver(key, writing, card);
    if (why !== null) await transaction.put('cardWritings', { ...writing, state: 'void', why, endedAt: now });
  }
}

function whyOver(key: Key, { credentialId }: CardWriting, card: Keycard | null): string | null {
  if (key.status === 'past' || key.status === 'revoked') return 'key-ended';
  const credential = key.people.flatMap(({ keycards }) => keycards).find((each) => each.credentialId === credentialId);
  if (credential === undefined) return 'replaced';
  if (card === null) return null;
  if (credential.keycardId !== card.id || !holds(card, { keyId: key.id, credentialId })) return 'replaced';
  return card.state === 'assigned' ? null : 'blocked';
}
