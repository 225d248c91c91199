import { Temporal } from 'temporal-polyfill';
import { plus, type InstantText } from '#domain/time/time';

/** Minutes before the first six attempts; `waitBefore` shows them as a table. */
const firstWaits = [0, 1, 1, 1, 2, 3] as const;
const laterWait = 5;

/**
 * How long after the attempt before it (after being queued, for the first) an attempt is made.
 *
 * | attempt | waits     |
 * | ------- | --------- |
 * | 1       | at once   |
 * | 2, 3, 4 | 1 minute  |
 * | 5       | 2 minutes |
 * | 6       | 3 minutes |
 * | 7 on    | 5 minutes, without end |
 *
 * @param attempt Counted from 1.
 */
export function waitBefore(attempt: number): Temporal.Duration {
  return Temporal.Duration.from({ minutes: firstWaits[Math.max(attempt, 1) - 1] ?? laterWait });
}

/** @param tried `lastAttemptAt` is the moment of queueing while no attempt was made. */
export function nextAttemptAt(tried: {
  readonly attemptsMade: number;
  readonly lastAttemptAt: InstantText;
}): InstantText {
  return plus(tried.lastAttemptAt, waitBefore(tried.attemptsMade + 1));
}
