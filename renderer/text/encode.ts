import type { EncoderJob, JobQuestion, MadeCard } from '#api/encoder';
import { endText, localText } from '../format.ts';
import { joined } from './doorcode.ts';

/** Words of making a keycard: before, while the encoder works, and after. */
export const encodeText = {
  title: (owner: string) => `Encode a keycard · ${owner}`,
  openLong: 'Encode keycard',
  loading: 'Looking at the key…',
  forWhom: 'For',
  doors: 'Opens',
  doorsOnce: 'Opens once',
  period: 'From, until',
  leftOut: {
    title: 'Not on the card',
    'more-than-eight': 'a card holds at most eight doors',
    'another-time': 'its times differ from those of the other doors',
  },
  kind: 'Kind of card',
  kinds: { guest: 'Guest key', staff: 'Staff key', 'one-shot': 'One-shot key' },
  oneShotMeaning:
    'Opens each of these doors once, for a viewing or a porter, within a day; ends no other card, and no newer card ends it.',
  cards: 'Number of cards',
  /** @param due Cards that are to be written. @param held Cards that the person has. */
  cardsHint: (due: number, held: number) => {
    if (due > 1) return `${due} cards of this person are due.`;
    if (due === 0 && held > 0) return 'Nothing is due: this makes one more card of the same key.';
    return 'One after the other; Portal says when to lay the next one on.';
  },
  oneShotsHint: 'The cards of this person stay as they are.',
  mode: 'New or additional',
  modes: {
    new: {
      label: 'New key',
      meaning: 'Older cards of this room end at its lock when this card is first used there.',
    },
    additional: {
      label: 'Additional key',
      meaning: 'One more of the same key: the cards that are out keep working.',
    },
  },
  others: (cards: readonly string[]) =>
    `${cards.length === 1 ? 'This card still opens' : 'These cards still open'}: ${joined(cards)}.`,
  othersEnd: (count: number) =>
    `With a new key ${count === 1 ? 'it ends' : 'they end'} at the first use of the new one at the door, not before.`,
  occupied: {
    title: 'The room is still held by another stay',
    line: (room: string, owner: string, until: string) => `${room}: ${owner}, until ${until}`,
    means: 'A new key ends that guest’s cards when it is first used at the door.',
    seen: 'I know. Encode anyway.',
    missing: 'Say that you have seen who still holds the room, or cancel.',
  },
  aboutClassic: 'A MIFARE Classic can be copied',
  whichEncoder: 'Which encoder?',
  chooseEncoder: 'Choose the encoder.',
  noEncoder: 'No encoder is set up on this computer.',
  setUp: 'Set up the encoder',
  begin: 'Encode',
  beginHint: 'Enter begins, Esc cancels.',
  cancel: 'Cancel',
  stop: 'Stop here',
  done: 'Done',
  again: 'Try again',
  tornBefore: 'This card was not finished last time. Writing it again.',
  progress: 'Progress',
  outrun:
    'A card that was not finished may open the room: the ones after it got a newer number, which ends those before it.',
  count: (card: number, of: number) => `${card} of ${of}`,
  soFar: 'Cards of this job',
  thisCard: 'This card',
  toCome: 'To come',
  notMade: 'Not made',
} as const;

/** On a MIFARE Classic: said wherever one is used. */
export const classicRemark =
  'MIFARE Classic’s own protection, Crypto-1, has been broken since 2008: its keys can be recovered in minutes, and special cards copy its UID. Portal uses it only as the carrier of a signed record and never relies on its keys. Nobody can make up a key or change one, but a copied card opens the same doors until it ends.';

/** The large sentence of a step, and what to do under it. */
export interface StepWords {
  readonly headline: string;
  readonly todo: string | null;
}

const steps: Readonly<Record<EncoderJob['step'], StepWords>> = {
  'waiting-for-card': { headline: 'Lay the card on the encoder', todo: 'Flat, in the middle. Leave it there.' },
  'waiting-for-other-card': { headline: 'Lay another card on the encoder', todo: 'Take this one away first.' },
  'waiting-for-same-card': { headline: 'Put the same card back on', todo: 'Portal goes on where it was interrupted.' },
  reading: { headline: 'Reading the card…', todo: 'Leave it there.' },
  asking: { headline: 'Look at this card', todo: null },
  writing: { headline: 'Writing…', todo: 'Leave the card there.' },
  verifying: { headline: 'Checking what was written…', todo: 'Leave the card there.' },
  'take-it-away': { headline: 'Take the card away', todo: null },
  done: { headline: 'Done', todo: null },
  failed: { headline: 'Not done', todo: null },
};

