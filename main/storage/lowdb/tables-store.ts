import { AppError } from '#domain/failure';
import { inTurn } from '#main/ports/in-turn';
import type { Log } from '#main/ports/log';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Change, Store, Transaction, View } from '../store.ts';
import { OpenTransaction, TablesView, type PendingChange } from './open-transaction.ts';
import type { RecordCodec } from './record-codec.ts';
import type { Tables } from './tables.ts';

/** One transaction on its way to the disk. */
export interface Commit {
  readonly changes: readonly PendingChange[];
  /** The whole state after it. */
  readonly tables: Tables;
}

/** What makes commits last. */
export interface Durability {
  /** Resolves when all of them are durable; rejects when none of them is. Never called while a call is under way. */
  write(commits: readonly Commit[]): Promise<void>;
  close(): Promise<void>;
}

interface Waiting extends Commit {
  readonly settle: PromiseWithResolvers<void>;
}

/**
 * The store over immutable tables. Transactions run one after another (a single lane: serializable without conflicts);
 * the next one starts as soon as the last one's work is done, on a state that is not yet durable, and everything that
 * became ready during one disk write shares the next. If the disk refuses, whatever was built on it is run again or refused.
 */
export class TablesStore implements Store {
  /** It is in this process; its folder's lock keeps other programs away. */
  readonly isShared = false;
  readonly #codec: RecordCodec;
  readonly #durability: Durability;
  readonly #log: Log;
  readonly #runs: 'once' | 'twice';
  readonly #listeners = new Set<(changes: readonly Change[]) => void>();
  readonly #inside = new AsyncLocalStorage<true>();
  /** What readers see. */
  #durable: Tables;
  /** What the next transaction starts from. */
  #head: Tables;
  readonly #lane = inTurn();
  /** Transactions whose work is not done. */
  #queued = 0;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;
  #turnIsComing = false;
  #lastCommit: Promise<void> = Promise.resolve();
  /** Raised when commits were lost to the disk: work that ran across it may have seen what never was. */
  #losses = 0;
  #closing: Promise<void> | null = null;

  constructor(options: {
    readonly tables: Tables;
    readonly codec: RecordCodec;
    readonly durability: Durability;
    readonly log: Log;
    /** `twice`: a test mode, in which work with an effect of its own shows. */
    readonly runs?: 'once' | 'twice';
  }) {
    this.#durable = options.tables;
    this.#head = options.tables;
    this.#codec = options.codec;
    this.#durability = options.durability;
    this.#log = options.log;
    this.#runs = options.runs ?? 'once';
  }

  async read<Result>(work: (view: View) => Promise<Result>): Promise<Result> {
    this.#mustBeOpen();
    const view = new TablesView(this.#durable, this.#codec);
    try {
      return await work(view);
    } finally {
      view.end();
    }
  }

  async transact<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    this.#mustBeOpen();
    if (this.#inside.getStore() === true) {
      throw new AppError('internal', 'starting a transaction inside the work of another: it would wait for itself');
    }
    this.#queued += 1;
    const { result, durable } = await this.#lane(() => this.#run(work));
    await durable;
    return result;
  }

  onCommit(listener: (changes: readonly Change[]) => void): () => void {
    const own = (changes: readonly Change[]): void => listener(changes);
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  close(): Promise<void> {
    this.#closing ??= this.#finish();
    return this.#closing;
  }

  async #run<Result>(work: (transaction: Transaction) => Promise<Result>) {
    try {
      return await this.#runUntilSound(work);
    } finally {
      this.#queued -= 1;
      this.#writeSoon();
    }
  }

  async #runUntilSound<Result>(work: (transaction: Transaction) => Promise<Result>) {
    if (this.#runs === 'twice') await this.#rehearse(work);
    for (;;) {
      const losses = this.#losses;
      const transaction = new OpenTransaction(this.#head, this.#codec);
      try {
        const result = await this.#inside.run(true, () => work(transaction));
        if (losses === this.#losses) return { result, durable: this.#prepare(transaction) };
      } catch (error) {
        if (losses === this.#losses) throw error;
      } finally {
        transaction.end();
      }
    }
  }

  /** The run is thrown away with everything it wrote, as after a conflict in a store with several writers. */
  async #rehearse(work: (transaction: Transaction) => Promise<unknown>): Promise<void> {
    const transaction = new OpenTransaction(this.#head, this.#codec);
    try {
      await this.#inside.run(true, () => work(transaction));
    } catch {
      // The run that counts says so too.
    } finally {
      transaction.end();
    }
  }

  /** @returns wrapped durability: also for work that wrote nothing, it may have read what is not yet durable. */
  #prepare(transaction: OpenTransaction): Promise<void> {
    const { changes, result: tables } = transaction;
    if (changes.length === 0) return this.#lastCommit;
    const settle = Promise.withResolvers<void>();
    this.#head = tables;
    this.#lastCommit = settle.promise;
    settle.promise.catch(() => undefined); // Whoever waits for it hears of it.
    this.#waiting.push({ changes, tables, settle });
    return settle.promise;
  }

  /** At once when nobody else is in the lane; otherwise after this turn, with all that become ready in it. */
  #writeSoon(): void {
    if (this.#waiting.length === 0 || this.#writing !== null) return;
    if (this.#queued === 0) this.#writing = this.#writeAll();
    else if (!this.#turnIsComing) {
      this.#turnIsComing = true;
      setImmediate(() => this.#writeNow());
    }
  }

  #writeNow(): void {
    this.#turnIsComing = false;
    if (this.#waiting.length > 0) this.#writing ??= this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const commits = this.#waiting;
      this.#waiting = [];
      try {
        await this.#durability.write(commits);
        this.#durable = commits.at(-1)?.tables ?? this.#durable;
        for (const commit of commits) this.#announce(commit);
      } catch (error) {
        this.#lose(commits, error);
      }
    }
    this.#writing = null;
  }

  #announce({ changes, settle }: Waiting): void {
    const heard = changes.map(({ collection, id, kind }) => ({ collection, id, kind }));
    for (const listener of this.#listeners) {
      try {
        listener(heard);
      } catch (err) {
        // The change is stored; a listener's mistake must not make it look otherwise.
        this.#log.error({ err }, 'a commit listener failed');
      }
    }
    settle.resolve();
  }

  #lose(commits: readonly Waiting[], error: unknown): void {
    this.#losses += 1;
    this.#head = this.#durable;
    this.#lastCommit = Promise.resolve();
    // Those that became ready meanwhile were built on what is lost.
    for (const { settle } of [...commits, ...this.#waiting.splice(0)]) settle.reject(error);
  }

  async #finish(): Promise<void> {
    await this.#lane.idle();
    await this.#writing;
    await this.#durability.close();
  }

  #mustBeOpen(): void {
    if (this.#closing !== null) throw new AppError('store-closed', 'using the store after it was closed');
  }
}
