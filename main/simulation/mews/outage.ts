import { plus, type InstantText } from '#domain/time/time';
import type { Clock } from '#main/ports/clock';
import { Temporal } from 'temporal-polyfill';

export const outageKinds = ['down', '401', '429', '500', 'hang'] as const;
export type OutageKind = (typeof outageKinds)[number];

export interface OutageOrder {
  readonly kind: OutageKind;
  readonly seconds: number;
  /** How a 429 says when to come back: Mews mostly does, and not always. */
  readonly retryAfter?: 'seconds' | 'date' | 'none';
}

export interface RunningOutage extends Required<OutageOrder> {
  readonly until: InstantText;
}

/** The bad times that a demo or a test ordered; over by themselves, on the simulator's clock. */
export interface Outages {
  begin(order: OutageOrder): void;
  /** null while all is well. */
  running(): RunningOutage | null;
}

export function createOutages(clock: Clock, onBegin: () => void): Outages {
  let outage: RunningOutage | null = null;
  return {
    begin({ kind, seconds, retryAfter = 'seconds' }) {
      outage = {
        kind,
        seconds,
        retryAfter,
        until: plus(clock.now(), Temporal.Duration.from({ milliseconds: Math.ceil(seconds * 1000) })),
      };
      onBegin();
    },
    running() {
      if (outage !== null && outage.until <= clock.now()) outage = null;
      return outage;
    },
  };
}

/** Whole seconds until `moment`, upwards: coming back earlier would be refused again. */
export function secondsUntil(moment: InstantText, now: InstantText): number {
  const left = Temporal.Instant.from(now).until(Temporal.Instant.from(moment)).total('seconds');
  return Math.max(1, Math.ceil(left));
}
