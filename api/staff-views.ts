import type { AuditKind } from '#domain/staff/audit';
import type { KeyId, StaffId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import type { Role } from '#domain/staff/staff';
import type { InstantText } from '#domain/time/time';
import type { StaffView } from './views.ts';

/** Who is signed in, and how far the session goes. */
export interface SessionView extends StaffView {
  /** locked: nothing but unlocking; choose-password: nothing but choosing one, after a one-time code. */
  readonly state: 'open' | 'locked' | 'choose-password';
  readonly hasPin: boolean;
  /** Whole seconds without input after which the screen locks. */
  readonly lockAfterSeconds: number;
}

export interface StaffRow {
  readonly id: StaffId;
  readonly version: number;
  readonly name: string;
  readonly role: Role;
  /** invited: has not used the one-time code yet; expired: did not, in time. */
  readonly state: 'active' | 'invited' | 'expired' | 'disabled';
  /** Until when the one-time code is good; null unless `invited` or `expired`. */
  readonly codeUntil: InstantText | null;
}

/** Shown once and kept nowhere: Portal has only its hash. */
export interface OneTimeCode {
  readonly staffId: StaffId;
  readonly name: string;
  readonly code: string;
  readonly until: InstantText;
}

export interface AuditView {
  readonly id: string;
  readonly at: InstantText;
  readonly by: Actor;
  /** The PC, as its channel names it; empty where nobody at a PC did it. */
  readonly from: string;
  readonly what: AuditKind;
  readonly keyId: KeyId | null;
  readonly doorName: string | null;
  readonly staffName: string | null;
  readonly facts: Readonly<Record<string, string>>;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

export interface AuditPage {
  readonly entries: readonly AuditView[];
  /** Older ones match too. */
  readonly more: boolean;
}

export type AuditVerdict =
  | { readonly verdict: 'whole'; readonly entries: number; readonly hash: string }
  | {
      readonly verdict: 'broken';
      readonly id: string;
      readonly because: 'missing' | 'altered' | 'unlinked' | 'cut';
    };
