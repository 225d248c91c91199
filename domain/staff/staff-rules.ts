import type { FailureCode } from '#domain/failure';
import { mayDo } from './permission.ts';
import type { Role, StaffMember } from './staff.ts';

/** What is about to be done to a member of staff. */
export type StaffChange =
  | { readonly kind: 'invite'; readonly role: Role }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'disable' }
  | { readonly kind: 'enable' }
  | { readonly kind: 'reset' };

/**
 * Why not, or null. Whoever may not appoint an Owner may not touch one either: a General Manager who resets an Owner's
 * password would be the Owner. There is always an Owner who can sign in.
 * @param subject null when somebody is invited.
 */
export function staffChangeRefusal(
  actor: Role,
  change: StaffChange,
  subject: StaffMember | null,
  everybody: readonly StaffMember[],
): Extract<FailureCode, 'only-an-owner' | 'last-owner'> | null {
  const makesOwner = (change.kind === 'invite' || change.kind === 'role') && change.role === 'owner';
  if ((makesOwner || subject?.role === 'owner') && !mayDo(actor, 'appoint-owner')) return 'only-an-owner';
  const losesOwner = change.kind === 'disable' || (change.kind === 'role' && change.role !== 'owner');
  return losesOwner && subject !== null && isLastOwner(subject, everybody) ? 'last-owner' : null;
}

/** A one-time code that nobody has used yet is no Owner to count on. */
function isLastOwner(subject: StaffMember, everybody: readonly StaffMember[]): boolean {
  const canSignIn = (member: StaffMember): boolean =>
    member.role === 'owner' && member.disabledAt === null && member.oneTimeUntil === null;
  if (subject.role !== 'owner') return false;
  return !everybody.some((member) => member.id !== subject.id && canSignIn(member));
}
