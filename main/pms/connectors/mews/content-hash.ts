import type { PmsStay } from '#main/pms/pms-connector';
import { createHash } from 'node:crypto';

/** Over every field of a stay that Portal acts on; when the PMS last touched it is not one of them. */
export function contentHash(stay: Omit<PmsStay, 'contentHash'>): string {
  const { sourceUpdatedAt: _, ...acted } = stay;
  return createHash('sha256').update(canonicalJson(acted)).digest('hex');
}

/** The same text for the same content, whatever the order in which its fields were set. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
