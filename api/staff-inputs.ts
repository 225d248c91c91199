import { z } from 'zod';
import { auditKinds } from '#domain/staff/audit';
import { staffId } from '#domain/ids';
import { refuse } from '#domain/refusal';
import { isCommonPassword, isPin, longestPassword, pinLength, shortestPassword } from '#domain/staff/password';
import { roles } from '#domain/staff/staff';
import { fullName } from '#domain/text/names';
import { instantText } from '#domain/time/time';

/** What is said about staff, their secrets and the audit. */

const version = z.number().int().nonnegative();
/** As typed: an old secret is compared, not judged. */
const typedSecret = z.string().min(1, refuse('secret-missing')).max(longestPassword);

export const newPassword = z
  .string()
  .min(shortestPassword)
  .max(longestPassword)
  .refine((text) => !isCommonPassword(text), refuse('common-password'));
export const newPin = z.string().refine(isPin, { error: refuse('not-a-pin'), params: pinLength });

export const signInInput = z.object({ name: fullName, password: typedSecret });
export const ownerInput = z.object({ name: fullName, password: newPassword, pin: newPin.nullable().default(null) });
export const unlockInput = z.object({ secret: typedSecret });
export const confirmPasswordInput = z.object({ password: typedSecret });
/** What is null stays as it is. `current` is not asked of whoever has just signed in with a one-time code. */
export const ownSecretsInput = z
  .object({
    current: typedSecret.nullable(),
    password: newPassword.nullable(),
    pin: newPin.nullable(),
  })
  .refine(({ password, pin }) => password !== null || pin !== null, {
    path: ['password'],
    error: refuse('new-secret-missing'),
  });

export const inviteInput = z.object({ name: fullName, role: z.enum(roles) });
export const staffMemberInput = z.object({ staffId, version });
export const staffRoleInput = staffMemberInput.extend({ role: z.enum(roles) });

export const auditQuestion = z.object({
  /** Whose acts, and what was done to them; null: everybody's. */
  who: staffId.nullable().default(null),
  what: z.enum(auditKinds).nullable().default(null),
  /** Somewhere in the facts, before or after. */
  text: z.string().max(100).default(''),
  /** Inclusive. */
  from: instantText.nullable().default(null),
  /** Exclusive. */
  below: instantText.nullable().default(null),
  limit: z.number().int().min(1).max(1000).default(200),
});
export const auditExport = auditQuestion.omit({ limit: true });

export type OwnSecretsInput = z.infer<typeof ownSecretsInput>;
export type InviteInput = z.infer<typeof inviteInput>;
export type StaffMemberInput = z.infer<typeof staffMemberInput>;
export type StaffRoleInput = z.infer<typeof staffRoleInput>;
export type AuditQuestion = z.infer<typeof auditQuestion>;
export type AuditExport = z.infer<typeof auditExport>;
