import type { DoorId } from '#domain/ids';
import { isLive } from '#domain/key/key-status';
import type { Base } from '#main/base';
import type { Transaction } from '#main/storage/store';
import { settleKey } from './settle-key.ts';

/**
 * Keys of these doors that are not over follow what changed there. @param codes `settled`: doorcodes are looked at again; `kept`: only keys that lack one get one.
 */
export async function settleKeysAt(
  transaction: Transaction,
  base: Base,
  doorIds: readonly DoorId[],
  codes: 'settled' | 'kept',
): Promise<void> {
  const keys = await Promise.all(doorIds.map((id) => transaction.find('keys', 'door', { value: id })));
  for (const id of new Set(keys.flat().map((key) => key.id))) {
    // Read when its turn comes: settling one key may have changed another.
    const key = await transaction.get('keys', id);
    if (key === null || !isLive(key)) continue;
    const lacksCode = key.people.some(({ doorcode }) => doorcode !== null && doorcode.code === null);
    const codeNeeded = codes === 'settled' || lacksCode;
    await settleKey(transaction, base, { key, notes: [], by: { kind: 'portal' }, codeNeeded });
  }
}
