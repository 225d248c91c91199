import { aheadBy, clockTolerance, houseTime, type ClockDoubt, type ClockWord } from '#domain/time/clock-doubt';
import { plus, type InstantText } from '#domain/time/time';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from './clock.ts';

/** The PC's clock may be set meanwhile: nobody sleeps longer than this without looking. */
const longestSleep = Temporal.Duration.from({ seconds: 60 });
/** For so long a PC's clock that jumped is not believed while no other clock says anything, in milliseconds. */
const jumpPatience = 5 * 60_000;

/** What listens to other clocks, and knows whether they agree. */
export interface ClockWitness {
  /** Another clock tells its time. @param from Whose it is: `pms/mews`. */
  hear(from: string, theirs: InstantText): void;
  /** A clock that is not asked any more. */
  forget(from: string): void;
  /** null: every clock that was heard agrees with the PC's. */
  readonly doubt: ClockDoubt | null;
  /** Resolves when any clock was heard, or `signal` aborts. */
  firstWord(signal: AbortSignal): Promise<void>;
}

/**
 * The time by which the house lives: the PC's, as long as no other clock doubts it. Everything that Portal decides and writes
 * down goes by it, so that a wrong clock of the PC, or of a PMS, ends nobody's access and leaves no moment behind that has not come yet.
 */
export class HouseClock implements Clock, ClockWitness {
  readonly #pc: Clock;
  readonly #elapsed: () => number;
  readonly #words = new Map<string, ClockWord>();
  #anchor: { readonly pc: InstantText; readonly elapsed: number };
  #onWord: (() => void)[] = [];

  /** @param elapsed Milliseconds of a clock that nobody can set. */
  constructor(pc: Clock, elapsed: () => number) {
    this.#pc = pc;
    this.#elapsed = elapsed;
    this.#anchor = { pc: pc.now(), elapsed: elapsed() };
  }

  now(): InstantText {
    const { offsetMs } = houseTime([...this.#words.values()]);
    return plus(this.#believedPc(), milliseconds(offsetMs));
  }

  get doubt(): ClockDoubt | null {
    return houseTime([...this.#words.values()]).doubt;
  }

  hear(from: string, theirs: InstantText): void {
    this.#anchor = { pc: this.#pc.now(), elapsed: this.#elapsed() };
    this.#words.set(from, { from, aheadMs: aheadBy(theirs, this.#anchor.pc) });
    this.#tell();
  }

  forget(from: string): void {
    this.#words.delete(from);
    this.#tell();
  }

  async firstWord(signal: AbortSignal): Promise<void> {
    while (this.#words.size === 0 && !signal.aborted) await this.#nextWord(signal);
  }

  async until(moment: InstantText, signal?: AbortSignal): Promise<void> {
    let latest = this.now();
    while (latest < moment && signal?.aborted !== true) {
      await this.#sleep(aheadBy(moment, latest), signal);
      const now = this.now();
      if (aheadBy(latest, now) > clockTolerance) return;
      latest = now;
    }
  }

  wait(duration: Temporal.Duration, signal?: AbortSignal): Promise<void> {
    return this.#pc.wait(duration, signal);
  }

  /** The PC's clock; a jump since another clock was heard is not believed until one is heard again, or a while has gone by. */
  #believedPc(): InstantText {
    const now = this.#pc.now();
    if (this.#words.size === 0) return now;
    const passed = this.#elapsed() - this.#anchor.elapsed;
    const expected = plus(this.#anchor.pc, milliseconds(passed));
    const isJump = Math.abs(aheadBy(now, expected)) > clockTolerance;
    return isJump && passed < jumpPatience ? expected : now;
  }

  async #sleep(left: number, signal: AbortSignal | undefined): Promise<void> {
    const woken = new AbortController();
    const wake = (): void => woken.abort();
    this.#onWord.push(wake);
    const pause = milliseconds(Math.min(left, longestSleep.total('milliseconds')));
    await this.#pc.wait(pause, signal === undefined ? woken.signal : AbortSignal.any([signal, woken.signal]));
    this.#onWord = this.#onWord.filter((each) => each !== wake);
  }

  #nextWord(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.#onWord.push(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  /** Whoever sleeps looks again: the time may be another one now. */
  #tell(): void {
    const waiting = this.#onWord;
    this.#onWord = [];
    for (const wake of waiting) wake();
  }
}

function milliseconds(value: number): Temporal.Duration {
  return Temporal.Duration.from({ milliseconds: Math.round(value) });
}
