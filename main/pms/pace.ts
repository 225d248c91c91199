import { plus, type InstantText } from '#domain/time/time';
import type { Clock } from '#main/ports/clock';
import type { Random } from '#main/ports/random';
import { Temporal } from 'temporal-polyfill';
import type { PmsLimits } from './pms-system.ts';

/** 1, 2, 4, 8 s, each up to half as long again: clients that were refused together do not come back together. */
const FIRST_PAUSE_MS = 1000;

/** Keeps one connection's requests inside the PMS's limit, and out of the time in which it asked to be left alone. */
export interface Pace {
  /** Resolves when a request may be sent (and counts it), or when `signal` aborts. */
  turn(signal: AbortSignal): Promise<void>;
  /** No turn before `moment`. */
  holdUntil(moment: InstantText): void;
  /** null when nothing is held. */
  heldUntil(): InstantText | null;
}

export function createPace(clock: Clock, { most, inSeconds }: PmsLimits['requests']): Pace {
  const span = Temporal.Duration.from({ seconds: inSeconds });
  let sent: readonly InstantText[] = [];
  let held: InstantText | null = null;

  function nextFree(): InstantText | null {
    const now = clock.now();
    const since = plus(now, span.negated());
    // A moment in the future was noted before the clock was set back: it says nothing.
    sent = sent.filter((moment) => moment > since && moment <= now);
    if (held !== null && held > now) return held;
    const oldest = sent[0];
    return oldest !== undefined && sent.length >= most ? plus(oldest, span) : null;
  }

  return {
    async turn(signal) {
      for (let free = nextFree(); free !== null && !signal.aborted; free = nextFree()) {
        await clock.until(free, signal);
      }
      sent = [...sent, clock.now()];
    },
    holdUntil(moment) {
      if (held === null || moment > held) held = moment;
    },
    heldUntil: () => (held !== null && held > clock.now() ? held : null),
  };
}

/** How long to pause after the n-th 429 (from 1) that named no time. */
export function pauseAfter(refusals: number, random: Random): Temporal.Duration {
  const base = FIRST_PAUSE_MS * 2 ** (refusals - 1);
  return Temporal.Duration.from({ milliseconds: base + random.integer(base / 2) });
}

const WHOLE_SECONDS = /^\d{1,9}$/;

/**
 * The moment that a Retry-After header names (RFC 9110, 10.2.3), on Portal's clock; null when it names none. A date is
 * on the server's clock, so it counts from the server's own Date header where there is one.
 */
export function retryMoment(retryAfter: string | null, date: string | null, now: InstantText): InstantText | null {
  const text = retryAfter?.trim() ?? '';
  if (WHOLE_SECONDS.test(text)) return plus(now, Temporal.Duration.from({ seconds: Number(text) }));
  const named = Date.parse(text);
  if (Number.isNaN(named)) return null;
  const serverNow = date === null ? Number.NaN : Date.parse(date);
  const from = Number.isNaN(serverNow) ? Temporal.Instant.from(now).epochMilliseconds : serverNow;
  return plus(now, Temporal.Duration.from({ milliseconds: Math.max(0, named - from) }));
}
