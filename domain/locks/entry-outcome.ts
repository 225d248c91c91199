import type { AlertKind } from '#domain/alerts/alert';
import { isOfCard } from './entry-problem.ts';
import { newJob } from './entry-plan.ts';
import { unreachable } from '#domain/failure';
import type { LockRef } from '#domain/house/door';
import type { ProgramId } from '#domain/ids';
import type { Job, LockEntry, LockError, LockErrorKind, UnderWay } from './lock-entry.ts';
import { nextAttemptAt } from './retry-schedule.ts';
import type { InstantText } from '#domain/time/time';
import { writeFailedCode, type TimelineNote } from '#domain/key/timeline';

/** How an attempt at a lock ended, in the queue's words. */
export type AttemptOutcome =
  /** Read back: the lock holds what was wanted. */
  | { readonly outcome: 'written'; readonly ref: LockRef | null }
  /** Read back: the lock holds nothing under the tag. */
  | { readonly outcome: 'removed' }
  /** Nothing is known; a write may have landed. */
  | { readonly outcome: 'unknown'; readonly ref: LockRef | null; readonly error: LockError }
  /** Nothing was changed. */
  | { readonly outcome: 'failed'; readonly error: LockError };

/** An attempt as it was claimed: by whom, and for which wish it was made. */
export interface Attempt {
  readonly by: ProgramId;
  readonly generation: number;
  /** What was sent: null for a removal. */
  readonly content: LockEntry['wanted'];
}

export interface Settled {
  /** null: the lock is verified empty, the entry is gone. */
  readonly entry: LockEntry | null;
  readonly notes: readonly TimelineNote[];
  readonly raise: readonly AlertKind[];
  readonly clear: readonly AlertKind[];
}

/** A reachable lock that refuses this often in a row is not asked again by itself. */
const rejectionsUntilSuspended = 3;

/**
 * Marks the attempt on disk before the lock hears of it, so that a crash in between is seen as "may have landed", and that
 * no other program begins one. Of an attempt whose program is gone the lock is read first.
 */
export function claim(entry: LockEntry, job: Job, underWay: UnderWay): LockEntry {
  const takenOver = entry.underWay !== null || job.state === 'running';
  const readFirst = takenOver || job.readFirst;
  return {
    ...entry,
    touched: true,
    underWay,
    job: { ...job, state: 'running', attempts: job.attempts + 1, readFirst },
  };
}

/**
 * A lock that knows its credentials by place gives the entry one, which is looked at before anything is written there: somebody
 * may have used it at the lock itself. `touched` stays false until then.
 */
export function claimPlace(claimed: LockEntry, ref: LockRef): LockEntry {
  return { ...claimed, touched: false, ref };
}

/** The place was found empty, and is written to next. */
export function placeFoundEmpty(entry: LockEntry): LockEntry {
  return { ...entry, touched: true };
}

/** The place was found in use by somebody else: another one is tried at once. */
export function placeFoundTaken(entry: LockEntry, now: InstantText): LockEntry {
  return { ...entry, ref: null, touched: false, underWay: null, job: newJob(now, false) };
}

/** There is no place for it: it waits in line, and the lock is not asked. */
export function waitInLine(entry: LockEntry, job: Job): Settled {
  const error = { kind: 'no-space', native: 'every place is taken' } as const;
  const facts = { attempt: String(job.attempts), error: error.kind, native: error.native };
  return {
    entry: { ...entry, underWay: null, job: { ...job, state: 'suspended', lastError: error } },
    notes: [noteOf(entry, 'suspended', facts)],
    raise: ['write-suspended', 'lock-full'],
    clear: [],
  };
}

/** Whether a program is at the lock for this entry, as far as anybody can know: one whose time is over is dead. */
export function isUnderWay({ underWay }: LockEntry, now: InstantText): boolean {
  return underWay !== null && underWay.until > now;
}

/** When a lane may begin the next attempt; null: there is nothing to try. */
export function dueAt({ job, underWay }: Pick<LockEntry, 'job' | 'underWay'>): InstantText | null {
  if (job === null || (job.state !== 'waiting' && job.state !== 'running')) return null;
  // Records of an older release know nothing of `underWay`.
  return underWay == null || underWay.until < job.nextAttemptAt ? job.nextAttemptAt : underWay.until;
}

/** The program that made the attempt is certainly gone: what it sent may have landed. */
export function interrupted(entry: LockEntry, now: InstantText): LockEntry {
  const { job } = entry;
  if (job?.state !== 'running') return entry.underWay === null ? entry : { ...entry, underWay: null };
  return { ...entry, underWay: null, job: { ...job, state: 'waiting', nextAttemptAt: now, readFirst: true } };
}

/** Tries at once; staff's word lifts a suspension too. The count of attempts goes on. */
export function tryNow(entry: LockEntry, now: InstantText): LockEntry {
  if (entry.job === null || entry.job.state === 'running') return entry;
  return { ...entry, job: { ...entry.job, state: 'waiting', rejections: 0, nextAttemptAt: now } };
}

