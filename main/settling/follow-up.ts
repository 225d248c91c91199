import { AppError } from '#domain/failure';
import type { FollowUp } from '#domain/key/follow-up';
import type { DoorId, KeyId } from '#domain/ids';
import type { Key } from '#domain/key/key';
import { isLive } from '#domain/key/key-status';
import type { Base } from '#main/base';
import { setImmediate as breath } from 'node:timers/promises';
import type { Transaction } from '#main/storage/store';
import { settleKey } from './settle-key.ts';

/** What is done so often is noted: after a kill, so many keys at the most follow a second time, which changes nothing. */
const notedEvery = 50;

/** Makes one key follow, in a transaction of its own. */
export type Follow = (transaction: Transaction, base: Base, key: Key) => Promise<void>;

/** The live keys of the whole property have to follow. @returns the id for `runFollowUp`, after the commit. */
export async function noteAllFollow(transaction: Transaction, base: Base, kind: FollowUp['kind']): Promise<string> {
  const { upcoming, current } = await transaction.getMany({
    upcoming: { collection: 'keys', index: 'status', places: { value: 'upcoming' } },
    current: { collection: 'keys', index: 'status', places: { value: 'current' } },
  });
  return note(
    transaction,
    base,
    kind,
    [...current, ...upcoming].map(({ id }) => id as KeyId),
  );
}

/** The live keys of these doors. */
export async function noteFollowAt(
  transaction: Transaction,
  base: Base,
  doorIds: readonly DoorId[],
  kind: 'settled' | 'kept',
): Promise<string> {
  const values = doorIds.flatMap((id) => [`${id}/current`, `${id}/upcoming`]);
  const { keys } = await transaction.getMany({ keys: { collection: 'keys', index: 'doorLive', values } });
  return note(transaction, base, kind, [...new Set([...keys.values()].flat().map(({ id }) => id))]);
}

async function note(transaction: Transaction, base: Base, kind: FollowUp['kind'], keyIds: readonly KeyId[]) {
  const id = base.random.id();
  if (keyIds.length > 0) await transaction.put('followUps', { id, at: base.clock.now(), kind, keyIds });
  return id;
}

/**
 * Makes the keys follow one by one, each in a commit of its own: everybody else has their turn in between. Safe to repeat, and
 * to run twice at the same time. A key that cannot follow (a bug) is told in the log and holds up no other.
 */
export async function runFollowUp(base: Base, id: string, follow: Follow): Promise<void> {
  const found = await base.store.read((view) => view.get('followUps', id));
  if (found === null) return;
  const { keyIds } = found;
  for (const [position, keyId] of keyIds.entries()) {
    await base.store
      .transact(async (transaction) => {
        const key = await transaction.get('keys', keyId);
        if (key !== null && isLive(key)) await follow(transaction, base, key);
      })
      .catch((err: unknown) => {
        // Portal is being left: what is noted is done at the next start.
        if (err instanceof AppError && err.code === 'store-closed') throw err;
        base.log.error({ err, keyId }, 'a key could not follow a change');
      });
    await breath();
    if (position % notedEvery === notedEvery - 1) {
      await base.store.transact((transaction) =>
        transaction.put('followUps', { ...found, keyIds: keyIds.slice(position + 1) }),
      );
    }
  }
  await base.store.transact((transaction) => transaction.remove('followUps', id));
}

/** Doorcodes of the key are looked at again, or only drawn where one is missing. */
export function settleFollowing(kind: 'settled' | 'kept'): Follow {
  return async (transaction, base, key) => {
    const lacksCode = key.people.some(({ doorcode }) => doorcode !== null && doorcode.code === null);
    const codeNeeded = kind === 'settled' || lacksCode;
    await settleKey(transaction, base, { key, notes: [], by: { kind: 'portal' }, codeNeeded });
  };
}
