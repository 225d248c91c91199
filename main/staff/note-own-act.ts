import type { AuditKind } from '#domain/staff/audit';
import type { StaffMember } from '#domain/staff/staff';
import type { Base } from '#main/base';
import { appendAudit } from '#main/audit/append-audit';

/** Writes into the audit what somebody did about the own session or secrets. */
export async function noteOwnAct(
  base: Base,
  what: AuditKind,
  { member, from }: { readonly member: StaffMember; readonly from: string },
): Promise<void> {
  const by = { kind: 'staff' as const, staffId: member.id, name: member.name, from };
  await base.store.transact((transaction) =>
    appendAudit(transaction, { at: base.clock.now(), by, what, staffId: member.id }),
  );
}
