import { unreachable } from '#domain/failure';
import type { Lock } from '#domain/house/door';
import type { AttemptOutcome } from '#domain/locks/entry-outcome';
import { holdsWindow, keptWindow } from '#domain/locks/kept-window';
import type { LockContent, LockEntry } from '#domain/locks/lock-entry';
import type { LockDriver, PutOrder, Readback, RemoveOrder, WriteResult } from '#main/locks/lock-driver';
import { Temporal } from 'temporal-polyfill';

/** A lock that has not answered by then is asked again by the schedule. Battery locks wake up within a few seconds. */
export const longestCall = Temporal.Duration.from({ seconds: 8 });

/** What is to be made so, and where. */
interface ToMake {
  readonly lock: Pick<Lock, 'address' | 'limits'>;
  readonly entry: LockEntry;
}

/**
 * One attempt to make a lock hold (or no longer hold) what an entry wants, verified by reading back. States the wanted
 * end, so it may be repeated at any time.
 * @param mayGoOn Asked before each call to the lock: the attempt is still this program's.
 */
export async function attemptAtLock(
  driver: LockDriver,
  { lock, entry }: ToMake,
  mayGoOn: () => Promise<boolean>,
): Promise<AttemptOutcome> {
  const { limits } = lock;
  const order = orderFor(lock, entry);

  if (!(await mayGoOn())) return takenOver;
  if (entry.job?.readFirst === true) {
    const found = outcomeOfRead(await driver.read(order, options), entry.wanted, limits);
    if (found.outcome !== 'different') return found;
    if (!(await mayGoOn())) return takenOver;
  }
  const result =
    entry.wanted === null
      ? await driver.remove(order, options)
      : await driver.put({ ...order, content: sentTo(limits, entry.wanted) }, options);
  if (result.outcome !== 'accepted') return outcomeOfWrite(result, entry.wanted);

  if (!(await mayGoOn())) return takenOver;
  const there = { ...order, ref: result.ref ?? order.ref };
  const readback = outcomeOfRead(await driver.read(there, options), entry.wanted, limits);
  return readback.outcome === 'different' ? refusedSilently : readback;
}

/** Whether nobody has anything at the place that an entry was given; null: it is empty, and is Portal's from now on. */
export async function lookAtPlace(
  driver: LockDriver,
  { lock, entry }: ToMake,
  mayGoOn: () => Promise<boolean>,
): Promise<AttemptOutcome | null> {
  if (!(await mayGoOn())) return takenOver;
  const found = await driver.read(orderFor(lock, entry), options);
  if (found.outcome === 'empty') return null;
  if (found.outcome !== 'present') return outcomeOfSilence(found);
  return { outcome: 'failed', error: { kind: 'slot-occupied', native: `place ${String(entry.ref)} is in use` } };
}

function orderFor({ address }: Pick<Lock, 'address'>, { tag, ref }: LockEntry): RemoveOrder {
  return { address, tag, ref };
}

/** No more of the window than the lock keeps. */
function sentTo(limits: Lock['limits'], wanted: LockContent): PutOrder['content'] {
  return { ...wanted, window: keptWindow(limits, wanted.window) };
}

const options = { timeoutMs: longestCall.total('milliseconds') };

const takenOver: AttemptOutcome = {
  outcome: 'unknown',
  ref: null,
  error: { kind: 'not-confirmed', native: 'another program has taken over' },
};

/** The gateway took the order and the lock does not hold it: a lock that discards what it is sent. */
const refusedSilently: AttemptOutcome = {
  outcome: 'failed',
  error: { kind: 'rejected', native: 'accepted, but not found when read back' },
};

function outcomeOfWrite(
  result: Exclude<WriteResult, { outcome: 'accepted' }>,
  wanted: LockContent | null,
): AttemptOutcome {
  switch (result.outcome) {
    case 'confirmed':
      return wanted === null ? { outcome: 'removed' } : { outcome: 'written', ref: result.ref };
    case 'unknown':
      return { outcome: 'unknown', ref: result.ref, error: { kind: 'not-confirmed', native: result.cause } };
    case 'failed':
      return { outcome: 'failed', error: result.error };
    default:
      return unreachable(result);
  }
}

/** `different`: the lock answered, and does not hold what is wanted (or it cannot be told): write. */
function outcomeOfRead(
  readback: Readback,
  wanted: LockContent | null,
  limits: Lock['limits'],
): AttemptOutcome | { readonly outcome: 'different' } {
  switch (readback.outcome) {
    case 'empty':
      return wanted === null ? { outcome: 'removed' } : { outcome: 'different' };
    case 'present': {
      // Where a lock never tells its codes, an earlier code may still be there: only writing makes sure.
      const proven =
        wanted !== null &&
        readback.complete &&
        readback.code === wanted.code &&
        holdsWindow(limits, readback.window, wanted.window);
      return proven ? { outcome: 'written', ref: readback.ref } : { outcome: 'different' };
    }
    case 'no-answer':
    case 'failed':
      return outcomeOfSilence(readback);
    default:
      return unreachable(readback);
  }
}

function outcomeOfSilence(readback: Extract<Readback, { outcome: 'no-answer' | 'failed' }>): AttemptOutcome {
  if (readback.outcome === 'failed') return { outcome: 'failed', error: readback.error };
  return { outcome: 'failed', error: { kind: 'lock-offline', native: readback.cause } };
}
