import type { CreateKeyInput } from '#api/key-inputs';
import { AppError } from '#domain/failure';
import type { KeyId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import { newManualKey } from '#domain/acts/manual-key';
import type { Base } from '#main/base';
import { holderOf } from './key-people.ts';
import { settleKey } from '#main/settling/settle-key';

/**
 * Add Key: the people who are new, the key and everything that follows from it in one commit. Asked twice with one request
 * id (the answer was lost on the way), it makes one key.
 */
export async function createKey(base: Base, input: CreateKeyInput, by: Actor): Promise<{ readonly keyId: KeyId }> {
  const id = `manual:${input.requestId}` as KeyId;
  return base.store.transact(async (transaction) => {
    if ((await transaction.get('keys', id)) !== null) return { keyId: id };
    const settings = await transaction.get('settings', 'property');
    if (settings === null) throw new AppError('internal', 'creating a key before the property is set up');
    for (const { doorId } of input.doors) {
      if ((await transaction.get('doors', doorId)) === null) throw new AppError('not-found', 'creating a key');
    }
    const people = [];
    for (const holder of input.people) people.push(await holderOf(transaction, base, holder));
    const made = newManualKey(
      { id, people, doors: input.doors, newId: () => base.random.id() },
      { by, at: base.clock.now(), zone: settings.zone },
    );
    if (made.outcome === 'refused') throw new AppError(made.reason, 'creating a key');
    await settleKey(transaction, base, { ...made, by });
    return { keyId: id };
  });
}
