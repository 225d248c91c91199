import type { CardOnEncoder, EncoderState, EncoderView } from '#api/encoder';
import { endText } from '../format.ts';
import { joined } from '../text/doorcode.ts';
import { problemSaid } from '../text/encoder-problems.ts';
import { onEncoderText } from '../text/on-encoder.ts';
import type { StatusLine } from './status-sentences.ts';

const line = { id: 'encoder', name: 'Encoder' } as const;

/** The encoder in one word at the foot of every screen. Nothing where the role does not see keycards. */
export function encoderLines(view: EncoderView | undefined): readonly StatusLine[] {
  if (view === undefined) return [];
  const { encoders, job, card, unfinished } = view;
  if (encoders.length === 0) {
    return [
      {
        ...line,
        tone: 'neutral',
        word: 'None yet',
        detail: null,
        meaning:
          'No encoder is set up on this computer, so no keycards can be written. Choose its port in Settings, Encoder.',
      },
    ];
  }
  const usable = encoders.filter(({ state }) => state === 'ready' || state === 'busy');
  if (usable.length === 0) return [wrong(encoders)];
  if (job !== null && job.step !== 'done' && job.step !== 'failed') {
    const detail = job.kind === 'encode' && job.of > 1 ? `card ${job.card} of ${job.of}` : null;
    return [{ ...line, tone: 'ok', word: 'At work', detail, meaning: 'It is writing or reading a card just now.' }];
  }
  if (unfinished.length > 0) {
    const detail = unfinished.length === 1 ? '1 key not finished' : `${unfinished.length} keys not finished`;
    const meaning =
      'A card was begun and not seen to its end. Put it on the encoder, or say under Keycards that it is gone.';
    return [{ ...line, tone: 'warn', word: 'Ready', detail, meaning }];
  }
  return [
    {
      ...line,
      tone: 'ok',
      word: 'Ready',
      detail: detailOf(card, usable.length, encoders.length),
      meaning:
        card === null
          ? 'Lay a card on it, and Portal says what is on it. Encode from a key, or type “encode 204” in the search.'
          : laidMeaning(card),
    },
  ];
}

function wrong(encoders: readonly EncoderState[]): StatusLine {
  const [first] = encoders;
  const isAbsent = encoders.every(({ state }) => state === 'absent');
  const { says, todo } = problemSaid(first?.problem ?? 'not-found', first?.port ?? null);
  return {
    ...line,
    tone: isAbsent ? 'warn' : 'bad',
    word: isAbsent ? 'Not connected' : 'Broken',
    detail: null,
    meaning: todo === null ? says : `${says} ${todo}`,
  };
}

function detailOf(card: CardOnEncoder | null, usable: number, all: number): string {
  const laid = card === null ? 'no card' : laidWord(card);
  return usable === all ? laid : `${laid} · ${all - usable} of ${all} not connected`;
}

const contentWords: Readonly<Record<CardOnEncoder['content'], string>> = {
  blank: 'empty card',
  ours: 'card of nobody in the records',
  torn: 'card not finished',
  foreign: 'card of another system',
  locked: 'card of another system',
  unsupported: 'card that cannot be used',
};

function laidWord({ content, says }: CardOnEncoder): string {
  return says?.owner == null ? contentWords[content] : `card of ${says.owner}`;
}

/** Whose it is, for which doors, until when, and whether the records say so too. */
function laidMeaning({ content, says, matches }: CardOnEncoder): string {
  const more = 'More under Keycards.';
  if (says === null) return `On it: ${onEncoderText.content[content]} ${more}`;
  const { owner, doors, until, opensOnce } = says;
  const what = opensOnce ? 'a one-shot key' : 'a key';
  const whose = owner === null ? `${what} of nobody in the records` : `${what} of ${owner}`;
  const { label } = onEncoderText.matches[matches];
  return `On it: ${whose} for ${joined(doors)}, until ${endText(until)}. ${label}. ${more}`;
}
