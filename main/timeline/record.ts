import type { AlertDraft } from '#domain/alerts/alert-draft';
import type { Actor } from '#domain/key/key';
import type { InstantText } from '#domain/time/time';
import type { TimelineNote } from '#domain/key/timeline';
import { appendAudit } from '#main/audit/append-audit';
import type { Transaction } from '#main/storage/store';

/** What an alert is about; what is left out it is not about. */
export type AlertNote = Pick<AlertDraft, 'id' | 'kind'> & Partial<AlertDraft>;

/**
 * Written in the transaction of what it tells of: a timeline never knows more, or less, than the records. What staff
 * did, and who was refused at the door of Portal, is in the audit as well.
 */
export async function record(
  transaction: Transaction,
  entry: { readonly at: InstantText; readonly by: Actor; readonly notes: readonly TimelineNote[] },
): Promise<void> {
  const { at, by } = entry;
  for (const { before, after, ...note } of entry.notes) {
    if (by.kind === 'staff' || note.kind === 'sign-in-refused') {
      const { kind: what, ...subject } = note;
      await appendAudit(transaction, { at, by, what, ...subject, before: before ?? {}, after: after ?? {} });
    }
    await transaction.put('timeline', {
      keyId: null,
      doorId: null,
      lockId: null,
      reservationId: null,
      facts: {},
      ...note,
      id: nextId(at),
      at,
      by,
    });
  }
}

/** Raising what is raised already keeps its first moment. */
export async function raise(transaction: Transaction, at: InstantText, drafts: readonly AlertNote[]): Promise<void> {
  for (const draft of drafts) {
    const known = await transaction.get('alerts', draft.id);
    await transaction.put('alerts', {
      keyId: null,
      doorId: null,
      lockId: null,
      reservationId: null,
      facts: {},
      ...draft,
      raisedAt: known?.raisedAt ?? at,
    });
  }
}

export async function clear(transaction: Transaction, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    if ((await transaction.get('alerts', id)) !== null) await transaction.remove('alerts', id);
  }
}

/** Sorts by moment, then by the order in which this process wrote; the last part keeps two processes apart. */
function nextId(at: InstantText): string {
  sequence = (sequence + 1) % 1_000_000_000;
  return `${at}/${String(sequence).padStart(9, '0')}/${origin}`;
}

let sequence = 0;
const origin = process.pid.toString(36);
