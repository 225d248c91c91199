import { writeAgain } from '#domain/locks/entry-outcome';
import type { Lock, LockRef } from '#domain/house/door';
import type { LockEntry } from '#domain/locks/lock-entry';
import { holdsWindow } from '#domain/locks/kept-window';
import { isOf } from '#domain/locks/lock-places';
import type { Base } from '#main/base';
import type { Transaction } from '#main/storage/store';
import { moveLine } from '#main/provisioning/place-line';
import { clear, raise, record } from '#main/timeline/record';
import type { ListedEntry, ListResult, LockDriver } from '#main/locks/lock-driver';
import { isDeepStrictEqual } from 'node:util';

/** Reading a whole lock takes a call an entry. */
const listTimeoutMs = 20_000;

/**
 * Compares what a lock holds with what it was last read to hold. What is missing is written again: a lock that was reset
 * or swapped heals by itself. What Portal did not write is left alone, and told.
 */
export async function auditLock(base: Base, driver: LockDriver, lock: Lock): Promise<ListResult> {
  const before = await base.store.read((view) => view.find('entries', 'lock', { value: lock.id }));
  const listed = await driver.list(lock.address, { timeoutMs: listTimeoutMs });
  if (listed.outcome !== 'listed') return listed;
  // Only entries at rest on both sides of the question can be judged by its answer.
  const resting = new Map(before.filter(isAtRest).map((entry) => [entry.id, entry.generation]));
  await base.store.transact(async (transaction) => {
    const entries = await transaction.find('entries', 'lock', { value: lock.id });
    const judged = entries.filter((entry) => isAtRest(entry) && resting.get(entry.id) === entry.generation);
    const missing = judged.filter((entry) => entry.held !== null && !isListed(lock, entry, listed.entries));
    for (const entry of missing) await transaction.put('entries', writeAgain(entry, base.clock.now()));
    const known = [...entries, ...before];
    const foreign = listed.entries.filter((found) => !known.some((entry) => isOf(lock, entry, found)));
    await noteForeign(
      transaction,
      base,
      lock,
      foreign.map(({ ref }) => ref),
    );
    await tell(transaction, base, {
      lock,
      missing: missing.length,
      strangers: strangersAmong(listed.entries, entries, before),
    });
  });
  return listed;
}

/** What others put on the lock takes places that Portal cannot fill; where some came free, whoever waits is written. */
async function noteForeign(
  transaction: Transaction,
  base: Base,
  { id }: Lock,
  foreign: readonly LockRef[],
): Promise<void> {
  const lock = await transaction.get('locks', id);
  if (lock === null) return;
  if (!isDeepStrictEqual(lock.foreign, foreign)) await transaction.put('locks', { ...lock, foreign });
  await moveLine(transaction, id, base.clock.now());
}

function isAtRest(entry: LockEntry): boolean {
  return entry.job === null;
}

function isListed(lock: Lock, entry: LockEntry, listed: readonly ListedEntry[]): boolean {
  const found = listed.find((each) => isOf(lock, entry, each));
  if (found === undefined || found.credentials.length === 0) return false;
  return entry.held === null || holdsWindow(lock.limits, found.window, entry.held.content.window);
}

/** Entries with a tag of Portal's form that no record stands for: a data folder was restored, or a lock was moved here. */
function strangersAmong(
  listed: readonly ListedEntry[],
  entries: readonly LockEntry[],
  before: readonly LockEntry[],
): number {
  const known = new Set([...entries, ...before].map(({ tag }) => tag));
  return listed.filter(({ tag }) => tag !== null && !known.has(tag)).length;
}

async function tell(
  transaction: Transaction,
  base: Base,
  found: { readonly lock: Lock; readonly missing: number; readonly strangers: number },
): Promise<void> {
  const { lock, missing, strangers } = found;
  const id = `lock-differs/${lock.id}`;
  const [door] = await transaction.find('doors', 'lock', { value: lock.id });
  const facts = { missing: String(missing), strangers: String(strangers) };
  const subject = { doorId: door?.id ?? null, lockId: lock.id, facts };
  if (missing > 0) {
    const notes = [{ kind: 'lock-differs' as const, ...subject }];
    await record(transaction, { at: base.clock.now(), by: { kind: 'lock' }, notes });
  }
  if (strangers === 0) await clear(transaction, [id]);
  else await raise(transaction, base.clock.now(), [{ id, kind: 'lock-differs', ...subject }]);
}
