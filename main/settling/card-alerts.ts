import type { Key } from '#domain/key/key';
import type { InstantText } from '#domain/time/time';
import type { Surroundings } from './surroundings.ts';
import type { Transaction } from '#main/storage/store';
import { clear, raise } from '#main/timeline/record';
import { isToBeEncodedAgain, keycardsOf } from './encoding.ts';
import { endWritings } from './end-writings.ts';

export interface AlertFacts {
  /** As it is stored. */
  readonly key: Key;
  readonly around: Pick<Surroundings, 'reservation' | 'settings' | 'doors'>;
  readonly now: InstantText;
}

/**
 * A live key whose person should hold a card and holds none needs somebody, and so does a card that must be encoded
 * again. Called with every settling of a key, and after anything was written on one of its cards: what was written for a
 * key that ended meanwhile, or on a card that is not its own any more, is void before it is looked at.
 */
export async function settleCardAlerts(transaction: Transaction, { key, around, now }: AlertFacts): Promise<void> {
  await endWritings(transaction, key, now);
  const { reservation, doors, settings } = around;
  const isLive = key.status === 'upcoming' || key.status === 'current';
  const held = isLive
    ? [...(await keycardsOf(transaction, { key, reservation, doors, zone: settings.zone, now })).values()]
    : [];

  const id = `no-keycard/${key.id}`;
  const lacking = held.find(({ credential }) => credential.keycardId === null)?.credential;
  const facts = { reason: lacking?.unassigned ?? 'no-card-left' };
  if (lacking === undefined) await clear(transaction, [id]);
  else await raise(transaction, now, [{ id, kind: 'no-keycard', keyId: key.id, facts }]);

  const againId = `encode-again/${key.id}`;
  const again = held.find(isToBeEncodedAgain);
  if (again === undefined) return clear(transaction, [againId]);
  const why = again.writing?.state === 'void' ? again.writing.why : null;
  const about = { number: again.card?.number ?? '', state: again.encoding, ...(why === null ? {} : { why }) };
  return raise(transaction, now, [{ id: againId, kind: 'encode-again', keyId: key.id, facts: about }]);
}
