import { afterAttempt, dueAt, tryNow, type AttemptOutcome } from '#domain/locks/entry-outcome';
import type { Lock } from '#domain/house/door';
import type { GatewayId, LockId, ProgramId } from '#domain/ids';
import type { LockEntry } from '#domain/locks/lock-entry';
import { soonestFirst } from '#domain/locks/lock-places';
import type { InstantText } from '#domain/time/time';
import type { Base } from '#main/base';
import type { LockDriver } from '#main/locks/lock-driver';
import type { Transaction, View } from '#main/storage/store';
import { clear, raise, record } from '#main/timeline/record';
import { attemptAtLock, lookAtPlace } from './attempt.ts';
import { claimEntry, locksTaken, stillOurs, type Claimed } from './claiming.ts';
import { alertsOf } from './entry-alerts.ts';
import { bringBackFuture } from './future-attempts.ts';
import { stillLeaving } from './leaving.ts';
import { afterRemoval, moveLine } from './place-line.ts';
import { isTaken, keepPlace, tryAnotherPlace } from './placing.ts';

/** Told of every attempt: whether its lock answered it. */
export type Tried = (lockId: LockId, answered: boolean) => void;

/** A gateway, as its lane knows it. */
export interface LaneGateway {
  readonly id: GatewayId;
  readonly driver: LockDriver;
  readonly tried: Tried;
}

/** How many due entries are looked at together: enough to find the removals among them. */
const lookAhead = 500;

/**
 * The queue of one gateway. Locks behind it are served side by side as far as the driver allows, each lock strictly one
 * attempt after the other: removals before writes, and of these the soonest to open first. Where another program shares the store, its attempts are left alone: a
 * lock that it is at counts as busy until it is done, or its time is over.
 */
