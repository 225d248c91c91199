import type { EncoderProblem } from '#api/encoder';
import type { CardWriting } from '#domain/cards/card-writing';
import { EncoderError, recordAfter } from '#hardware/encoder-error';
import { pause, type Limits } from '#hardware/encoder-timer';
import { ended } from './card-ended.ts';
import { CardRefusal, detailOf, problemOf } from './card-refusal.ts';
import { beginWriting, isUnfinished, judge, overwriteQuestion, requestAgain } from './encode-steps.ts';
import { jobTimes, layOn, readOn, within, type JobParts, type LaidOn, type ReadOn } from './job-desk.ts';
import type { LaidCard } from './laid-card.ts';
import { writeOnCard } from './write-on-card.ts';
import { backTo } from './writings.ts';

interface Refusal {
  readonly problem: EncoderProblem;
  readonly detail: string | null;
  /** Of the card that it is about, which has to be taken away first; null: any card will do. */
  readonly uid: string | null;
}

/**
 * One card, from the wait for it until it is issued. Cards that are not right are waited out untouched; one that was not
 * finished is waited for.
 * @returns the record as it was written. Throws CardEnded.
 */
export async function encodeCard(parts: JobParts, requested: CardWriting): Promise<CardWriting> {
  let writing = requested;
  let refusal: Refusal | null = null;
  for (;;) {
    let laid: LaidOn | null = null;
    let read: ReadOn;
    try {
      laid = await nextCard(parts, writing, refusal);
      read = await readOn(parts, laid);
      writing = await begin(parts, writing, read);
    } catch (problem) {
      const known: Refusal | null = refusal;
      refusal = await refusalOf(parts, { problem, writing, laid, known });
      continue;
    }
    const written = await writeOnCard(parts, { writing, read });
    if (written.is === 'issued') return writing;
    if (written.is === 'other-card') writing = await another(parts, writing, written.isBurnt);
    const isSpoilt = written.is === 'other-card' && (!written.isBurnt || written.problem === 'write-protected');
    refusal = { problem: written.problem, detail: null, uid: isSpoilt ? read.uid : null };
  }
}

/** Another card from here on: its own record, and its own number where the last one may be on a card. */
function another(parts: JobParts, last: CardWriting, isBurnt: boolean): Promise<CardWriting> {
  return parts.base.store.transact((transaction) => requestAgain(transaction, parts, last, isBurnt));
}

async function nextCard(parts: JobParts, writing: CardWriting, refusal: Refusal | null): Promise<LaidOn> {
  const { job, base } = parts;
  await base.store.transact((transaction) => backTo(transaction, writing.id, 'waiting'));
  const step = refusal === null || refusal.uid === null ? 'waiting-for-card' : 'waiting-for-other-card';
  job.show({ step, problem: refusal?.problem ?? null, detail: refusal?.detail ?? null, progress: 0, cardType: null });
  const { of, card } = job.view;
  const isNext = of > 1 && (card > 1 || refusal !== null);
  const limits = within(parts, isNext ? jobTimes.nextCard : jobTimes.card);
  for (;;) {
    const laid = await layOn(parts, limits);
    if (laid.uid !== refusal?.uid) return laid;
    await waitABit(parts, limits);
  }
}

/** Everything that is asked and recorded before the first byte is written. */
async function begin(parts: JobParts, writing: CardWriting, read: ReadOn): Promise<CardWriting> {
  const { base, job } = parts;
  const { state, uid } = read;
  const { ask, laid, isOurs } = await base.store.read(async (view) => ({
    ask: await overwriteQuestion(view, read, writing),
    laid: await judge(view, uid, writing),
    isOurs: await isUnfinished(view, uid),
  }));
  if (state.is === 'locked') throw new EncoderError('locked', 'locked by another system');
  if (state.is === 'foreign' && !(isOurs && state.inSlotsOnly)) throw new EncoderError('foreign', 'not ours');
  if (laid.is === 'wrong') throw new CardRefusal(laid.why, laid.number);
  if (ask !== null && !(await job.ask(ask))) throw new EncoderError('still-valid', 'of another stay');
  // One question is enough: who gave away a valid card gave it away, whoever holds it in the records.
  if (ask === null) await askHolder(parts, laid);
  const wasTorn = state.is === 'torn' && state.why === 'unfinished';
  job.show({ step: 'writing', progress: 0, problem: null, detail: null, wasTorn });
  const { card } = laid;
  const begun = await base.store.transact((transaction) => beginWriting(transaction, parts, { writing, read, card }));
  if (!('refused' in begun)) return begun;
  throw await ended(parts, writing, { problem: begun.refused, detail: begun.detail, state: 'requested' });
}

async function askHolder({ job }: JobParts, laid: Exclude<LaidCard, { is: 'wrong' }>): Promise<void> {
  if (laid.is !== 'ask' || (await job.ask(laid.question))) return;
  throw new CardRefusal('keycard-stays', laid.card.number);
}

/** A card that is not right is waited out; everything else ends the job here. */
async function refusalOf(
  parts: JobParts,
  at: { problem: unknown; writing: CardWriting; laid: LaidOn | null; known: Refusal | null },
): Promise<Refusal> {
  const { problem, writing, laid, known } = at;
  if (!(problem instanceof EncoderError)) throw problem;
  const { code } = problem;
  const why = problemOf(problem);
  const detail = detailOf(problem);
  const state = recordAfter(problem);
  const isCardsFault = laid !== null && (state === 'waiting' || code === 'refused');
  const isBack = code === 'lost' && laid !== null;
  if (isCardsFault) return { problem: why, detail, uid: mayBePutBack.has(code) ? null : laid.uid };
  if (isBack) return { problem: why, detail, uid: null };
  if (code === 'no-card' && known !== null) {
    throw await ended(parts, writing, { problem: known.problem, detail: known.detail, state: 'failed' });
  }
  throw await ended(parts, writing, { problem: why, detail, state: state === 'requested' ? state : 'failed' });
}

/** Nothing is wrong with the card itself. */
const mayBePutBack: ReadonlySet<string> = new Set(['card-removed', 'card-changed', 'two-cards']);

async function waitABit(parts: JobParts, limits: Limits): Promise<void> {
  if (limits.signal.aborted) throw new EncoderError('cancelled', 'called off');
  if (parts.timer.now() >= limits.deadline) throw new EncoderError('no-card', 'no other card was laid on in time');
  await pause(parts.timer, jobTimes.betweenTries, limits);
}
