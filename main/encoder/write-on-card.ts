import type { EncoderProblem } from '#api/encoder';
import type { CardWriting } from '#domain/cards/card-writing';
import { EncoderError, recordAfter } from '#hardware/encoder-error';
import { pause } from '#hardware/encoder-timer';
import { CardEnded, ended } from './card-ended.ts';
import { detailOf } from './card-refusal.ts';
import { recordOf } from './card-record.ts';
import { noteWornOut } from './encode-steps.ts';
import { jobTimes, layOn, readOn, within, type JobParts, type ReadOn } from './job-desk.ts';
import { uidEnd } from './plan-encoding.ts';
import { endWriting, issueWriting } from './writings.ts';

export type Written =
  | { readonly is: 'issued' }
  /** Nothing was written: the same record waits for a card. */
  | { readonly is: 'untouched'; readonly problem: EncoderProblem }
  /** The record has ended. isBurnt: its number may be on a card. */
  | { readonly is: 'other-card'; readonly problem: EncoderProblem; readonly isBurnt: boolean };

/** A card that cannot be finished in so many tries is left for later. */
const MOST_TRIES = 5;

interface Writing {
  readonly writing: CardWriting;
  readonly read: ReadOn;
}

/** Writes; what was cut off is finished on the same card. Throws CardEnded. */
export async function writeOnCard(parts: JobParts, begun: Writing): Promise<Written> {
  const { writing } = begun;
  let { read } = begun;
  for (let tries = 1; ; tries += 1) {
    try {
      await write(parts, { writing, read });
      return { is: 'issued' };
    } catch (problem) {
      if (!(problem instanceof EncoderError)) throw problem;
      const after = recordAfter(problem);
      if (after !== 'unknown') return unwritten(parts, { writing, read, problem, after });
      await leaveUnknown(parts, writing, problem);
      if (problem.code === 'write-protected') return burnt(parts, read, problem);
      if (tries === MOST_TRIES) throw unfinished(parts, writing, problem);
      const again = await sameCardAgain(parts, writing, problem);
      if (again === 'issued') return { is: 'issued' };
      if (again === 'other') return burnt(parts, read, problem);
      read = again;
    }
  }
}

async function write(parts: JobParts, { writing, read }: Writing): Promise<void> {
  const { base, keyring, job, by } = parts;
  const { encoder, card } = read;
  const forget = encoder.onEvent((event) => {
    if (event.is === 'progress') job.show({ step: event.step, progress: share(event), problem: null, detail: null });
  });
  try {
    const record = recordOf(writing, keyring.ring.property);
    // What lies there was looked at, and the clerk asked, before the record said that it is being written.
    const policy = { mayReplace: () => true, isUnfinished: true };
    const { type } = await encoder.encode(card, record, { ...policy, ...within(parts, jobTimes.call) });
    await base.store.transact((transaction) => issueWriting(transaction, base, { id: writing.id, by, type }));
  } finally {
    forget();
  }
}

/** Nothing valid is on the card, and that is known. */
async function unwritten(
  parts: JobParts,
  at: Writing & { problem: EncoderError; after: 'failed' | 'waiting' | 'requested' },
): Promise<Written> {
  const { base, by, job } = parts;
  const { writing, read, problem, after } = at;
  const { code } = problem;
  if (after === 'waiting' || code === 'lost') return { is: 'untouched', problem: code };
  if (after === 'requested' || code === 'cancelled' || code === 'deadline') {
    throw await ended(parts, writing, { problem: code, detail: detailOf(problem), state: after });
  }
  await base.store.transact(async (transaction) => {
    await endWriting(transaction, base, { id: writing.id, state: 'failed', why: code, by });
    if (code === 'verify-mismatch') await noteWornOut(transaction, parts, read.uid);
  });
  job.made({ number: null, uidEnd: uidEnd(read.uid), outcome: 'failed' });
  return { is: 'other-card', problem: code, isBurnt: false };
}

/**
 * A write had begun and its end was not seen. The same card is read, and accepted or written again; with another one, or
 * none in time, the record stays unknown.
 */
async function sameCardAgain(
  parts: JobParts,
  writing: CardWriting,
  cause: EncoderError,
): Promise<ReadOn | 'issued' | 'other'> {
  const { job } = parts;
  const limits = within(parts, jobTimes.sameCard);
  for (;;) {
    job.show({ step: 'waiting-for-same-card', problem: cause.code, detail: detailOf(cause), progress: 0 });
    try {
      const laid = await layOn(parts, limits);
      if (laid.uid !== writing.uid) return 'other';
      const read = await readOn(parts, laid, cause.code === 'verify-unreadable' ? cause.code : null);
      const isDone = read.state.is === 'ours' && read.state.record.credential === writing.credential;
      await (isDone ? accept(parts, writing, read) : resume(parts, writing));
      return isDone ? 'issued' : read;
    } catch (problem) {
      if (!(problem instanceof EncoderError)) throw problem;
      const isOver = ['no-card', 'cancelled', 'deadline'].includes(problem.code);
      if (isOver || job.signal.aborted || parts.timer.now() >= limits.deadline) {
        throw unfinished(parts, writing, cause);
      }
      await pause(parts.timer, jobTimes.betweenTries, limits);
    }
  }
}

/** Nobody knows what is on the card; another one is made in its place. */
function burnt({ job }: JobParts, { uid }: ReadOn, { code }: EncoderError): Written {
  job.made({ number: null, uidEnd: uidEnd(uid), outcome: 'unknown' });
  return { is: 'other-card', problem: code, isBurnt: true };
}

async function leaveUnknown({ base, by }: JobParts, { id }: CardWriting, { code }: EncoderError): Promise<void> {
  await base.store.transact((transaction) => endWriting(transaction, base, { id, state: 'unknown', why: code, by }));
}

function unfinished({ job }: JobParts, writing: CardWriting, cause: EncoderError): CardEnded {
  const why = job.signal.aborted ? 'cancelled' : cause.code;
  return new CardEnded(why, { detail: detailOf(cause), writing, outcome: 'unknown', cause });
}

/** It was written to its end after all: read from the card itself, with its seal. */
async function accept({ base, by }: JobParts, { id }: CardWriting, { type }: ReadOn): Promise<void> {
  await base.store.transact((transaction) => issueWriting(transaction, base, { id, by, type }));
}

async function resume({ base }: JobParts, { id }: CardWriting): Promise<void> {
  await base.store.transact(async (transaction) => {
    const known = await transaction.get('cardWritings', id);
    if (known === null) return;
    await transaction.put('cardWritings', { ...known, state: 'writing', why: null, endedAt: null });
  });
}

function share({ step, done, of }: { step: 'writing' | 'verifying'; done: number; of: number }): number {
  return step === 'verifying' ? 0.9 + (0.1 * done) / of : (0.9 * done) / of;
}
