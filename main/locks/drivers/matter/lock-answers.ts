import './matter-settings.ts';
import { Status, StatusResponseError } from '@matter/main/types';
import { Temporal } from 'temporal-polyfill';
import type { LockError, LockErrorKind } from '#domain/locks/lock-entry';
import type { Clock } from '#main/ports/clock';

/** The cluster's own statuses (Cluster spec 5.2.6.25). */
const DUPLICATE = 2;
const OCCUPIED = 3;

/** Ends a call with what the lock said no to. */
export class LockRefusal extends Error {
  readonly error: LockError;

  constructor(kind: LockErrorKind, native: string) {
    super(native);
    this.name = 'LockRefusal';
    this.error = { kind, native };
  }
}

export type Answer<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'refused'; readonly error: LockError }
  /** No answer in time, or the connection broke: what was sent may have landed. */
  | { readonly kind: 'silent'; readonly cause: string };

/** Runs the steps of one call. When time is up the answer is `silent`, and steps not yet sent are not sent any more. */
export async function withinDeadline<Value>(
  clock: Clock,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Answer<Value>> {
  const deadline = new AbortController();
  const done = new AbortController();
  const answer = work(deadline.signal).then(
    (value): Answer<Value> => ({ kind: 'answered', value }),
    (error: unknown) => answerOf(error),
  );
  const late = clock.wait(Temporal.Duration.from({ milliseconds: timeoutMs }), done.signal).then((): Answer<Value> => {
    deadline.abort();
    return { kind: 'silent', cause: `no answer in ${timeoutMs} ms` };
  });
  const first = await Promise.race([answer, late]);
  done.abort();
  return first;
}

function answerOf(error: unknown): Answer<never> {
  if (error instanceof LockRefusal) return { kind: 'refused', error: error.error };
  if (error instanceof StatusResponseError) return { kind: 'refused', error: refusalOf(error.code, error.clusterCode) };
  return { kind: 'silent', cause: error instanceof Error ? error.name : 'unknown' };
}

/** What a status of a command means. One that is not listed is a refusal that may pass, never a permanent one. */
export function refusalOf(status: number, clusterStatus?: number): LockError {
  const native = clusterStatus === undefined ? `status ${status}` : `status ${status}/${clusterStatus}`;
  if (clusterStatus === OCCUPIED || status === OCCUPIED) return { kind: 'slot-occupied', native };
  if (clusterStatus === DUPLICATE || status === DUPLICATE) return { kind: 'duplicate', native };
  switch (status) {
    case Status.InvalidCommand:
    case Status.ConstraintError:
      return { kind: 'bad-value', native };
    case Status.ResourceExhausted:
      return { kind: 'no-space', native };
    case Status.UnsupportedCommand:
    case Status.UnsupportedCluster:
      return { kind: 'unsupported', native };
    case Status.UnsupportedEndpoint:
      return { kind: 'no-such-lock', native };
    case Status.Busy:
      return { kind: 'gateway-busy', native };
    default:
      return { kind: 'rejected', native };
  }
}
