import type { EncoderProblem } from '#api/encoder';
import type { CardWriting } from '#domain/cards/card-writing';
import type { JobParts } from './job-desk.ts';
import { backTo, endWriting } from './writings.ts';

/** Thrown when a job ends at this card; its record already says how. */
export class CardEnded extends Error {
  readonly problem: EncoderProblem;
  readonly detail: string | null;
  readonly writing: CardWriting;
  readonly outcome: 'failed' | 'unknown' | 'requested';

  constructor(
    problem: EncoderProblem,
    at: {
      readonly detail: string | null;
      readonly writing: CardWriting;
      readonly outcome: CardEnded['outcome'];
      readonly cause?: unknown;
    },
  ) {
    super(problem, { cause: at.cause });
    this.name = 'CardEnded';
    this.problem = problem;
    this.detail = at.detail;
    this.writing = at.writing;
    this.outcome = at.outcome;
  }
}

/** Records that nothing was written, and why the job ends. */
export async function ended(
  { base, by }: JobParts,
  writing: CardWriting,
  end: { problem: EncoderProblem; detail: string | null; state: 'failed' | 'requested' },
): Promise<CardEnded> {
  const { problem, detail, state } = end;
  await base.store.transact(async (transaction) => {
    if (state === 'failed') await endWriting(transaction, base, { id: writing.id, state, why: problem, by });
    else await backTo(transaction, writing.id, 'requested');
  });
  return new CardEnded(problem, { detail, writing, outcome: state });
}
