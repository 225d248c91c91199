import type { Lock } from '#domain/house/door';
import { opensAt } from '#domain/key/access-window';
import { keptWindow } from '#domain/locks/kept-window';
import type { LockEntry } from '#domain/locks/lock-entry';
import { plus } from '#domain/time/time';
import type { InstantText, ZoneName } from '#domain/time/time';
import type { Transaction } from '#main/storage/store';
import { clear, raise } from '#main/timeline/record';
import { Temporal } from 'temporal-polyfill';
import { clockToleranceSeconds } from './gateway-clock.ts';

export type ClockVerdict = 'wrong' | 'right' | 'says nothing';

const edge = Temporal.Duration.from({ seconds: clockToleranceSeconds });

/**
 * Whether a lock refused somebody whom it was read to hold, well inside the window that it keeps: then it goes by another time.
 * At the edges of the window two right clocks may disagree.
 */
function isRefusedInside(lock: Pick<Lock, 'limits'>, entry: LockEntry, zone: ZoneName, at: InstantText): boolean {
  if (entry.held === null || entry.job !== null) return false;
  const window = keptWindow(lock.limits, entry.held.content.window);
  if (window === null) return false;
  return [plus(at, edge.negated()), at, plus(at, edge)].every((moment) => opensAt(window, zone, moment));
}

/** What the lock did with a code that Portal knows says what its clock is worth. */
export async function judgeClock(
  transaction: Transaction,
  used: { readonly lock: Lock; readonly entry: LockEntry; readonly opened: boolean; readonly at: InstantText },
): Promise<ClockVerdict> {
  const { lock, entry, opened, at } = used;
  const id = `lock-clock/${lock.id}`;
  if (opened) {
    if (entry.held !== null && keptWindow(lock.limits, entry.held.content.window) !== null)
      await clear(transaction, [id]);
    return 'right';
  }
  const settings = await transaction.get('settings', 'property');
  if (settings === null || !isRefusedInside(lock, entry, settings.zone, at)) return 'says nothing';
  const { doorId, keyId } = entry;
  await raise(transaction, at, [{ id, kind: 'lock-clock', doorId, keyId, lockId: lock.id, facts: {} }]);
  return 'wrong';
}
