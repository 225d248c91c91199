import type { Actor } from '#domain/key/key';
import type { AuditColumn } from '#domain/staff/audit';
import type { Sheet } from '#domain/text/sheet';
import type {
  AuditExport,
  AuditQuestion,
  InviteInput,
  OwnSecretsInput,
  StaffMemberInput,
  StaffRoleInput,
} from './staff-inputs.ts';
import type { AuditPage, AuditVerdict, OneTimeCode, SessionView, StaffRow } from './staff-views.ts';
import type { SignedIn } from './views.ts';

export interface SessionServices {
  signIn(input: { readonly name: string; readonly password: string; readonly from: string }): Promise<SignedIn>;
  signOut(token: string): Promise<void>;
  /** null when the token is not (or no longer) good. */
  whoIs(token: string): Promise<SessionView | null>;
  /** From here on the token is good for unlocking alone. */
  lock(token: string): Promise<void>;
  /**
   * With the password, or on the PC that signed in with the PIN. Throws AppError: `wrong-unlock`; after the fifth wrong
   * try the session is over: `not-signed-in`.
   */
  unlock(input: { readonly token: string; readonly secret: string; readonly from: string }): Promise<void>;
  /** Whether the password was entered within the last five minutes. */
  isConfirmed(token: string): Promise<boolean>;
  confirmPassword(input: { readonly token: string; readonly password: string; readonly from: string }): Promise<void>;
  /** One's own password or PIN. A new password ends one's other sessions. */
  setSecrets(input: OwnSecretsInput & { readonly token: string; readonly from: string }): Promise<void>;
}

/** Everybody who may sign in. What only an Owner may do is checked here, against the records. */
export interface StaffServices {
  list(): Promise<readonly StaffRow[]>;
  invite(input: InviteInput, by: Actor): Promise<OneTimeCode>;
  setRole(input: StaffRoleInput, by: Actor): Promise<void>;
  /** Ends every session of theirs at once. */
  disable(input: StaffMemberInput, by: Actor): Promise<void>;
  enable(input: StaffMemberInput, by: Actor): Promise<void>;
  /** The old password and PIN are gone, and every session with them. */
  reset(input: StaffMemberInput, by: Actor): Promise<OneTimeCode>;
}

export interface AuditServices {
  list(question: AuditQuestion): Promise<AuditPage>;
  /** Oldest first; the export is itself in the audit. */
  export(question: AuditExport, by: Actor): Promise<Sheet<AuditColumn>>;
  verify(): Promise<AuditVerdict>;
}
