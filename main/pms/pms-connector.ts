import type { PmsStay, Space } from '#domain/stay/reservation';
import type { ClockTime, InstantText, ZoneName } from '#domain/time/time';

/**
 * One PMS, as Portal needs it. Contract, checked by tests/contracts/pms-connector.ts on every connector:
 *
 * - Answers are complete: a method gives every page or fails; a half answer is never returned.
 * - Times come as instants; the PC's own zone plays no part.
 * - Nothing is remembered between calls but tokens, pace and back-off: asked twice, it answers the same.
 * - A connector waits out 429 (Retry-After, else growing pauses with jitter) and shrinks its windows on 408 by itself,
 *   within the caller's signal.
 */
export interface PmsConnector {
  readonly system: string;
  property(signal: AbortSignal): Promise<PmsAnswer<PmsProperty>>;
  /** Every room and bed, inactive ones too. */
  spaces(signal: AbortSignal): Promise<PmsAnswer<readonly Space[]>>;
  /**
   * Stays changed in [from, to) on the PMS's clock, each at its newest. A connector asks with its own overlap for
   * what a PMS stamps late, so stays from before `from` may come too; the caller compares content hashes.
   */
  changedStays(window: PmsWindow, signal: AbortSignal): Promise<PmsAnswer<readonly PmsStay[]>>;
  /** All stays, whatever their state, that touch [from, to): for the full reconciliation. */
  staysColliding(window: PmsWindow, signal: AbortSignal): Promise<PmsAnswer<readonly PmsStay[]>>;
  /** By their PMS ids. One that the PMS no longer knows comes back in `unknown`, and only then counts as deleted. */
  staysById(ids: readonly string[], signal: AbortSignal): Promise<PmsAnswer<PmsStaysById>>;
}

export interface PmsStaysById {
  readonly stays: readonly PmsStay[];
  readonly unknown: readonly string[];
}

export interface PmsWindow {
  readonly from: InstantText;
  readonly to: InstantText;
}

export interface PmsProperty {
  readonly name: string;
  readonly zone: ZoneName;
  /** null when the PMS does not say. */
  readonly defaultArrival: ClockTime | null;
  readonly defaultDeparture: ClockTime | null;
  /** The PMS's own clock: watermarks run on it. */
  readonly now: InstantText;
}

/**
 * unreachable: no connection, time-out, 5xx, still 429 after the allowed waits; try later.
 * unauthorised: 401; the poller makes it Broken when it happens twice.
 * refused: the PMS understood and said no (400, 403): a person has to look. `message` is the PMS's own sentence.
 */
export type PmsAnswer<Value> =
  | { readonly outcome: 'answered'; readonly value: Value }
  | { readonly outcome: 'unreachable'; readonly cause: string; readonly retryAt: InstantText | null }
  | { readonly outcome: 'unauthorised'; readonly message: string }
  | { readonly outcome: 'refused'; readonly message: string };