export class Lane {
  readonly #gatewayId: GatewayId;
  readonly #driver: LockDriver;
  readonly #base: Base;
  readonly #program: ProgramId;
  readonly #tried: Tried;
  readonly #busy = new Map<LockId, Promise<void>>();
  /** Locks whose last attempt got no answer. */
  readonly #silent = new Set<LockId>();
  /** Locks at which another program is, and until when it may be. */
  #taken: ReadonlyMap<LockId, InstantText> = new Map();
  /** Locks whose next guest is still leaving another one, and until when they wait for that at most. */
  #leaving: ReadonlyMap<LockId, InstantText> = new Map();
  #wake = new AbortController();
  #stopped = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(base: Base, program: ProgramId, gateway: LaneGateway) {
    this.#base = base;
    this.#program = program;
    this.#gatewayId = gateway.id;
    this.#driver = gateway.driver;
    this.#tried = gateway.tried;
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
        await this.#base.clock.until(afterFailure(this.#base.clock.now()), signal);
      }
    }
  }

  async #beginDue(): Promise<void> {
    const now = this.#base.clock.now();
    await bringBackFuture(this.#base.store, this.#gatewayId, now);
    const due = await this.#base.store.read(async (view) => {
      this.#taken = await this.#takenByOthers(view, now);
      const heads = this.#inTurn(
        await view.find('entries', 'lane', within(this.#gatewayId, now), { limit: lookAhead }),
      );
      this.#leaving = await stillLeaving(view, heads, now);
      return heads;
    });
    for (const entry of due) {
      if (this.#isFull) return;
      if (this.#isFree(entry.lockId)) this.#begin(entry);
    }
  }

  async #takenByOthers(view: View, now: InstantText): Promise<ReadonlyMap<LockId, InstantText>> {
    const taken = await locksTaken(view, this.#gatewayId, now);
    return new Map([...taken].flatMap(([lockId, { by, until }]) => (by === this.#program ? [] : [[lockId, until]])));
  }

  /** The gateway bears no more calls at a time, whoever's they are. */
  get #isFull(): boolean {
    return this.#busy.size + this.#taken.size >= this.#driver.parallel;
  }

  /** One a lock, its removals first; locks that answer before those that lately did not. */
  #inTurn(due: readonly LockEntry[]): readonly LockEntry[] {
    const heads = new Map<LockId, LockEntry>();
    for (const entry of due.toSorted(soonestFirst)) if (!heads.has(entry.lockId)) heads.set(entry.lockId, entry);
    const silent = (entry: LockEntry): number => Number(this.#silent.has(entry.lockId));
    return [...heads.values()].toSorted((one, other) => silent(one) - silent(other));
  }

  /** Locks that do not answer never take up the whole lane: each holds its place until its deadline. */
  #isFree(lockId: LockId): boolean {
    if (this.#busy.has(lockId) || this.#taken.has(lockId) || this.#leaving.has(lockId)) return false;
    if (!this.#silent.has(lockId) || this.#driver.parallel < 2) return true;
    const silent = [...this.#busy.keys()].filter((id) => this.#silent.has(id)).length;
    return silent < this.#driver.parallel - 1;
  }

  #begin(entry: LockEntry): void {
    const attempt = this.#attempt(entry)
      .catch((err: unknown) => this.#pauseAfter(err, entry))
      .finally(() => {
        this.#busy.delete(entry.lockId);
        this.poke();
      });
    this.#busy.set(entry.lockId, attempt);
  }

  async #attempt(found: LockEntry): Promise<void> {
    const claimed = await this.#base.store.transact((transaction) =>
      claimEntry(transaction, found, { by: this.#program, at: this.#base.clock.now() }),
    );
    if (claimed === null) return;
    const outcome = await this.#outcome(claimed);
    if (outcome === null) return;
    if (isAnswer(outcome)) this.#silent.delete(found.lockId);
    else this.#silent.add(found.lockId);
    this.#tried(found.lockId, isAnswer(outcome));
    await this.#storeAtLast(claimed, (transaction) => this.#settle(transaction, claimed, outcome));
  }

  /** What came of it is not forgotten while the disk is full; after a stop the next start reads the lock. */
  async #storeAtLast<Result>(
    { entry }: Claimed,
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result | null> {
    for (;;) {
      try {
        return await this.#base.store.transact(work);
      } catch (err) {
        await this.#pauseAfter(err, entry);
        if (this.#stopped.signal.aborted) return null;
      }
    }
  }

  /** The store failed (a full disk): its lock waits with it, so that nobody turns in circles. */
  async #pauseAfter(err: unknown, entry: LockEntry): Promise<void> {
    this.#base.log.error({ err, entryId: entry.id }, 'an attempt could not be recorded');
    await this.#base.clock.until(afterFailure(this.#base.clock.now()), this.#stopped.signal);
  }

  /** null: while its place was looked at, nothing was left to do. */
  async #outcome(claimed: Claimed): Promise<AttemptOutcome | null> {
    let ours: Claimed | null = claimed;
    const mayGoOn = async (): Promise<boolean> => {
      ours &&= await stillOurs(this.#base.store, ours, this.#base.clock.now());
      return ours !== null;
    };
    if (claimed.isNewPlace) {
      const taken = await this.#unlessItThrows(claimed, () => lookAtPlace(this.#driver, claimed, mayGoOn));
      if (taken !== null) return taken;
      const { entry, by } = claimed;
      const isKept = await this.#storeAtLast(claimed, (transaction) => keepPlace(transaction, entry, by));
      if (isKept !== true) return null;
    }
    return this.#unlessItThrows(claimed, () => attemptAtLock(this.#driver, claimed, mayGoOn));
  }

  /** A driver that throws is a bug; the entry is treated as one whose write may have landed. */
  async #unlessItThrows<Answer>(
    { entry }: Claimed,
    ask: () => Promise<Answer>,
  ): Promise<Answer | Extract<AttemptOutcome, { outcome: 'unknown' }>> {
    try {
      return await ask();
    } catch (err) {
      this.#base.log.error({ err, entryId: entry.id }, 'the lock driver failed');
      return { outcome: 'unknown', ref: null, error: { kind: 'not-confirmed', native: 'the driver failed' } };
    }
  }

  async #settle(transaction: Transaction, claimed: Claimed, outcome: AttemptOutcome): Promise<void> {
    const entry = await transaction.get('entries', claimed.entry.id);
    if (entry === null) return;
    const now = this.#base.clock.now();
    const lock = await transaction.get('locks', entry.lockId);
    const isOurs = entry.underWay?.by === claimed.by;
    if (claimed.isNewPlace && isOurs && lock !== null && isTaken(outcome)) {
      return tryAnotherPlace(transaction, entry, lock, now);
    }
    const attempt = { by: claimed.by, generation: claimed.entry.generation, content: claimed.entry.wanted };
    const settled = afterAttempt(entry, attempt, inWordsOf(lock, outcome), now);
    // It came back while this attempt hung: the schedule would let it wait for nothing.
    const isBack = lock?.online === 'online' && lock.onlineSince > claimed.at && !isAnswer(outcome);
    if (settled.entry === null) await transaction.remove('entries', entry.id);
    else
      await transaction.put('entries', isBack && isWaiting(settled.entry) ? tryNow(settled.entry, now) : settled.entry);
    await record(transaction, { at: now, by: { kind: 'portal' }, notes: settled.notes });
    await raise(transaction, now, alertsOf(entry, settled.raise));
    await clear(
      transaction,
      alertsOf(entry, settled.clear).map(({ id }) => id),
    );
    if (outcome.outcome === 'removed') await afterRemoval(transaction, entry.lockId, now);
    if (outcome.outcome === 'written') await moveLine(transaction, entry.lockId, now);
  }

  async #nextDue(): Promise<InstantText> {
    const everything = { from: `${this.#gatewayId}/`, below: `${this.#gatewayId}0` };
    const waiting = await this.#base.store.read((view) =>
      view.find('entries', 'lane', everything, { limit: lookAhead }),
    );
    // Due already, and the lane is full or the lock held back: the end of an attempt wakes it, or that of another's time.
    const next = this.#isFull ? undefined : waiting.find(({ lockId }) => this.#isFree(lockId));
    return earliest([
      (next === undefined ? null : dueAt(next)) ?? never,
      ...this.#taken.values(),
      ...this.#leaving.values(),
    ]);
  }
}

