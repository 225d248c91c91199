import type { AuditKind } from '#domain/staff/audit';
import type { StaffMember } from '#domain/staff/staff';
import type { InstantText } from '#domain/time/time';
import { appendAudit } from '#main/audit/append-audit';
import type { Transaction } from '#main/storage/store';

/** Writes into the audit what somebody did about the own session or secrets; of the session itself it says nothing. */
export async function noteOwnAct(
  transaction: Transaction,
  what: AuditKind,
  { member, from, at }: { readonly member: StaffMember; readonly from: string; readonly at: InstantText },
): Promise<void> {
  const by = { kind: 'staff' as const, staffId: member.id, name: member.name, from };
  await appendAudit(transaction, { at, by, what, staffId: member.id });
}
