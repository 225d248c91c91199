import type { InstantText } from '#domain/time/time';
import { plus } from '#domain/time/time';
import type { Clock } from '#main/ports/clock';
import { Temporal } from 'temporal-polyfill';

/** A clock that somebody set wrong: its waits are as long as anybody's, its time is its own. */
export class SkewedClock implements Clock {
  readonly #truth: Clock;
  /** How far it is ahead of the truth; negative: behind. */
  ahead: Temporal.DurationLike = { seconds: 0 };

  constructor(truth: Clock) {
    this.#truth = truth;
  }

  now(): InstantText {
    return plus(this.#truth.now(), Temporal.Duration.from(this.ahead));
  }

  until(moment: InstantText, signal?: AbortSignal): Promise<void> {
    return this.#truth.until(plus(moment, Temporal.Duration.from(this.ahead).negated()), signal);
  }

  wait(duration: Temporal.Duration, signal?: AbortSignal): Promise<void> {
    return this.#truth.wait(duration, signal);
  }
}
