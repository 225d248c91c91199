import type { AuditEntry } from '#domain/staff/audit';
import type { Write } from '#main/storage/look-ups';
import type { Transaction, View } from '#main/storage/store';
import { beforeTheFirst, hashOf, placeText, type AuditContent } from './chain.ts';

/** What happened; what it is not about is left out. */
export type AuditNote = Pick<AuditEntry, 'at' | 'by' | 'what'> &
  Partial<Pick<AuditEntry, 'staffId' | 'keyId' | 'doorId' | 'lockId' | 'reservationId' | 'facts' | 'before' | 'after'>>;

/** Adds the next entry of the chain, in the transaction of what it tells of: one is never there without the other. */
export async function appendAudit(transaction: Transaction, note: AuditNote): Promise<void> {
  await transaction.write(await auditWrites(transaction, [note]));
}

/** The changes that add these entries to the chain. They belong into the transaction that was asked, before it adds others. */
export async function auditWrites(view: View, notes: readonly AuditNote[]): Promise<readonly Write[]> {
  if (notes.length === 0) return [];
  const head = await view.get('auditHead', 'head');
  let place = head?.entries ?? 0;
  let hash = head?.hash ?? beforeTheFirst;
  const entries: Write[] = [];
  for (const note of notes) {
    place += 1;
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
      previous: hash,
    };
    hash = hashOf(content);
    entries.push({ collection: 'audit', put: { ...content, hash } });
  }
  return [...entries, { collection: 'auditHead', put: { id: 'head', entries: place, hash } }];
}
