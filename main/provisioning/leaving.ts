import type { LockId } from '#domain/ids';
import { waitsToLeave } from '#domain/locks/leaves-first';
import type { LockEntry } from '#domain/locks/lock-entry';
import type { InstantText } from '#domain/time/time';
import type { View } from '#main/storage/store';

/**
 * The locks whose next guest is still leaving another room, and until when they wait for that at most. Behind one gateway the end of
 * the removal wakes them; where the other room's lock is behind another gateway, they wait until then.
 *
 * @param heads What is next at each lock.
 */
export async function stillLeaving(
  view: View,
  heads: readonly LockEntry[],
  now: InstantText,
): Promise<ReadonlyMap<LockId, InstantText>> {
  const writes = heads.filter(({ wanted, job }) => wanted !== null && job?.attempts === 0);
  if (writes.length === 0) return new Map();
  const keys = [...new Set(writes.map(({ keyId }) => keyId))];
  const { ofKeys } = await view.getMany({ ofKeys: { collection: 'entries', index: 'key', values: keys } });
  return new Map(
    writes.flatMap((entry) => {
      const until = waitsToLeave(entry, ofKeys.get(entry.keyId) ?? [], now);
      return until === null ? [] : [[entry.lockId, until] as const];
    }),
  );
}
