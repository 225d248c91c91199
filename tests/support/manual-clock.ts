import type { Clock } from '#main/ports/clock';
import type { InstantText } from '#domain/time/time';
import { plus } from '#domain/time/time';
import { setImmediate } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';

interface Waiter {
  readonly moment: InstantText;
  readonly wake: () => void;
}

/**
 * A clock that stands still until a test moves it. Moving it wakes every waiter on the way, in time order, each at
 * its own moment, and lets what it wakes run before going on: a loop that waits a minute runs sixty times in an hour.
 */
export class ManualClock implements Clock {
  #now: InstantText;
  readonly #settle: () => Promise<unknown>;
  #waiters: readonly Waiter[] = [];

  /**
   * @param start ISO text; milliseconds may be left out: `2026-11-23T15:00:00Z`.
   * @param settle Resolves when everything a waiter may have set off has come to rest. By default one turn of the
   * event loop, which is enough for code on memory; code that touches disk or network needs its own.
   */
  constructor(start: string, settle: () => Promise<unknown> = () => setImmediate()) {
    this.#now = instant(start);
    this.#settle = settle;
  }

  now(): InstantText {
    return this.#now;
  }

  /** How many are waiting. */
  get waiting(): number {
    return this.#waiters.length;
  }

  /** The earliest moment somebody waits for; null when nobody waits. */
  get next(): InstantText | null {
    return this.#earliest()?.moment ?? null;
  }

  until(moment: InstantText, signal?: AbortSignal): Promise<void> {
    if (moment <= this.#now || signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const waiter = {
        moment,
        wake: () => {
          this.#waiters = this.#waiters.filter((other) => other !== waiter);
          signal?.removeEventListener('abort', waiter.wake);
          resolve();
        },
      };
      this.#waiters = [...this.#waiters, waiter];
      signal?.addEventListener('abort', waiter.wake);
    });
  }

  wait(duration: Temporal.Duration, signal?: AbortSignal): Promise<void> {
    return this.until(later(this.#now, duration), signal);
  }

  /** Moves the clock on: `advance({ minutes: 5 })`. Days count 24 hours. */
  advance(duration: Temporal.Duration | Temporal.DurationLike | string): Promise<void> {
    return this.set(later(this.#now, Temporal.Duration.from(duration)));
  }

  /** Moves the clock to a moment. Setting it back wakes nobody. */
  async set(moment: string): Promise<void> {
    const end = instant(moment);
    await this.#settle();
    for (let waiter = this.#due(end); waiter !== undefined; waiter = this.#due(end)) {
      if (waiter.moment > this.#now) this.#now = waiter.moment;
      waiter.wake();
      await this.#settle();
    }
    this.#now = end;
  }

  #due(end: InstantText): Waiter | undefined {
    const waiter = this.#earliest();
    return waiter !== undefined && waiter.moment <= end ? waiter : undefined;
  }

  /** Of those with the same moment, whoever came first. */
  #earliest(): Waiter | undefined {
    return this.#waiters.toSorted((a, b) => (a.moment < b.moment ? -1 : Number(a.moment > b.moment)))[0];
  }
}

function instant(text: string): InstantText {
  return plus(text as InstantText, Temporal.Duration.from({ seconds: 0 }));
}

function later(moment: InstantText, duration: Temporal.Duration): InstantText {
  return plus(moment, Temporal.Duration.from({ milliseconds: Math.ceil(duration.total('milliseconds')) }));
}
