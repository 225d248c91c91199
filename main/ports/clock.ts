import type { InstantText } from '#domain/time/time';
import type { Temporal } from 'temporal-polyfill';

/** The time, and waiting for it. Nobody else in the program asks the system clock or sets a timer. */
export interface Clock {
  now(): InstantText;
  /**
   * Resolves when the clock has reached `moment` (at once if it is past), or when `signal` aborts, whichever is first; also when
   * the clock was set back meanwhile, so that whoever waits looks again at what it waits for.
   * Never rejects.
   */
  until(moment: InstantText, signal?: AbortSignal): Promise<void>;
  /** Resolves after `duration`, or when `signal` aborts. Never rejects. */
  wait(duration: Temporal.Duration, signal?: AbortSignal): Promise<void>;
}
