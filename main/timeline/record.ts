import type { AlertDraft } from '#domain/alerts/alert-draft';
import type { Actor } from '#domain/key/key';
import type { InstantText } from '#domain/time/time';
import type { TimelineNote } from '#domain/key/timeline';
import { auditWrites, type AuditNote } from '#main/audit/append-audit';
import type { Write } from '#main/storage/look-ups';
import type { Transaction, View } from '#main/storage/store';

/** What an alert is about; what is left out it is not about. */
export type AlertNote = Pick<AlertDraft, 'id' | 'kind'> & Partial<AlertDraft>;

interface Told {
  readonly at: InstantText;
  readonly by: Actor;
  readonly notes: readonly TimelineNote[];
}

/**
 * Written in the transaction of what it tells of: a timeline never knows more, or less, than the records. What staff
 * did, and who was refused at the door of Portal, is in the audit as well.
 */
export async function record(transaction: Transaction, told: Told): Promise<void> {
  await transaction.write(await recordWrites(transaction, told));
}

/** The changes that `record` makes, for a caller with more to write at once. */
export async function recordWrites(view: View, { at, by, notes }: Told): Promise<readonly Write[]> {
  const audited = notes.flatMap(({ kind: what, ...note }): readonly AuditNote[] =>
    by.kind === 'staff' || what === 'sign-in-refused' ? [{ at, by, what, before: {}, after: {}, ...note }] : [],
  );
  const told = notes.map(({ before: _before, after: _after, ...note }): Write => {
    const subject = { keyId: null, doorId: null, lockId: null, reservationId: null, facts: {}, ...note };
    return { collection: 'timeline', put: { ...subject, id: nextId(at), at, by } };
  });
  return [...told, ...(await auditWrites(view, audited))];
}

/** Raising what is raised already keeps its first moment. */
export async function raise(transaction: Transaction, at: InstantText, drafts: readonly AlertNote[]): Promise<void> {
  await changeAlerts(transaction, at, { raise: drafts, clear: [] });
}

export async function clear(transaction: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { known } = await transaction.getMany({ known: { collection: 'alerts', ids } });
  await transaction.write([...known.keys()].map((remove) => ({ collection: 'alerts', remove })));
}

/** Both, in two calls. */
export async function changeAlerts(
  transaction: Transaction,
  at: InstantText,
  change: { readonly raise: readonly AlertNote[]; readonly clear: readonly string[] },
): Promise<void> {
  const ids = [...change.raise.map(({ id }) => id), ...change.clear];
  if (ids.length === 0) return;
  const { known } = await transaction.getMany({ known: { collection: 'alerts', ids } });
  const raised = change.raise.map((draft): Write => raisedAlert(draft, known.get(draft.id)?.raisedAt ?? at));
  const cleared = change.clear.filter((id) => known.has(id));
  await transaction.write([...raised, ...cleared.map((remove): Write => ({ collection: 'alerts', remove }))]);
}

/** @param raisedAt When it was raised first. */
export function raisedAlert(draft: AlertNote, raisedAt: InstantText): Write {
  const subject = { keyId: null, doorId: null, lockId: null, reservationId: null, facts: {}, ...draft };
  return { collection: 'alerts', put: { ...subject, raisedAt } };
}

/** Sorts by moment, then by the order in which this process wrote; the last part keeps two processes apart. */
function nextId(at: InstantText): string {
  sequence = (sequence + 1) % 1_000_000_000;
  return `${at}/${String(sequence).padStart(9, '0')}/${origin}`;
}

let sequence = 0;
const origin = process.pid.toString(36);
