import { afterAttempt, claim, type AttemptOutcome } from '#domain/entry-outcome';
import type { GatewayId, LockId } from '#domain/ids';
import type { LockEntry } from '#domain/lock-entry';
import type { InstantText } from '#domain/time';
import type { Base } from '#main/base';
import type { LockDriver } from '#main/locks/lock-driver';
import type { Transaction } from '#main/storage/store';
import { clear, raise, record } from '#main/timeline/record';
import { attemptAtLock } from './attempt.ts';
import { alertsOf, wakeRefused } from './entry-alerts.ts';

/** How many due entries are looked at together: enough to find the removals among them. */
const lookAhead = 500;

/**
 * The queue of one gateway. Locks behind it are served side by side as far as the driver allows, each lock strictly one
 * attempt after the other, removals before writes.
 */
export class Lane {
  readonly #gatewayId: GatewayId;
  readonly #driver: LockDriver;
  readonly #base: Base;
  readonly #busy = new Map<LockId, Promise<void>>();
  #wake = new AbortController();
  #stopped = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(gatewayId: GatewayId, driver: LockDriver, base: Base) {
    this.#gatewayId = gatewayId;
    this.#driver = driver;
    this.#base = base;
  }

  start(): void {
    this.#stopped = new AbortController();
    this.#running = this.#run(this.#stopped.signal);
  }

  /** Looks again at once: something was queued, or a lock came back. */
  poke(): void {
    this.#wake.abort();
  }

  /** Begins nothing more and waits for the attempts under way, each at most its own deadline. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.poke();
    await this.#running;
    await Promise.all(this.#busy.values());
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#wake = new AbortController();
      try {
        await this.#beginDue();
        const next = await this.#nextDue();
        if (!signal.aborted) await this.#base.clock.until(next, this.#wake.signal);
      } catch (err) {
        // The store failed (a full disk): what was not claimed stays queued, and is tried again.
        this.#base.log.error({ err, gatewayId: this.#gatewayId }, 'the queue could not be read or written');
        await this.#base.clock.until(afterFailure(this.#base.clock.now()), this.#wake.signal);
      }
    }
  }

  async #beginDue(): Promise<void> {
    const due = await this.#base.store.read((view) =>
      view.find('entries', 'lane', within(this.#gatewayId, this.#base.clock.now()), { limit: lookAhead }),
    );
    const ordered = due.filter((entry) => entry.job?.state === 'waiting').toSorted(removalsFirst);
    for (const entry of ordered) {
      if (this.#busy.size >= this.#driver.parallel) return;
      if (!this.#busy.has(entry.lockId)) this.#begin(entry);
    }
  }

  #begin(entry: LockEntry): void {
    const attempt = this.#attempt(entry)
      .catch((err: unknown) => {
        this.#base.log.error({ err, entryId: entry.id }, 'an attempt could not be recorded');
      })
      .finally(() => {
        this.#busy.delete(entry.lockId);
        this.poke();
      });
    this.#busy.set(entry.lockId, attempt);
  }

  async #attempt(found: LockEntry): Promise<void> {
    const claimed = await this.#base.store.transact((transaction) => claimEntry(transaction, found));
    if (claimed === null) return;
    const outcome = await this.#outcome(claimed.address, claimed.entry);
    await this.#base.store.transact((transaction) => this.#settle(transaction, claimed.entry, outcome));
  }

  /** A driver that throws is a bug; the entry is treated as one whose write may have landed. */
  async #outcome(address: string, entry: LockEntry): Promise<AttemptOutcome> {
    try {
      return await attemptAtLock(this.#driver, address, entry);
    } catch (err) {
      this.#base.log.error({ err, entryId: entry.id }, 'the lock driver failed');
      return { outcome: 'unknown', ref: null, error: { kind: 'not-confirmed', native: 'the driver failed' } };
    }
  }

  async #settle(transaction: Transaction, claimed: LockEntry, outcome: AttemptOutcome): Promise<void> {
    const entry = await transaction.get('entries', claimed.id);
    if (entry === null) return;
    const now = this.#base.clock.now();
    const attempt = { generation: claimed.generation, content: claimed.wanted };
    const settled = afterAttempt(entry, attempt, outcome, now);
    if (settled.entry === null) await transaction.remove('entries', entry.id);
    else await transaction.put('entries', settled.entry);
    await record(transaction, { at: now, by: { kind: 'portal' }, notes: settled.notes });
    await raise(transaction, now, alertsOf(entry, settled.raise));
    await clear(
      transaction,
      alertsOf(entry, settled.clear).map(({ id }) => id),
    );
    if (outcome.outcome === 'removed') await wakeRefused(transaction, entry.lockId, now);
  }

  async #nextDue(): Promise<InstantText> {
    const everything = { from: `${this.#gatewayId}/`, below: `${this.#gatewayId}0` };
    const waiting = await this.#base.store.read((view) =>
      view.find('entries', 'lane', everything, { limit: lookAhead }),
    );
    const next = waiting.find((entry) => entry.job?.state === 'waiting' && !this.#busy.has(entry.lockId));
    // Due already, and the lane is full: the end of an attempt wakes it.
    const full = this.#busy.size >= this.#driver.parallel;
    return next?.job === undefined || next.job === null || full ? never : next.job.nextAttemptAt;
  }
}

async function claimEntry(
  transaction: Transaction,
  found: LockEntry,
): Promise<{ readonly entry: LockEntry; readonly address: string } | null> {
  const entry = await transaction.get('entries', found.id);
  if (entry === null || entry.generation !== found.generation || entry.job?.state !== 'waiting') return null;
  const lock = await transaction.get('locks', entry.lockId);
  if (lock === null) return null;
  const claimed = claim(entry, entry.job);
  await transaction.put('entries', claimed);
  return { entry: claimed, address: lock.address };
}

/** Removals first, then what was queued first. */
function removalsFirst(one: LockEntry, other: LockEntry): number {
  const removal = Number(other.wanted === null) - Number(one.wanted === null);
  if (removal !== 0) return removal;
  return (one.job?.queuedAt ?? '') < (other.job?.queuedAt ?? '') ? -1 : 1;
}

/** Lane keys are `<gateway>/<moment>`: up to and including `now`. */
function within(gatewayId: GatewayId, now: InstantText): { readonly from: string; readonly below: string } {
  return { from: `${gatewayId}/`, below: `${gatewayId}/${now}~` };
}

function afterFailure(now: InstantText): InstantText {
  return new Date(Date.parse(now) + 1_000).toISOString() as InstantText;
}

const never = '9999-12-31T23:59:59.999Z' as InstantText;
