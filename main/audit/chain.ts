import type { AuditEntry } from '#domain/staff/audit';
import { createHash } from 'node:crypto';

/** What the first entry follows. */
export const beforeTheFirst = '0'.repeat(64);

export type AuditContent = Omit<AuditEntry, 'hash'>;

/** SHA-256, in hex, over the hash before and the canonical JSON of the entry without its own hash. */
export function hashOf({ previous, ...content }: AuditContent): string {
  return createHash('sha256').update(previous).update(canonicalJson(content)).digest('hex');
}

/** The place of an entry as its id: sorts as the chain runs. */
export function placeText(place: number): string {
  return String(place).padStart(12, '0');
}

/** One text for one value, whatever the order in which its fields were written (as RFC 8785 for our plain records). */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`);
  return `{${fields.join(',')}}`;
}
