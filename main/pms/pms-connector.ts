import type { Reservation, Space } from '#domain/stay/reservation';
import type { ClockTime, InstantText, ZoneName } from '#domain/time/time';

/**
 * One PMS, as Portal needs it. Contract, checked by tests/contracts/pms-connector.ts on every connector:
 *
 * - It speaks in the PMS's own ids; what they are in Portal is Portal's affair (known-stays.ts).
 * - Answers are complete: a method gives every page or fails; a half answer is never returned.
 * - Times come as instants; the PC's own zone plays no part.
 * - Nothing is remembered between calls but tokens, pace and back-off: asked twice, it answers the same.
 * - A connector waits out 429 (Retry-After, else growing pauses with jitter) and shrinks its windows on 408 by itself,
 *   within the caller's signal.
 */
export interface PmsConnector {
  /** Asked when staff connect. */
  property(signal: AbortSignal): Promise<PmsAnswer<PmsProperty>>;
  /** What every round begins with: it costs as few questions as the PMS allows. */
  identity(signal: AbortSignal): Promise<PmsAnswer<PmsIdentity>>;
  /** Every room and bed, inactive ones too. */
  spaces(signal: AbortSignal): Promise<PmsAnswer<readonly PmsSpace[]>>;
  /**
   * Stays changed in [from, to) on the PMS's clock, each at its newest. A connector asks with its own overlap for
   * what a PMS stamps late, so stays from before `from` may come too; the caller compares content hashes. Absent: the PMS
   * cannot tell what changed, and windows are compared in full.
   */
  changedStays?(window: PmsWindow, signal: AbortSignal): Promise<PmsAnswer<readonly PmsStay[]>>;
  /**
   * All stays, whatever their state, that touch [from, to), and everybody who is in house, however long overdue: for the full
   * reconciliation.
   */
  staysColliding(window: PmsWindow, signal: AbortSignal): Promise<PmsAnswer<readonly PmsStay[]>>;
  /** By their PMS ids. One that the PMS no longer knows comes back in `unknown`, and only then counts as deleted. */
  staysById(ids: readonly string[], signal: AbortSignal): Promise<PmsAnswer<PmsStaysById>>;
  /**
   * Calls `listener` whenever the PMS says that something changed, as often as it likes. A hint carries no news: Portal asks
   * sooner, and asks as ever. A channel that is lost is the connector's to mend, and nothing to tell. Absent: the PMS is only
   * asked. @returns what ends it.
   */
  hints?(listener: () => void): () => void;
}

/** A connector of a PMS that can tell what changed. */
export type StampingConnector = PmsConnector & Required<Pick<PmsConnector, 'changedStays'>>;

/**
 * A reservation as the PMS tells it. A PMS that does not say when it last changed a stay gets the moment at which it was asked
 * as `sourceUpdatedAt`, on the PMS's clock: the content hash then says whether anything is new.
 */
export type PmsStay = Omit<Reservation, 'id' | 'connectionId' | 'connector' | 'spaceId' | 'receivedAt'> & {
  /** The PMS's id of the room. */
  readonly spaceId: string | null;
  /** Not all of its people could be read: those whom Portal knows of it stay, whether they are told or not. */
  readonly isGuestMissing?: boolean;
};

export type PmsSpace = Omit<Space, 'id' | 'connectionId' | 'parentId'> & {
  readonly id: string;
  readonly parentId: string | null;
};

export interface PmsStaysById {
  readonly stays: readonly PmsStay[];
  readonly unknown: readonly string[];
}

export interface PmsWindow {
  readonly from: InstantText;
  readonly to: InstantText;
}

/** Which property the credentials lead to, and what time it is there. */
export interface PmsIdentity {
  /** The PMS's own id of it: whether other credentials lead to the same one. */
  readonly id: string;
  readonly name: string;
  readonly zone: ZoneName;
  /** The PMS's own clock: watermarks run on it. */
  readonly now: InstantText;
}

export interface PmsProperty extends PmsIdentity {
  /** null when the PMS does not say. */
  readonly defaultArrival: ClockTime | null;
  readonly defaultDeparture: ClockTime | null;
}

/**
 * answered: `unreadable` names the stays that belong into the answer and cannot be read. They are no unknown ones. `withheld`
 * names what the PMS did not give for want of a permission, where the rest is worth having without it.
 * unreachable: no connection, time-out, 5xx, still 429 after the allowed waits; try later.
 * unauthorised: 401; the poller makes it Broken when it happens twice.
 * refused: the PMS understood and said no (400, 403): a person has to look. `message` is the PMS's own sentence;
 * `withheld` says that it is for want of a permission: the token itself is good.
 */
export type PmsAnswer<Value> =
  | {
      readonly outcome: 'answered';
      readonly value: Value;
      readonly unreadable?: readonly UnreadableStay[];
      readonly withheld?: readonly Withheld[];
    }
  | { readonly outcome: 'unreachable'; readonly cause: string; readonly retryAt: InstantText | null }
  | { readonly outcome: 'unauthorised'; readonly message: string }
  | { readonly outcome: 'refused'; readonly message: string; readonly withheld?: Withheld };

/** One thing that the credentials do not allow. */
export interface Withheld {
  /** In the PMS's words: `customers/getAll`. */
  readonly operation: string;
  readonly message: string;
}

/** A stay in an answer that cannot be read; the others in the answer are not less true for it. */
export interface UnreadableStay {
  readonly pmsId: string;
  /** The PMS's confirmation number; null: that cannot be read either. */
  readonly number: string | null;
  /** Which of its fields are not as the PMS describes them, in the PMS's words. */
  readonly fields: readonly string[];
  /** Only people of it cannot be read: the stay itself is in the answer. */
  readonly isStayTold?: boolean;
}

/** The credentials lead to another property than the one that was connected: nothing of its answers is applied. */
export interface OtherProperty {
  readonly outcome: 'other-property';
  readonly name: string;
}