/** What the encoder is doing, in the words of this kind of job. */
export function stepWords(job: Pick<EncoderJob, 'step' | 'kind' | 'card' | 'of' | 'made'>): StepWords {
  const { step, kind, card, of } = job;
  if (step === 'take-it-away') {
    const more = kind === 'enrol' || card < of;
    return { headline: steps[step].headline, todo: more ? 'Then lay the next one on.' : null };
  }
  if (step === 'waiting-for-card') {
    if (kind === 'enrol')
      return { headline: 'Lay the next card on', todo: 'One after the other. Stop when all are done.' };
    if (kind === 'wipe') return { headline: 'Lay the returned card on the encoder', todo: steps[step].todo };
    if (kind === 'finish') return { headline: 'Lay the card that was not finished on', todo: steps[step].todo };
    if (card > 1) return { headline: 'Lay the next card on', todo: steps[step].todo };
  }
  if (step === 'writing' && kind === 'wipe') return { headline: 'Emptying the card…', todo: steps[step].todo };
  if (step === 'done') return { headline: madeHeadline(job), todo: hasOutrun(job) ? encodeText.outrun : null };
  if (step === 'failed' && kind === 'encode' && of > 1) return { headline: madeHeadline(job), todo: null };
  return steps[step];
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
  return `${made.filter(isMade).length} of ${of} keys made. Put the next card on.`;
}

/** Not one that failed, or of which nobody knows: another card takes its place. */
export function isMade({ outcome }: MadeCard): boolean {
  return good.includes(outcome);
}

/** `2 cards made`, `1 of 3 keys made`: never more than what was read back. */
function madeHeadline({ kind, made, of }: Pick<EncoderJob, 'kind' | 'made' | 'of'>): string {
  const count = made.filter(isMade).length;
  switch (kind) {
    case 'encode':
      if (count < of) return `${count} of ${of} keys made`;
      return count === 1 ? 'The card is made' : `${count} cards made`;
    case 'enrol':
      return count === 1 ? '1 card in the stock' : `${count} cards in the stock`;
    case 'wipe':
      return count === 0 ? 'Nothing was emptied' : 'The card is empty, and back in the stock';
    case 'finish':
      return made.some(({ outcome }) => outcome === 'issued') ? 'The card is finished' : 'The card holds no valid key';
    default:
      return kind;
  }
}

export const madeOutcomes: Readonly<
  Record<MadeCard['outcome'], { readonly label: string; readonly tone: 'ok' | 'warn' | 'bad' | 'neutral' }>
> = {
  issued: { label: 'Written and read back', tone: 'ok' },
  outrun: { label: 'Must be encoded again', tone: 'warn' },
  failed: { label: 'Nothing valid on it', tone: 'bad' },
  unknown: { label: 'Not finished', tone: 'warn' },
  enrolled: { label: 'New in the stock', tone: 'ok' },
  known: { label: 'In the stock already', tone: 'neutral' },
  wiped: { label: 'Emptied', tone: 'ok' },
  void: { label: 'Ended', tone: 'neutral' },
};

/** `007 · …580`, `…580`, `New card` */
export function cardName(card: { readonly number: string | null; readonly uidEnd: string | null }): string {
  const end = card.uidEnd === null ? null : `…${card.uidEnd}`;
  if (card.number === null) return end === null ? 'Card' : `Card ${end}`;
  return end === null ? `Card ${card.number}` : `Card ${card.number} · ${end}`;
}

interface QuestionWords extends StepWords {
  /** The buttons: the one that goes on, and the safe one. */
  readonly yes: string;
  readonly no: string;
}

/** The question of the desk about the card that lies there. */
export function questionWords(question: JobQuestion, kind: EncoderJob['kind']): QuestionWords {
  switch (question.ask) {
    case 'overwrite': {
      const whose = question.owner === null ? '' : ` (${question.owner})`;
      const rooms = question.rooms.length === 0 ? 'another stay' : `room ${joined(question.rooms)}`;
      const valid = `This is a valid key of ${rooms}${whose} until ${endText(question.until)}.`;
      if (kind === 'wipe') {
        return {
          headline: `${valid} Wipe it?`,
          todo: 'Emptied, it opens nothing any more, and goes back to the stock.',
          yes: 'Wipe',
          no: 'Leave it',
        };
      }
      return {
        headline: `${valid} Overwrite?`,
        todo: 'Overwritten, it opens nothing of that stay any more. Ask whose card it is first.',
        yes: 'Overwrite',
        no: 'Take another card',
      };
    }
    case 'held-by-other':
      return {
        headline: `Card ${question.number} is held by ${question.owner}. Use it here?`,
        todo: `${question.owner} then has no keycard.`,
        yes: 'Use this card',
        no: 'Take another card',
      };
    default:
      return question;
  }
}

/** `Mon 23 Nov 15:00 → Wed 25 Nov 11:00` */
export function periodText(from: Parameters<typeof localText>[0], until: Parameters<typeof endText>[0]): string {
  return `${localText(from)} → ${endText(until)}`;
}

/** The head of a dialog in which the encoder works. */
export const jobTitles = {
  any: 'The encoder is at work',
  encode: (owner: string | null) => (owner === null ? encodeText.openLong : encodeText.title(owner)),
  enrol: () => 'Enrol cards',
  wipe: () => 'Wipe a card',
  finish: () => 'Finish a card',
} as const;
