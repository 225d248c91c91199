import type { EncoderProblem, JobQuestion, MadeCard } from '#api/encoder';
import type { EnrolInput } from '#api/encoder-inputs';
import type { CardWriting } from '#domain/cards/card-writing';
import { removeKeycard } from '#domain/cards/keycard-edits';
import { isPassingUid, type Keycard } from '#domain/cards/keycard';
import { localAt } from '#domain/time/time';
import { EncoderError } from '#hardware/encoder-error';
import { pause } from '#hardware/encoder-timer';
import { cardNumbered, cardWithUid, newKeycard } from '#main/keycards/stock';
import { settleKey } from '#main/settling/settle-key';
import { loadSituation } from '#main/settling/load-situation';
import { isLive } from '#domain/key/key-status';
import type { Transaction, View } from '#main/storage/store';
import { record } from '#main/timeline/record';
import { momentOf } from './card-record.ts';
import { CardRefusal, detailOf, problemOf } from './card-refusal.ts';
import { roomNames } from './encode-steps.ts';
import { sequenceText } from './card-sequence.ts';
import {
  jobTimes,
  layOn,
  readOn,
  signal,
  takeAway,
  within,
  type JobParts,
  type LaidOn,
  type ReadOn,
} from './job-desk.ts';
import { freeNumber, nextNumber } from './laid-card.ts';
import { uidEnd } from './plan-encoding.ts';
import { endWriting, issueWriting, voidCard } from './writings.ts';
import { nameOf } from '#domain/text/names';

/** Enrolling, wiping and finishing: jobs on whatever card is laid on. */

/** Nobody enrols for so long without laying a card on, milliseconds. */
const ENROL_PAUSE = 300_000;

/** One after the other until the clerk ends it, which is how it is meant to end. */
export async function enrolJob(parts: JobParts, input: EnrolInput): Promise<void> {
  const { job, base } = parts;
  let number = await base.store.read((view) => freeNumber(view, input.firstNumber));
  for (;;) {
    try {
      const read = await rightCard(parts, ENROL_PAUSE, ({ state, uid }) => {
        if (isPassingUid(uid)) return 'keycard-without-number';
        return state.is === 'foreign' ? 'foreign' : null;
      });
      const made = await base.store.transact((transaction) => enrol(transaction, parts, { read, number, input }));
      job.made(made);
      if (made.outcome === 'enrolled') number = nextNumber(made.number ?? number);
      await signal(parts, read.encoder, 'ok');
      await takeAway(parts, read.encoder, read.card.uid);
      job.show({ card: job.view.made.length + 1, of: job.view.made.length + 1 });
    } catch (problem) {
      if (!(problem instanceof EncoderError)) throw problem;
      const isMeant = problem.code === 'cancelled' || problem.code === 'no-card';
      return job.show(
        isMeant
          ? { step: 'done', problem: null, detail: null }
          : { step: 'failed', problem: problemOf(problem), detail: detailOf(problem) },
      );
    }
  }
}

/** Empties a card of ours, and nobody has it any more. */
export async function wipeJob(parts: JobParts): Promise<void> {
  await once(parts, async () => {
    const { base, by } = parts;
    const read = await rightCard(parts, jobTimes.card, ({ state }) =>
      state.is === 'foreign' || state.is === 'locked' ? state.is : null,
    );
    const question = await base.store.read((view) => stillValid(view, read));
    if (question !== null && !(await parts.job.ask(question))) throw new EncoderError('cancelled', 'it stays as it is');
    parts.job.show({ step: 'writing', progress: 0 });
    const { uid, encoder, card } = read;
    try {
      await encoder.erase(card, within(parts, jobTimes.call));
    } catch (problem) {
      if (problem instanceof EncoderError && problem.outcome === 'unknown') await halfWiped(parts, uid, problem.code);
      throw problem;
    }
    const number = await base.store.transact(async (transaction) => {
      await voidCard(transaction, base, { uid, why: 'wiped', by });
      return returnToStock(transaction, parts, uid);
    });
    await signal(parts, encoder, 'ok');
    return { number, uidEnd: uidEnd(uid), outcome: 'wiped' };
  });
}

/** Reads the card, and what was begun on it is issued or void. */
export async function finishJob(parts: JobParts): Promise<void> {
  await once(parts, async () => {
    const { base, by } = parts;
    const read = await rightCard(parts, jobTimes.card, () => null);
    const { uid, state, type } = read;
    const outcome = await base.store.transact(async (transaction): Promise<'issued' | 'void'> => {
      const open = await unfinishedOn(transaction, uid);
      if (open.length === 0) throw new CardRefusal('nothing-to-finish');
      const credential = state.is === 'ours' ? state.record.credential : null;
      const done = open.find((each) => each.credential === credential);
      for (const { id } of open.filter((each) => each !== done)) {
        await endWriting(transaction, base, { id, state: 'void', why: 'not-written', by });
      }
      if (done !== undefined) return issueWriting(transaction, base, { id: done.id, by, type });
      // Nothing that was ever written there is left on it.
      if (credential === null) await voidCard(transaction, base, { uid, why: 'rewritten', by });
      return 'void';
    });
    const card = await base.store.read((view) => cardWithUid(view, uid));
    return { number: card?.number ?? null, uidEnd: uidEnd(uid), outcome };
  });
}

async function unfinishedOn(view: View, uid: string): Promise<readonly CardWriting[]> {
  const there = await view.find('cardWritings', 'uid', { value: uid });
  return there.filter(({ state }) => state === 'unknown' || state === 'writing');
}

