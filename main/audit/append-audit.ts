import type { AuditEntry } from '#domain/staff/audit';
import type { Transaction } from '#main/storage/store';
import { beforeTheFirst, hashOf, placeText, type AuditContent } from './chain.ts';

/** What happened; what it is not about is left out. */
export type AuditNote = Pick<AuditEntry, 'at' | 'by' | 'what'> &
  Partial<Pick<AuditEntry, 'staffId' | 'keyId' | 'doorId' | 'lockId' | 'reservationId' | 'facts' | 'before' | 'after'>>;

/** Adds the next entry of the chain, in the transaction of what it tells of: one is never there without the other. */
export async function appendAudit(transaction: Transaction, note: AuditNote): Promise<void> {
  const head = await transaction.get('auditHead', 'head');
  const place = (head?.entries ?? 0) + 1;
  const content: AuditContent = {
    staffId: null,
    keyId: null,
    doorId: null,
    lockId: null,
    reservationId: null,
    facts: {},
    before: {},
    after: {},
    ...note,
    id: placeText(place),
    previous: head?.hash ?? beforeTheFirst,
  };
  const hash = hashOf(content);
  await transaction.put('audit', { ...content, hash });
  await transaction.put('auditHead', { id: 'head', entries: place, hash });
}
