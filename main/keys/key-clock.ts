import type { Base } from '#main/base';
import type { KeyId } from '#domain/ids';
import { keyStatus, isLive } from '#domain/key/key-status';
import { standing } from '#domain/pms/pms-connection';
import { localAt, plus, type InstantText } from '#domain/time/time';
import type { Key } from '#domain/key/key';
import { loadSituation } from '#main/settling/load-situation';
import type { Transaction, View } from '#main/storage/store';
import { record } from '#main/timeline/record';
import { Temporal } from 'temporal-polyfill';
import { settleKey } from '#main/settling/settle-key';

/** How many keys are looked up together; each follows the clock in a commit of its own. */
const batch = 50;
/** A key that cannot follow (a bug, a full disk) holds up no other, and is tried again after this long. */
const patience = Temporal.Duration.from({ minutes: 1 });
/** How long a start waits for the time that a PMS tells. */
const firstWordWait = Temporal.Duration.from({ seconds: 60 });

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
  let zoneChanged = false;
  const forget = base.store.onCommit((changes) => {
    if (changes.some(({ collection }) => collection === 'settings')) zoneChanged = true;
    if (changes.some(({ collection }) => collection === 'keys' || collection === 'settings')) wake.abort();
  });
  /** Keys that failed, and when they are tried again. */
  const setAside = new Map<KeyId, InstantText>();
  let latest: InstantText | null = null;
  const round = async (): Promise<InstantText> => {
    const now = base.clock.now();
    // At the start, and when the clock went back: what time alone ended may not be over.
    const isBack = latest === null || now < latest || zoneChanged;
    zoneChanged = false;
    latest = now;
    if (isBack) await reviveEnded(base);
    return settleDue(base, setAside);
  };
  const loop = async (): Promise<void> => {
    await otherClocks(base, stopped.signal);
    while (!stopped.signal.aborted) {
      wake = new AbortController();
      const next = await round().catch((err: unknown) => {
        base.log.error({ err }, 'keys could not follow the clock');
        return plus(base.clock.now(), patience);
      });
      await base.clock.until(next, AbortSignal.any([stopped.signal, wake.signal]));
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

/** Before time alone ends anything, a PMS that is connected says what time it is; one that does not answer is not waited for. */
async function otherClocks({ store, clock, witness }: Base, stopped: AbortSignal): Promise<void> {
  if (witness === undefined || standing(await store.read((view) => view.all('pms'))).length === 0) return;
  const enough = new AbortController();
  const signal = AbortSignal.any([stopped, enough.signal]);
  await Promise.race([witness.firstWord(signal), clock.wait(firstWordWait, signal)]);
  enough.abort();
}

/** Keys that ended by time alone, by a clock or a zone that was wrong: those whose time is not over open their doors again. */
async function reviveEnded(base: Base): Promise<void> {
  const ended = await base.store.read(async (view) => {
    const settings = await view.get('settings', 'property');
    if (settings === null) return [];
    const from = `past/${localAt(base.clock.now(), settings.zone)}`;
    return view.find('keys', 'statusByDeparture', { from, below: 'past0' });
  });
  for (const { id } of ended) {
    try {
      await base.store.transact(async (transaction) => {
        const key = await transaction.get('keys', id);
        if (key !== null && (await isAlive(transaction, base, key))) await settleByTime(transaction, base, key, true);
      });
    } catch (err) {
      base.log.error({ err, keyId: id }, 'a key that a wrong clock had ended could not be brought back');
    }
  }
}

async function isAlive(view: View, base: Base, key: Key): Promise<boolean> {
  const { reservation, settings, now } = await loadSituation(view, key, base.clock.now());
  return isLive({ status: keyStatus({ key, reservation, zone: settings.zone, now }).status });
}

/** Every key whose moment has come. Safe to repeat. @returns when to look again. */
async function settleDue(base: Base, setAside: Map<KeyId, InstantText>): Promise<InstantText> {
  for (const [id, until] of setAside) if (until <= base.clock.now()) setAside.delete(id);
  for (;;) {
    const waiting = await base.store.read((view) =>
      view.find('keys', 'statusChangesAt', {}, { limit: batch + setAside.size }),
    );
    const [first, ...others] = waiting.filter(({ id }) => !setAside.has(id));
    if (first?.statusChangesAt == null || first.statusChangesAt > base.clock.now()) {
      return [first?.statusChangesAt ?? never, ...setAside.values()].toSorted(byTime)[0] ?? never;
    }
    for (const key of [first, ...others]) await follow(base, key, setAside);
  }
}

async function follow(base: Base, found: Key, setAside: Map<KeyId, InstantText>): Promise<void> {
  try {
    await base.store.transact(async (transaction) => {
      const key = await transaction.get('keys', found.id);
      const isDue = key?.statusChangesAt != null && key.statusChangesAt <= base.clock.now();
      if (isDue) await settleByTime(transaction, base, key);
    });
  } catch (err) {
    base.log.error({ err, keyId: found.id }, 'a key could not follow the clock');
    setAside.set(found.id, plus(base.clock.now(), patience));
  }
}

function byTime(one: InstantText, other: InstantText): number {
  return one < other ? -1 : Number(one > other);
}

async function settleByTime(transaction: Transaction, base: Base, key: Key, codeNeeded = false): Promise<void> {
  const by = { kind: 'portal' as const };
  const settled = await settleKey(transaction, base, { key, notes: [], by, codeNeeded });
  if (settled.status === key.status) return;
  const note = { kind: 'status-changed' as const, keyId: key.id, facts: { from: key.status, to: settled.status } };
  await record(transaction, { at: base.clock.now(), by, notes: [note] });
}

const never = '9999-12-31T23:59:59.999Z' as InstantText;
