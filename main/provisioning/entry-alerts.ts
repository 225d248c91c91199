import type { AlertKind } from '#domain/alerts/alert';
import { isOfCard } from '#domain/locks/entry-problem';
import type { LockEntry } from '#domain/locks/lock-entry';
import type { AlertNote } from '#main/timeline/record';

/** One alert per entry, but for what concerns the lock as a whole. */
export function alertsOf(entry: LockEntry, kinds: readonly AlertKind[]): readonly AlertNote[] {
  return kinds.map((kind) => {
    const subject = kind === 'lock-full' || kind === 'lock-differs' ? entry.lockId : entry.id;
    return {
      id: `${kind}/${subject}`,
      kind,
      keyId: kind === 'lock-full' || kind === 'lock-differs' ? null : entry.keyId,
      doorId: entry.doorId,
      lockId: entry.lockId,
      facts: {
        ...(entry.job?.lastError == null ? {} : { error: entry.job.lastError.kind }),
        ...(isOfCard(entry) ? { credential: 'card' } : {}),
      },
    };
  });
}
