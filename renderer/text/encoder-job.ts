import type { EncoderJob, MadeCard } from '#api/encoder';
import { plural, sentences } from './language.ts';

/** The large sentence of a step, and what to do under it. */
export interface StepWords {
  readonly headline: string;
  readonly todo: string | null;
}

const steps: Readonly<Record<EncoderJob['step'], StepWords>> = {
  'waiting-for-card': { headline: 'Put the card on the encoder', todo: 'Flat, in the middle. Leave it there.' },
  'waiting-for-other-card': { headline: 'Put another card on the encoder', todo: 'Take this one away first.' },
  'waiting-for-same-card': {
    headline: 'Put the same card back on',
    todo: 'Portal continues where it was interrupted.',
  },
  reading: { headline: 'Reading the card…', todo: 'Leave it there.' },
  asking: { headline: 'Look at this card', todo: null },
  writing: { headline: 'Writing…', todo: 'Leave the card there.' },
  verifying: { headline: 'Checking what was written…', todo: 'Leave the card there.' },
  'take-it-away': { headline: 'Take the card away', todo: null },
  done: { headline: 'Done', todo: null },
  failed: { headline: 'Not done', todo: null },
};

export const encoderJobTexts = sentences('encoder-job', {
  steps,
  thenNext: 'Then put the next one on.',
  nextCard: 'Put the next card on',
  oneAfterAnother: 'One after another. Stop when all are done.',
  returnedCard: 'Put the returned card on the encoder',
  unfinishedCard: 'Put on the card that was not finished',
  emptying: 'Wiping the card…',
  /** "Never more than what was read back". */
  madeOf: (made: number, of: number) => `${made} of ${of} keys made`,
  goesOn: (made: number, of: number) => `${made} of ${of} keys made. Put the next card on.`,
  made: (count: number) => plural(count, { one: 'The card is ready', other: `${count} cards ready` }),
  inStock: (count: number) => plural(count, { one: '1 card in stock', other: `${count} cards in stock` }),
  emptied: 'The card is empty, and back in stock',
  nothingEmptied: 'Nothing was wiped',
  finished: 'The card is finished',
  noValidKey: 'The card holds no valid key',
  outrun:
    'A card that was not finished may open the room: the ones after it got a newer number, which ends those before it.',
});

/** What the encoder is doing, in the words of this kind of job. */
export function stepWords(job: Pick<EncoderJob, 'step' | 'kind' | 'card' | 'of' | 'made'>): StepWords {
  const { step, kind, card, of } = job;
  const usual = encoderJobTexts.steps[step];
  if (step === 'take-it-away') {
    const more = kind === 'enrol' || card < of;
    return { headline: usual.headline, todo: more ? encoderJobTexts.thenNext : null };
  }
  if (step === 'waiting-for-card') {
    if (kind === 'enrol') return { headline: encoderJobTexts.nextCard, todo: encoderJobTexts.oneAfterAnother };
    if (kind === 'wipe') return { headline: encoderJobTexts.returnedCard, todo: usual.todo };
    if (kind === 'finish') return { headline: encoderJobTexts.unfinishedCard, todo: usual.todo };
    if (card > 1) return { headline: encoderJobTexts.nextCard, todo: usual.todo };
  }
  if (step === 'writing' && kind === 'wipe') return { headline: encoderJobTexts.emptying, todo: usual.todo };
  if (step === 'done') return { headline: madeHeadline(job), todo: hasOutrun(job) ? encoderJobTexts.outrun : null };
  if (step === 'failed' && kind === 'encode' && of > 1) return { headline: madeHeadline(job), todo: null };
  return usual;
}

const good: readonly MadeCard['outcome'][] = ['issued', 'enrolled', 'known', 'wiped', 'void'];

function hasOutrun({ made }: Pick<EncoderJob, 'made'>): boolean {
  return made.some(({ outcome }) => outcome === 'outrun');
}

/** A card of several failed, and the next one takes its place; null: it is not such a moment. */
export function seriesGoesOn({
  kind,
  step,
  of,
  made,
}: Pick<EncoderJob, 'kind' | 'step' | 'of' | 'made'>): string | null {
  const isWaiting = step === 'waiting-for-card' || step === 'waiting-for-other-card';
  const last = made.at(-1);
  if (kind !== 'encode' || of === 1 || !isWaiting || last === undefined || isMade(last)) return null;
  return encoderJobTexts.goesOn(made.filter(isMade).length, of);
}

/** Not one that failed, or of which nobody knows: another card takes its place. */
export function isMade({ outcome }: MadeCard): boolean {
  return good.includes(outcome);
}

/** `2 cards ready`, `1 of 3 keys made`: never more than what was read back. */
function madeHeadline({ kind, made, of }: Pick<EncoderJob, 'kind' | 'made' | 'of'>): string {
  const count = made.filter(isMade).length;
  switch (kind) {
    case 'encode':
      return count < of ? encoderJobTexts.madeOf(count, of) : encoderJobTexts.made(count);
    case 'enrol':
      return encoderJobTexts.inStock(count);
    case 'wipe':
      return count === 0 ? encoderJobTexts.nothingEmptied : encoderJobTexts.emptied;
    case 'finish':
      return made.some(({ outcome }) => outcome === 'issued') ? encoderJobTexts.finished : encoderJobTexts.noValidKey;
    default:
      return kind;
  }
}
