import type { CardWriting } from '#domain/cards/card-writing';
import { signal, takeAway, type JobParts } from './job-desk.ts';
import { encodeCard } from './encode-card.ts';
import { CardEnded } from './card-ended.ts';
import { roomsOf } from './card-sequence.ts';
import { uidEnd } from './plan-encoding.ts';
import { fromHex } from '#hardware/bytes';
import { EncoderError } from '#hardware/encoder-error';

/** "1 of 3": the cards one after the other. Each has its record; what ends one leaves the ones before as they are. */
export async function encodeJob(parts: JobParts, requested: readonly CardWriting[]): Promise<void> {
  const { job } = parts;
  let last: CardWriting | null = null;
  for (const [index, each] of requested.entries()) {
    job.show({ card: index + 1 });
    try {
      const before: CardWriting | null = last;
      const beside: CardWriting = before === null ? each : await layBeside(parts, each, before);
      last = await encodeCard(parts, beside);
      if (before !== null && last.sequence > before.sequence && roomsOf(last.content).length > 0) job.outrun();
    } catch (problem) {
      if (!(problem instanceof CardEnded)) throw problem;
      return fail(parts, problem, requested.slice(index + 1));
    }
    const stored = await parts.base.store.read(async (view) => {
      const writing = last === null ? null : await view.get('cardWritings', last.id);
      const card = writing?.keycardId == null ? null : await view.get('keycards', writing.keycardId);
      return { number: card?.number ?? null, uidEnd: uidEnd(writing?.uid ?? null) };
    });
    job.made({ ...stored, outcome: 'issued' });
    const isMore = index + 1 < requested.length;
    await leave(parts, isMore ? (last.uid ?? '') : null);
  }
  job.show({ step: 'done', progress: 1, problem: null, detail: null });
}

/** The same number as the card before it, which may have got another one on the way. */
async function layBeside({ base }: JobParts, { id }: CardWriting, last: CardWriting): Promise<CardWriting> {
  return base.store.transact(async (transaction) => {
    const known = await transaction.get('cardWritings', id);
    if (known === null) throw new EncoderError('refused', 'the record of this card is gone');
    const beside = { ...known, sequence: last.sequence, copy: Math.min(15, last.copy + 1) };
    await transaction.put('cardWritings', beside);
    return beside;
  });
}

/** @param uid Of the card that has to be taken away before the next one; null: the last one may stay. */
async function leave(parts: JobParts, uid: string | null): Promise<void> {
  const found = parts.desk.find(parts.encoderId);
  if (typeof found === 'string' || found.encoder === null) return;
  await signal(parts, found.encoder, 'ok');
  if (uid === null) return;
  try {
    await takeAway(parts, found.encoder, fromHex(uid) ?? new Uint8Array());
  } catch (problem) {
    // Called off between two cards: the next one says so.
    if (!(problem instanceof EncoderError)) throw problem;
  }
}

/** The cards that were not begun stay requested; when the clerk called it off, they are over. */
async function fail(parts: JobParts, problem: CardEnded, rest: readonly CardWriting[]): Promise<void> {
  const { base, job } = parts;
  const writing = await base.store.read((view) => view.get('cardWritings', problem.writing.id));
  if (problem.problem === 'cancelled') {
    await base.store.transact(async (transaction) => {
      for (const { id } of rest) {
        const known = await transaction.get('cardWritings', id);
        if (known !== null) await transaction.put('cardWritings', { ...known, state: 'failed', why: 'cancelled' });
      }
    });
  }
  if (problem.outcome !== 'requested') {
    job.made({ number: null, uidEnd: uidEnd(writing?.uid ?? null), outcome: problem.outcome });
  }
  job.show({ step: 'failed', problem: problem.problem, detail: problem.detail, question: null });
}
