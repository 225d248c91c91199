import { AppError } from '#domain/failure';
import type { Change, Store } from '#main/storage/store';
import { setImmediate } from 'node:timers/promises';

const never = new Promise<never>(() => undefined);

/**
 * The power supply of one run of Portal. After a given number of steps (durable commits, and things done to a lock) it is
 * cut: whoever is under way never gets an answer, and nothing is done any more.
 */
export class Mains {
  #left: number;
  #steps = 0;
  readonly #cut = Promise.withResolvers<void>();
  isOn = true;
  /** Commits are refused. */
  diskFull = false;
  /** Commits that were refused for it. */
  refusals = 0;
  /** Raised by everything that moves, so that a test can tell when all has come to rest. */
  moves = 0;
  /** Supplies of other computers in the same house: `rest` waits for what moves there too. */
  readonly beside: Mains[] = [];

  constructor(steps = Number.POSITIVE_INFINITY) {
    this.#left = steps;
  }

  get steps(): number {
    return this.#steps;
  }

  /** Resolves when the power is cut. */
  get gone(): Promise<void> {
    return this.#cut.promise;
  }

  async step(): Promise<void> {
    this.moves += 1;
    if (this.isOn) {
      this.#steps += 1;
      this.#left -= 1;
      if (this.#left >= 0) return undefined;
      this.cut();
    }
    return never;
  }

  cut(): void {
    this.isOn = false;
    this.#cut.resolve();
  }

  /** A store of a computer on this supply. */
  store(store: Store): Store {
    const moved = async <Result>(call: () => Promise<Result>): Promise<Result> => {
      if (!this.isOn) return never;
      this.moves += 1;
      try {
        const result = await call();
        return this.isOn ? result : await never;
      } finally {
        this.moves += 1;
      }
    };
    return {
      isShared: store.isShared,
      read: (work) => moved(() => store.read(work)),
      transact: (work) =>
        moved(async () => {
          if (this.diskFull) {
            this.refusals += 1;
            throw new AppError('disk-write-failed', 'writing to a full disk');
          }
          const result = await store.transact(work);
          await this.step();
          return result;
        }),
      onCommit: (listener) =>
        store.onCommit((changes: readonly Change[]) => (this.isOn ? listener(changes) : undefined)),
      close: () => store.close(),
    };
  }

  /** Until nothing has moved for two turns of the event loop. */
  async rest(): Promise<void> {
    const moves = (): number => this.beside.reduce((sum, each) => sum + each.moves, this.moves);
    for (let seen = -1; seen !== moves();) {
      seen = moves();
      await setImmediate();
      await setImmediate();
    }
  }
}
