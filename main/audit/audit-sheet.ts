import { auditColumns, type AuditColumn, type AuditEntry } from '#domain/staff/audit';
import type { Sheet } from '#domain/text/sheet';
import { actorName, pcOf } from './audit-view.ts';

/** One row an entry, in the order given; times are UTC. */
export function auditSheet(entries: readonly AuditEntry[]): Sheet<AuditColumn> {
  return { columns: auditColumns, rows: entries.map(rowOf) };
}

function rowOf(entry: AuditEntry): readonly string[] {
  return [
    entry.id,
    entry.at,
    actorName(entry.by),
    pcOf(entry),
    entry.what,
    entry.staffId ?? '',
    entry.keyId ?? '',
    entry.doorId ?? '',
    entry.lockId ?? '',
    entry.reservationId ?? '',
    pairs(entry.facts),
    pairs(entry.before),
    pairs(entry.after),
    entry.hash,
  ];
}

function pairs(texts: Readonly<Record<string, string>>): string {
  return Object.entries(texts)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
}
