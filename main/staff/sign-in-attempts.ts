import { plus, type InstantText } from '#domain/time/time';
import type { Clock } from '#main/ports/clock';
import { Temporal } from 'temporal-polyfill';

/** Wrong tries from one PC for one name before it has to wait. Others, and other PCs, are not held up. */
const freeTries = 5;
const longestWait = Temporal.Duration.from({ minutes: 15 });

/** Slows down guessing: after five wrong tries each further one waits 1, 2, 4 … up to 15 minutes. */
export class SignInAttempts {
  readonly #clock: Clock;
  readonly #failed = new Map<string, { readonly tries: number; readonly nextAt: InstantText }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  mayTry(name: string, from: string): boolean {
    const known = this.#failed.get(subject(name, from));
    return known === undefined || known.nextAt <= this.#clock.now();
  }

  failed(name: string, from: string): void {
    const tries = (this.#failed.get(subject(name, from))?.tries ?? 0) + 1;
    const minutes = tries < freeTries ? 0 : 2 ** Math.min(tries - freeTries, 6);
    const wait = Temporal.Duration.from({ minutes: Math.min(minutes, longestWait.minutes) });
    this.#failed.set(subject(name, from), { tries, nextAt: plus(this.#clock.now(), wait) });
  }

  succeeded(name: string, from: string): void {
    this.#failed.delete(subject(name, from));
  }
}

function subject(name: string, from: string): string {
  return `${from}/${name.trim().toLowerCase()}`;
}
