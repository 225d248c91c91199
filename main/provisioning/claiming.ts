import { AppError } from '#domain/failure';
import type { GatewayId, LockId, ProgramId } from '#domain/ids';
import type { Lock } from '#domain/house/door';
import { claim, claimPlace, dueAt, isUnderWay } from '#domain/locks/entry-outcome';
import type { LockEntry } from '#domain/locks/lock-entry';
import { plus, type InstantText } from '#domain/time/time';
import type { Store, Transaction, View } from '#main/storage/store';
import { Temporal } from 'temporal-polyfill';
import { longestCall } from './attempt.ts';
import { placeOf, sendToLine } from './placing.ts';

/**
 * For so long nobody else goes to a lock: three calls take 24 seconds at the most, the rest is for a slow disk and for clocks of
 * two PCs that differ. After a dead program its locks wait no longer than this.
 */
const term = Temporal.Duration.from({ seconds: 60 });

/** An attempt that this program has begun. */
export interface Claimed {
  readonly entry: LockEntry;
  readonly lock: Pick<Lock, 'id' | 'address' | 'limits'>;
  readonly by: ProgramId;
  readonly at: InstantText;
  readonly until: InstantText;
  /** The entry was given a place that Portal has not written to: it is looked at first. */
  readonly isNewPlace: boolean;
}

/** null: it is not to be tried now, another program is at its lock, or there is no place for it and it waits in line. */
export async function claimEntry(
  transaction: Transaction,
  found: LockEntry,
  { by, at }: { readonly by: ProgramId; readonly at: InstantText },
): Promise<Claimed | null> {
  const entry = await transaction.get('entries', found.id);
  if (entry === null || entry.job === null || entry.generation !== found.generation) return null;
  const due = dueAt(entry);
  if (due === null || due > at) return null;
  const taken = await locksTaken(transaction, entry.gatewayId, at);
  if (taken.has(entry.lockId)) return null;
  const lock = await transaction.get('locks', entry.lockId);
  if (lock === null) throw new AppError('not-found', 'finding the lock of a job');
  const until = plus(at, term);
  const place = await placeOf(transaction, entry, lock);
  if (place === 'none') return sendToLine(transaction, entry, entry.job, at);
  const isNewPlace = place !== null && !entry.touched;
  const begun = claim(entry, entry.job, { by, until });
  const claimed = isNewPlace ? claimPlace(begun, place) : begun;
  await transaction.put('entries', claimed);
  return { entry: claimed, lock, by, at, until, isNewPlace };
}

/** The locks of a gateway at which a program is, and until when it may be. */
export async function locksTaken(
  view: View,
  gatewayId: GatewayId,
  now: InstantText,
): Promise<ReadonlyMap<LockId, UntilWhen>> {
  const underWay = await view.find('entries', 'underWay', { value: gatewayId });
  const alive = underWay.filter((entry) => isUnderWay(entry, now));
  return new Map(alive.flatMap(({ lockId, underWay: each }) => (each === null ? [] : [[lockId, each]])));
}

type UntilWhen = NonNullable<LockEntry['underWay']>;

/**
 * Asked before each call to the lock. Where the time left might not do for the call (the PC slept) it is asked for anew.
 * @returns the attempt with the time it has now; null: another program took it over.
 */
export async function stillOurs(store: Store, claimed: Claimed, now: InstantText): Promise<Claimed | null> {
  if (plus(now, longestCall) < claimed.until) return claimed;
  return store.transact(async (transaction) => {
    const entry = await transaction.get('entries', claimed.entry.id);
    if (entry?.underWay?.by !== claimed.by) return null;
    const until = plus(now, term);
    await transaction.put('entries', { ...entry, underWay: { by: claimed.by, until } });
    return { ...claimed, until };
  });
}
