import type { Base } from '#main/base';
import { appendAudit, type AuditNote } from './append-audit.ts';

/** Written down before the file leaves: an export that could not be noted does not happen. */
export async function noteExport(base: Base, note: Omit<AuditNote, 'at'>): Promise<void> {
  await base.store.transact((transaction) => appendAudit(transaction, { at: base.clock.now(), ...note }));
}
