import { unreachable } from '#domain/failure';
import type { AttemptOutcome } from '#domain/locks/entry-outcome';
import type { LockContent, LockEntry } from '#domain/locks/lock-entry';
import { sameWindow } from '#domain/locks/same-window';
import type { LockDriver, Readback, WriteResult } from '#main/locks/lock-driver';
import { Temporal } from 'temporal-polyfill';

/** A lock that has not answered by then is asked again by the schedule. Battery locks wake up within a few seconds. */
export const longestCall = Temporal.Duration.from({ seconds: 8 });

/**
 * One attempt to make a lock hold (or no longer hold) what an entry wants, verified by reading back. States the wanted
 * end, so it may be repeated at any time.
 * @param mayGoOn Asked before each call to the lock: the attempt is still this program's.
 */
export async function attemptAtLock(
  driver: LockDriver,
  { address, entry }: { readonly address: string; readonly entry: LockEntry },
  mayGoOn: () => Promise<boolean>,
): Promise<AttemptOutcome> {
  const order = { address, tag: entry.tag, ref: entry.ref };
  const options = { timeoutMs: longestCall.total('milliseconds') };

  if (!(await mayGoOn())) return takenOver;
  if (entry.job?.readFirst === true) {
    const found = outcomeOfRead(await driver.read(order, options), entry.wanted);
    if (found.outcome !== 'different') return found;
    if (!(await mayGoOn())) return takenOver;
  }
  const result =
    entry.wanted === null
      ? await driver.remove(order, options)
      : await driver.put({ ...order, content: entry.wanted }, options);
  if (result.outcome !== 'accepted') return outcomeOfWrite(result, entry.wanted);

  if (!(await mayGoOn())) return takenOver;
  const readback = outcomeOfRead(await driver.read({ ...order, ref: result.ref ?? order.ref }, options), entry.wanted);
  return readback.outcome === 'different' ? refusedSilently : readback;
}

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
        sameWindow(readback.window, wanted.window);
      return proven ? { outcome: 'written', ref: readback.ref } : { outcome: 'different' };
    }
    case 'no-answer':
      return { outcome: 'failed', error: { kind: 'lock-offline', native: readback.cause } };
    case 'failed':
      return { outcome: 'failed', error: readback.error };
    default:
      return unreachable(readback);
  }
}
