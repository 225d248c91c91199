import type { CardOnEncoder, EncoderState, EncoderView } from '#api/encoder';
import { problemSaid } from '../text/encoder-problems.ts';
import { endText } from '../text/format.ts';
import { joined, plural, sentences } from '../text/language.ts';
import { onEncoderText } from '../text/on-encoder.ts';
import type { StatusLine } from './status-sentences.ts';

export const encoderStatusTexts = sentences('encoder-status', {
  name: 'Encoder',
  none: 'None yet',
  noneMeaning:
    'No encoder is set up on this computer, so no keycards can be written. Choose its port in Settings, Encoder.',
  ready: 'Ready',
  working: 'Working',
  workingMeaning: 'It is writing or reading a card.',
  cardOf: (card: number, of: number) => `card ${card} of ${of}`,
  unfinished: (count: number) => plural(count, { one: '1 key not finished', other: `${count} keys not finished` }),
  unfinishedMeaning:
    'A card was started but not seen through to the end. Put it on the encoder, or say under Keycards that it is gone.',
  notConnected: 'Not connected',
  broken: 'Broken',
  noCard: 'no card',
  noCardMeaning:
    'Put a card on it, and Portal says what is on it. Encode from a key, or type “encode 204” in the search.',
  someAway: (away: number, all: number) => `${away} of ${all} not connected`,
  laid: {
    blank: 'empty card',
    ours: 'card of nobody in the records',
    torn: 'card not finished',
    foreign: 'card of another system',
    locked: 'card of another system',
    unsupported: 'card that cannot be used',
  } satisfies Record<CardOnEncoder['content'], string>,
  laidOf: (owner: string) => `card of ${owner}`,
  says: {
    key: (owner: string, doors: readonly string[], until: string) =>
      `It carries a key of ${owner} for ${joined(doors)}, until ${until}.`,
    keyOfNobody: (doors: readonly string[], until: string) =>
      `It carries a key of nobody in the records for ${joined(doors)}, until ${until}.`,
    oneShot: (owner: string, doors: readonly string[], until: string) =>
      `It carries a one-shot key of ${owner} for ${joined(doors)}, until ${until}.`,
    oneShotOfNobody: (doors: readonly string[], until: string) =>
      `It carries a one-shot key of nobody in the records for ${joined(doors)}, until ${until}.`,
  },
  compared: (label: string) => `${label}.`,
  more: 'More under Keycards.',
});

/** The encoder in one word at the foot of every screen. Nothing where the role does not see keycards. */
export function encoderLines(view: EncoderView | undefined): readonly StatusLine[] {
  if (view === undefined) return [];
  const { encoders, job, card, unfinished } = view;
  const line = { id: 'encoder', name: encoderStatusTexts.name } as const;
  if (encoders.length === 0)
    return [
      {
        ...line,
        tone: 'neutral',
        word: encoderStatusTexts.none,
        detail: null,
        meaning: encoderStatusTexts.noneMeaning,
      },
    ];
  const usable = encoders.filter(({ state }) => state === 'ready' || state === 'busy');
  if (usable.length === 0) return [{ ...line, ...wrong(encoders) }];
  if (job !== null && job.step !== 'done' && job.step !== 'failed') {
    const detail = job.kind === 'encode' && job.of > 1 ? encoderStatusTexts.cardOf(job.card, job.of) : null;
    return [
      { ...line, tone: 'ok', word: encoderStatusTexts.working, detail, meaning: encoderStatusTexts.workingMeaning },
    ];
  }
  if (unfinished.length > 0) {
    const detail = encoderStatusTexts.unfinished(unfinished.length);
    return [
      { ...line, tone: 'warn', word: encoderStatusTexts.ready, detail, meaning: encoderStatusTexts.unfinishedMeaning },
    ];
  }
  const detail = detailOf(card, usable.length, encoders.length);
  const meaning = card === null ? encoderStatusTexts.noCardMeaning : laidMeaning(card);
  return [{ ...line, tone: 'ok', word: encoderStatusTexts.ready, detail, meaning }];
}

function wrong(encoders: readonly EncoderState[]): Pick<StatusLine, 'tone' | 'word' | 'detail' | 'meaning'> {
  const [first] = encoders;
  const { says, todo } = problemSaid(first?.problem ?? 'not-found', first?.port ?? null);
  const meaning = todo === null ? says : `${says} ${todo}`;
  return encoders.every(({ state }) => state === 'absent')
    ? { tone: 'warn', word: encoderStatusTexts.notConnected, detail: null, meaning }
    : { tone: 'bad', word: encoderStatusTexts.broken, detail: null, meaning };
}

function detailOf(card: CardOnEncoder | null, usable: number, all: number): string {
  const laid = card === null ? encoderStatusTexts.noCard : laidWord(card);
  return usable === all ? laid : `${laid} · ${encoderStatusTexts.someAway(all - usable, all)}`;
}

function laidWord({ content, says }: CardOnEncoder): string {
  return says?.owner == null ? encoderStatusTexts.laid[content] : encoderStatusTexts.laidOf(says.owner);
}

/** Whose it is, for which doors, until when, and whether the records say so too. */
function laidMeaning({ content, says, matches }: CardOnEncoder): string {
  if (says === null) return `${onEncoderText.content[content]} ${encoderStatusTexts.more}`;
  const { owner, doors, opensOnce } = says;
  const until = endText(says.until);
  const ofNobody = opensOnce ? encoderStatusTexts.says.oneShotOfNobody : encoderStatusTexts.says.keyOfNobody;
  const of = opensOnce ? encoderStatusTexts.says.oneShot : encoderStatusTexts.says.key;
  const what = owner === null ? ofNobody(doors, until) : of(owner, doors, until);
  return [what, encoderStatusTexts.compared(onEncoderText.matches[matches]), encoderStatusTexts.more].join(' ');
}
