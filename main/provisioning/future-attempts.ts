import type { GatewayId } from '#domain/ids';
import { interrupted, tryNow } from '#domain/locks/entry-outcome';
import { plus, type InstantText } from '#domain/time/time';
import type { Store } from '#main/storage/store';
import { Temporal } from 'temporal-polyfill';

/** No attempt is ever planned so far ahead, nor one under way for so long: such a moment was written by a clock that was ahead. */
const farthest = Temporal.Duration.from({ hours: 1 });

/** A moment that no right clock can have written is not knowledge: what waits for it is due now, and what was under way is read. */
export async function bringBackFuture(store: Store, gatewayId: GatewayId, now: InstantText): Promise<void> {
  const beyond = { from: `${gatewayId}/${plus(now, farthest)}`, below: `${gatewayId}0` };
  if ((await store.read((view) => view.count('entries', 'lane', beyond))) === 0) return;
  await store.transact(async (transaction) => {
    for (const entry of await transaction.find('entries', 'lane', beyond)) {
      await transaction.put('entries', tryNow(interrupted(entry, now), now));
    }
  });
}
