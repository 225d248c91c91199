import type { EncoderJob } from '#api/encoder';
import { isMade, seriesGoesOn, stepWords } from '../../text/encoder-job.ts';
import { endedTexts, problemSaid } from '../../text/encoder-problems.ts';
import { encodeText, questionWords } from './sentences.ts';

export interface JobSaid {
  readonly tone: 'working' | 'ok' | 'warn' | 'bad' | 'neutral';
  readonly mark: 'card' | 'encoder' | 'question' | 'problem' | 'away' | 'done';
  readonly headline: string;
  /** What to do, under it. */
  readonly lines: readonly string[];
}

/** Problems of the encoder, not of the card that lies on it. */
const ofTheEncoder: readonly EncoderJob['problem'][] = [
  'not-found',
  'in-use',
  'not-an-encoder',
  'lost',
  'timeout',
  'frame-error',
  'syntax',
  'device-fault',
];

/** The one large sentence of this moment: the question, else what is wrong, else the step. */
export function jobSaid(job: EncoderJob): JobSaid {
  const step = stepWords(job);
  const isOver = job.step === 'done' || job.step === 'failed';
  if (job.question !== null && !isOver) {
    const { headline, todo } = questionWords(job.question, job.kind);
    return { tone: 'warn', mark: 'question', headline, lines: given(todo) };
  }
  // Answered with no: what to do is the step's, and the question is not repeated.
  if (job.problem !== null && job.problem !== 'still-valid' && job.step !== 'done') {
    const { says, todo: usual } = problemSaid(job.problem, job.detail);
    // What is over does not go on by itself.
    const todo = isOver && job.problem === 'not-found' ? endedTexts.plugInFirst : usual;
    const half = isOver && job.problem === 'cancelled' ? given(leftBehind(job)) : [];
    const made = isOver && job.made.length > 0 && job.of > 1 ? [step.headline] : [];
    // "Put the same card back" is the step's and the problem's: said once.
    const isSaid = isOver || job.step === 'waiting-for-same-card' || job.step === 'waiting-for-card';
    const next = given(seriesGoesOn(job) ?? (isSaid ? null : step.headline));
    return {
      tone: job.problem === 'cancelled' ? 'neutral' : toneOf(job),
      mark: ofTheEncoder.includes(job.problem) ? 'encoder' : 'problem',
      headline: says,
      lines: [...made, ...given(todo), ...half, ...next],
    };
  }
  const mark = { done: 'done', failed: 'problem', 'take-it-away': 'away' } as const;
  return {
    tone: endTone(job),
    mark: job.step in mark ? mark[job.step as keyof typeof mark] : 'card',
    headline: step.headline,
    lines: [...given(tornBefore(job)), ...given(step.todo)],
  };
}

function tornBefore({ step, wasTorn }: EncoderJob): string | null {
  return wasTorn && (step === 'writing' || step === 'verifying') ? encodeText.tornBefore : null;
}

/** What calling it off left on the card; null: cards were made, and none is in doubt. */
function leftBehind({ made }: EncoderJob): string | null {
  if (made.some(({ outcome }) => outcome === 'unknown')) return endedTexts.mayBeHalf;
  return made.some(({ outcome }) => outcome === 'issued' || outcome === 'outrun') ? null : endedTexts.nothingWritten;
}

function toneOf(job: EncoderJob): 'warn' | 'bad' {
  return job.step === 'failed' ? 'bad' : 'warn';
}

function endTone(job: EncoderJob): JobSaid['tone'] {
  if (job.step === 'failed') return 'bad';
  if (job.step === 'take-it-away') return 'ok';
  if (job.step !== 'done') return 'working';
  // A faulty card in whose place another one was made leaves nothing to do.
  const isShort = job.kind === 'encode' ? job.made.filter(isMade).length < job.of : !job.made.every(isMade);
  return isShort || job.made.some(({ outcome }) => outcome === 'unknown') ? 'warn' : 'ok';
}

function given(line: string | null): readonly string[] {
  return line === null ? [] : [line];
}
