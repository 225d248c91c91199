import type { Clock } from './clock.ts';
import { toInstantText } from '#domain/time/time';
import { Temporal } from 'temporal-polyfill';

/**
 * No timer sleeps longer than this: Node's own limit is 2^31 ms, and a PC that was suspended or whose time was
 * corrected notices it after a minute at most.
 */
const LONGEST_SLEEP = 60_000;

/** The computer's clock. `until` follows the wall clock, `wait` the monotonic one, which nobody can set back. */
export function systemClock(): Clock {
  return {
    now: () => toInstantText(Temporal.Now.instant()),
    until: (moment, signal) => {
      const end = Temporal.Instant.from(moment).epochMilliseconds;
      return sleepWhile(() => end - Date.now(), signal);
    },
    wait: (duration, signal) => {
      const end = performance.now() + duration.total('milliseconds');
      return sleepWhile(() => end - performance.now(), signal);
    },
  };
}

/** Milliseconds of the clock that nobody can set. */
export function elapsedMs(): number {
  return performance.now();
}

async function sleepWhile(remaining: () => number, signal: AbortSignal | undefined): Promise<void> {
  for (let left = remaining(); left > 0 && signal?.aborted !== true; left = remaining()) {
    await sleep(Math.min(Math.ceil(left), LONGEST_SLEEP), signal);
  }
}

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
  });
}
