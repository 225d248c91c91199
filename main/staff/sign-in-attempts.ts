import { hasNotCome } from '#domain/time/clock-doubt';
import { plus, type InstantText } from '#domain/time/time';
import type { Clock } from '#main/ports/clock';
import { Temporal } from 'temporal-polyfill';

/** Wrong tries from one PC for one name before it has to wait. Others, and other PCs, are not held up. */
const freeTries = 5;
const longestWait = Temporal.Duration.from({ minutes: 15 });

interface Failed {
  readonly tries: number;
  readonly failedAt: InstantText;
  readonly nextAt: InstantText;
}

/** Slows down guessing: after five wrong tries each further one waits 1, 2, 4 … up to 15 minutes. */
export class SignInAttempts {
  readonly #clock: Clock;
  readonly #failed = new Map<string, Failed>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  mayTry(name: string, from: string): boolean {
    const known = this.#failed.get(subject(name, from));
    const now = this.#clock.now();
    // Failed at a time that has not come: how long ago nobody knows. The next wrong try makes it wait as long as it should.
    return known === undefined || known.nextAt <= now || hasNotCome(known.failedAt, now);
  }

  failed(name: string, from: string): void {
    const tries = (this.#failed.get(subject(name, from))?.tries ?? 0) + 1;
    const minutes = tries < freeTries ? 0 : 2 ** Math.min(tries - freeTries, 6);
    const wait = Temporal.Duration.from({ minutes: Math.min(minutes, longestWait.minutes) });
    const failedAt = this.#clock.now();
    this.#failed.set(subject(name, from), { tries, failedAt, nextAt: plus(failedAt, wait) });
  }

  succeeded(name: string, from: string): void {
    this.#failed.delete(subject(name, from));
  }
}

function subject(name: string, from: string): string {
  return `${from}/${name.trim().toLowerCase()}`;
}
