import type { Base } from '#main/base';
import { endWriting } from './writings.ts';

/**
 * After a crash or a power cut. What was being written is unknown until the card is read; what had not begun is over.
 * Their alerts are raised with it.
 */
export async function recoverWritings(base: Base): Promise<void> {
  await base.store.transact(async (transaction) => {
    const by = { kind: 'portal' as const };
    for (const { id } of await transaction.find('cardWritings', 'state', { value: 'writing' })) {
      await endWriting(transaction, base, { id, state: 'unknown', why: 'crash', by });
    }
    for (const state of ['requested', 'waiting'] as const) {
      for (const { id } of await transaction.find('cardWritings', 'state', { value: state })) {
        await endWriting(transaction, base, { id, state: 'failed', why: 'crash', by });
      }
    }
  });
}