async function once(parts: JobParts, work: () => Promise<MadeCard>): Promise<void> {
  const { job } = parts;
  try {
    job.made(await work());
    job.show({ step: 'done', progress: 1, problem: null, detail: null });
  } catch (problem) {
    if (!(problem instanceof EncoderError)) throw problem;
    job.show({ step: 'failed', problem: problemOf(problem), detail: detailOf(problem), question: null });
  }
}

/** Waits for a card that may be touched. Others are waited out, untouched. */
async function rightCard(
  parts: JobParts,
  patience: number,
  wrong: (read: ReadOn) => EncoderProblem | null,
): Promise<ReadOn> {
  const { job, timer } = parts;
  let refusedUid: string | null = null;
  let limits = within(parts, patience);
  job.show({ step: 'waiting-for-card', problem: null, detail: null });
  for (;;) {
    const laid: LaidOn = await layOn(parts, limits);
    if (laid.uid === refusedUid) {
      if (timer.now() >= limits.deadline) throw new EncoderError('no-card', 'no other card in time');
      await pause(timer, jobTimes.betweenTries, limits);
      continue;
    }
    const found: ReadOn | EncoderError = await readOn(parts, laid).catch((problem: unknown) => {
      if (problem instanceof EncoderError && mayWait.has(problem.code)) return problem;
      throw problem;
    });
    const problem = found instanceof EncoderError ? found.code : wrong(found);
    if (!(found instanceof EncoderError) && problem === null) return found;
    const detail = found instanceof EncoderError ? detailOf(found) : null;
    const isAway = problem === 'card-removed';
    refusedUid = isAway ? null : laid.uid;
    job.show({ step: isAway ? 'waiting-for-card' : 'waiting-for-other-card', problem, detail });
    limits = within(parts, patience);
  }
}

const mayWait: ReadonlySet<string> = new Set(['wrong-type', 'card-removed', 'card-changed', 'two-cards']);

/** A card that was listed under the next number and never laid on is this one. */
async function enrol(
  transaction: Transaction,
  { base, by }: JobParts,
  { read, number, input }: { readonly read: ReadOn; readonly number: string; readonly input: EnrolInput },
): Promise<MadeCard> {
  const { uid, type } = read;
  const known = await cardWithUid(transaction, uid);
  if (known !== null) return { number: known.number, uidEnd: uidEnd(uid), outcome: 'known' };
  let next = number;
  let listed = await cardNumbered(transaction, next);
  while (listed !== null && listed.uid !== null) {
    next = nextNumber(next);
    listed = await cardNumbered(transaction, next);
  }
  const name = input.namePrefix === '' ? '' : `${input.namePrefix} ${next}`;
  const now = base.clock.now();
  const card: Keycard =
    listed === null
      ? newKeycard(base, { number: next, name, uid, type })
      : { ...listed, uid, type, version: listed.version + 1, updatedAt: now };
  await transaction.put('keycards', card);
  await record(transaction, { at: now, by, notes: [{ kind: 'keycard-added', facts: { number: next } }] });
  return { number: next, uidEnd: uidEnd(uid), outcome: 'enrolled' };
}

/** A running card of a guest who has not left is not emptied without a word. */
async function stillValid(view: View, { state }: ReadOn): Promise<JobQuestion | null> {
  if (state.is !== 'ours' || !state.isRunning) return null;
  const known = await view.get('cardWritings', sequenceText(state.record.credential));
  const key = known === null ? null : await view.get('keys', known.keyId);
  const settings = await view.get('settings', 'property');
  if (known?.state === 'void' || (key !== null && !isLive(key)) || settings === null) return null;
  const [owner] = key?.people ?? [];
  return {
    ask: 'overwrite',
    owner: owner === undefined ? null : nameOf(owner),
    rooms: await roomNames(view, state.record),
    until: localAt(momentOf(state.record.to), settings.zone),
  };
}

async function halfWiped({ base, by }: JobParts, uid: string, why: string): Promise<void> {
  await base.store.transact(async (transaction) => {
    for (const { id, state } of await transaction.find('cardWritings', 'uid', { value: uid })) {
      if (state === 'issued') await endWriting(transaction, base, { id, state: 'unknown', why, by });
    }
  });
}

/** @returns its number; null for a card that is not of the stock. */
async function returnToStock(transaction: Transaction, { base, by }: JobParts, uid: string): Promise<string | null> {
  const card = await cardWithUid(transaction, uid);
  if (card === null) return null;
  const at = base.clock.now();
  const key = card.holder === null ? null : await transaction.get('keys', card.holder.keyId);
  const person = key?.people.find(({ keycards }) => keycards.some(({ keycardId }) => keycardId === card.id));
  if (card.state === 'lost') {
    await transaction.put('keycards', { ...card, state: 'assigned', version: card.version + 1, updatedAt: at });
  }
  const isHeld = key !== null && isLive(key) && person !== undefined;
  const credential = person?.keycards.find(({ keycardId }) => keycardId === card.id);
  if (isHeld && credential !== undefined) {
    const { reservation, settings } = await loadSituation(transaction, key, at);
    const holder = { personId: person.personId, credentialId: credential.credentialId };
    const edit = removeKeycard(key, holder, { by, at, reservation, zone: settings.zone });
    if (edit.outcome === 'changed') await settleKey(transaction, base, { ...edit, by });
  }
  const present = await transaction.get('keycards', card.id);
  if (present?.state === 'assigned') {
    const free = { ...present, state: 'available' as const, holder: null, version: present.version + 1, updatedAt: at };
    await transaction.put('keycards', free);
  }
  return card.number;
}
