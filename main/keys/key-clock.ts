import type { Base } from '#main/base';
import type { InstantText } from '#domain/time';
import type { Key } from '#domain/key';
import type { Transaction } from '#main/storage/store';
import { record } from '#main/timeline/record';
import { settleKey } from './settle-key.ts';

/** How many keys change in one commit: a property's whole check-out hour does not hold up the desk. */
const batch = 50;

export interface KeyClock {
  stop(): Promise<void>;
}

/**
 * Turns the passing of time into changes: a key becomes Current, is written ahead of its arrival, becomes Past, leaves a room
 * after the grace period. Asks the store for the next such moment and waits for it.
 */
export function startKeyClock(base: Base): KeyClock {
  const stopped = new AbortController();
  let wake = new AbortController();
  const forget = base.store.onCommit((changes) => {
    if (changes.some(({ collection }) => collection === 'keys')) wake.abort();
  });
  const loop = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      wake = new AbortController();
      try {
        await settleDue(base);
        const next = await nextMoment(base);
        await base.clock.until(next, AbortSignal.any([stopped.signal, wake.signal]));
      } catch (err) {
        base.log.error({ err }, 'keys could not follow the clock');
        await base.clock.until(inASecond(base.clock.now()), stopped.signal);
      }
    }
  };
  const running = loop();
  return {
    async stop() {
      forget();
      stopped.abort();
      await running;
    },
  };
}

/** Every key whose moment has come. Safe to repeat. */
async function settleDue(base: Base): Promise<void> {
  for (;;) {
    const due = await base.store.transact(async (transaction) => {
      const now = base.clock.now();
      const keys = await transaction.find('keys', 'statusChangesAt', { below: `${now}~` }, { limit: batch });
      for (const key of keys) await settleByTime(transaction, base, key);
      return keys.length;
    });
    if (due < batch) return;
  }
}

async function settleByTime(transaction: Transaction, base: Base, key: Key): Promise<void> {
  const by = { kind: 'portal' as const };
  const settled = await settleKey(transaction, base, { key, notes: [], by, codeNeeded: false });
  if (settled.status === key.status) return;
  const note = { kind: 'status-changed' as const, keyId: key.id, facts: { from: key.status, to: settled.status } };
  await record(transaction, { at: base.clock.now(), by, notes: [note] });
}

async function nextMoment(base: Base): Promise<InstantText> {
  const [next] = await base.store.read((view) => view.find('keys', 'statusChangesAt', {}, { limit: 1 }));
  return next?.statusChangesAt ?? never;
}

function inASecond(now: InstantText): InstantText {
  return new Date(Date.parse(now) + 1_000).toISOString() as InstantText;
}

const never = '9999-12-31T23:59:59.999Z' as InstantText;
