import type { AuditEntry } from '#domain/staff/audit';
import { csvOf } from '#domain/text/write-csv';
import { actorName, pcOf } from './audit-view.ts';

const columns = [
  'place',
  'at',
  'who',
  'pc',
  'what',
  'staff',
  'key',
  'door',
  'lock',
  'reservation',
  'facts',
  'before',
  'after',
  'hash',
] as const;

/** One row an entry, in the order given; times are UTC. */
export function auditCsv(entries: readonly AuditEntry[]): string {
  return csvOf([columns, ...entries.map(rowOf)]);
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