/** The lock, or its gateway, said something. */
function isAnswer(outcome: AttemptOutcome): boolean {
  if (outcome.outcome === 'unknown') return false;
  return (
    outcome.outcome !== 'failed' || (outcome.error.kind !== 'lock-offline' && outcome.error.kind !== 'gateway-down')
  );
}

/** A time-out at a lock that is known to be offline reads so; that the write may have landed stays as true. */
function inWordsOf(lock: Lock | null, outcome: AttemptOutcome): AttemptOutcome {
  if (outcome.outcome !== 'unknown' || lock?.online !== 'offline') return outcome;
  return { ...outcome, error: { ...outcome.error, kind: 'lock-offline' } };
}

function isWaiting({ job }: LockEntry): boolean {
  return job?.state === 'waiting';
}

/** Lane keys are `<gateway>/<moment>`: up to and including `now`. */
function within(gatewayId: GatewayId, now: InstantText): { readonly from: string; readonly below: string } {
  return { from: `${gatewayId}/`, below: `${gatewayId}/${now}~` };
}

function earliest(moments: readonly InstantText[]): InstantText {
  return moments.reduce((least, each) => (each < least ? each : least));
}

function afterFailure(now: InstantText): InstantText {
  return new Date(Date.parse(now) + 1_000).toISOString() as InstantText;
}

const never = '9999-12-31T23:59:59.999Z' as InstantText;