/** Writes and reads back again although everything looked right: Re-provision. */
export function writeAgain(entry: LockEntry, now: InstantText): LockEntry {
  if (entry.job?.state === 'running') return entry;
  const readFirst = entry.job?.readFirst ?? false;
  return { ...entry, held: null, generation: entry.generation + 1, job: newJob(now, readFirst) };
}

/** In the middle of an attempt too: a success is still taken, and after anything else there is no further try. */
export function giveUp(entry: LockEntry): LockEntry {
  if (entry.job === null) return entry;
  const readFirst = entry.job.readFirst || entry.job.state === 'running';
  return { ...entry, job: { ...entry.job, state: 'given-up', readFirst } };
}

export function afterAttempt(known: LockEntry, attempt: Attempt, result: AttemptOutcome, now: InstantText): Settled {
  // Taken over meanwhile: whoever did reads the lock, and knows better.
  if (known.underWay?.by !== attempt.by) return { entry: known, notes: [], raise: [], clear: [] };
  const entry = { ...known, underWay: null };
  if (entry.generation !== attempt.generation) return outdated(entry, attempt, result, now);
  const job = entry.job ?? newJob(now, false);

  switch (result.outcome) {
    case 'written':
      return done(entry, { ...entry, ...heldAs(attempt, result.ref, now), job: null });
    case 'removed':
      if (entry.wanted !== null) return failed({ ...entry, held: null }, job, vanished, now);
      return done(entry, null);
    case 'unknown':
      return failed({ ...entry, ref: result.ref ?? entry.ref }, { ...job, readFirst: true }, result.error, now);
    case 'failed':
      return failed(entry, job, result.error, now);
    default:
      return unreachable(result);
  }
}

const vanished: LockError = { kind: 'not-confirmed', native: 'the lock did not hold it when read back' };

/** A late answer to an old wish: it settles nothing, but what it proves about the lock is kept. */
function outdated(entry: LockEntry, attempt: Attempt, result: AttemptOutcome, now: InstantText): Settled {
  const known = knownFrom(attempt, result, now);
  return { entry: { ...entry, ...known }, notes: [], raise: [], clear: [] };
}

function knownFrom(attempt: Attempt, result: AttemptOutcome, now: InstantText): Partial<LockEntry> {
  if (result.outcome === 'written') return heldAs(attempt, result.ref, now);
  return result.outcome === 'removed' ? { held: null } : {};
}

function heldAs(attempt: Attempt, ref: LockRef | null, now: InstantText): Pick<LockEntry, 'held'> & { ref?: LockRef } {
  const held = attempt.content === null ? null : { content: attempt.content, verifiedAt: now };
  return ref === null ? { held } : { held, ref };
}

function done(before: LockEntry, entry: LockEntry | null): Settled {
  const facts = { attempt: String(before.job?.attempts ?? 1) };
  const kind = entry === null ? 'removed' : 'written';
  const clear: AlertKind[] = ['write-suspended', 'write-given-up', 'removal-failing'];
  return { entry, notes: [noteOf(before, kind, facts)], raise: [], clear };
}

function failed(entry: LockEntry, job: Job, error: LockError, now: InstantText): Settled {
  const removal = entry.wanted === null;
  const rejections = countsAsRejection(error.kind) ? job.rejections + 1 : 0;
  const suspended = !removal && (isFinal(error.kind) || rejections >= rejectionsUntilSuspended);
  const givenUp = job.state === 'given-up';
  const state = suspended ? 'suspended' : 'waiting';
  const next: Job = {
    ...job,
    state: givenUp ? 'given-up' : state,
    rejections,
    lastError: error,
    nextAttemptAt: nextAttemptAt({ attemptsMade: job.attempts, lastAttemptAt: now }),
  };
  const facts = { attempt: String(job.attempts), error: error.kind, native: error.native };
  const note = removal
    ? noteOf(entry, 'remove-failed', facts)
    : noteOf(entry, 'write-failed', { ...facts, code: writeFailedCode });
  return {
    entry: { ...entry, job: next },
    notes: suspended && !givenUp ? [note, noteOf(entry, 'suspended', facts)] : [note],
    raise: alertsFor(error.kind, removal, suspended && !givenUp),
    clear: [],
  };
}

function alertsFor(kind: LockErrorKind, removal: boolean, suspended: boolean): readonly AlertKind[] {
  if (removal) return ['removal-failing'];
  if (!suspended) return [];
  return kind === 'no-space' ? ['write-suspended', 'lock-full'] : ['write-suspended'];
}

/** The same order would be refused again until something changes: at the lock, or in what is wanted. */
function isFinal(kind: LockErrorKind): boolean {
  return ['duplicate', 'no-space', 'slot-occupied', 'bad-value', 'unsupported', 'no-such-lock'].includes(kind);
}

function countsAsRejection(kind: LockErrorKind): boolean {
  return kind === 'rejected' || isFinal(kind);
}

function noteOf(entry: LockEntry, kind: TimelineNote['kind'], facts: Record<string, string>): TimelineNote {
  const { keyId, doorId, lockId } = entry;
  return { kind, keyId, doorId, lockId, facts: isOfCard(entry) ? { ...facts, credential: 'card' } : facts };
}
