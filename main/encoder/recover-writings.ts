import type { CardWriting } from '#domain/cards/card-writing';
import type { Base } from '#main/base';
import { hasNotCome } from '#domain/time/clock-doubt';
import { plus, type InstantText } from '#domain/time/time';
import { Temporal } from 'temporal-polyfill';
import { endWriting } from './writings.ts';

/**
 * No encoding goes on for so long: a clerk who walks away is asked for a card for five minutes, and a card is written within
 * seconds. What is older on a store that others use too is of a program that is gone.
 */
const longestJob = Temporal.Duration.from({ minutes: 30 });

/**
 * After a crash or a power cut. What was being written is unknown until the card is read; what had not begun is over.
 * Their alerts are raised with it. On a shared store another program may be at its encoder: what it has begun is its own.
 */
export async function recoverWritings(base: Base): Promise<void> {
  const now = base.clock.now();
  const oldest = plus(now, longestJob.negated());
  // What was begun at a time that has not come is nobody's present job: it would be left alone until then.
  const isOld = (begun: InstantText): boolean => begun < oldest || hasNotCome(begun, now);
  const isLeft = ({ requestedAt }: CardWriting): boolean => !base.store.isShared || isOld(requestedAt);
  await base.store.transact(async (transaction) => {
    const by = { kind: 'portal' as const };
    const { begun } = await transaction.getMany({
      begun: { collection: 'cardWritings', index: 'state', values: ['writing', 'requested', 'waiting'] },
    });
    for (const { id, state } of [...begun.values()].flat().filter(isLeft)) {
      const end = state === 'writing' ? 'unknown' : 'failed';
      await endWriting(transaction, base, { id, state: end, why: 'crash', by });
    }
  });
}
