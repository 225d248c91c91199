import type { CardOnEncoder } from '#api/encoder';
import type { Tone } from './doorcode.ts';

/** What lies on the encoder with no dialog open, and what was not finished. */

export const onEncoderText = {
  title: 'On the encoder',
  setUp: 'Set up the encoder',
  nothing: 'Nothing lies on the encoder',
  nothingWords:
    'Lay a card on it: Portal says whose it is, for which doors and until when, and whether that is what it should say.',
  noEncoder: 'No encoder is connected',
  noEncoderWords: 'Plug in a card encoder, and choose its port once.',
  at: (encoder: string) => `on ${encoder}`,
  unknownCard: 'Not in the stock',
  content: {
    blank: 'The card is empty.',
    ours: 'It carries a key of this hotel.',
    torn: 'It was not finished last time: what is on it opens nothing.',
    foreign: 'This card belongs to another system. Portal does not touch it.',
    locked: 'Card locked by another system. Portal does not touch it.',
    unsupported: 'This card type cannot be used.',
  } satisfies Record<CardOnEncoder['content'], string>,
  matches: {
    yes: { label: 'As in the records', tone: 'ok' },
    'not-in-records': { label: 'Not in the records', tone: 'bad' },
    'records-say-void': { label: 'The records say: ended', tone: 'bad' },
    'encode-again': { label: 'Must be encoded again', tone: 'warn' },
    'not-finished': { label: 'Not finished', tone: 'warn' },
    'key-ended': { label: 'Its key is over', tone: 'warn' },
    'nothing-to-compare': { label: 'Nothing to compare', tone: 'neutral' },
  } satisfies Record<CardOnEncoder['matches'], { readonly label: string; readonly tone: Tone }>,
  matchMeanings: {
    yes: null,
    'not-in-records':
      'The seal is right, but Portal has no record of having written it: it may come from an older copy of the data. Wipe it.',
    'records-say-void':
      'It was blocked, replaced or emptied in the records. At a door it still opens until a newer key is used there. Keep it, and wipe it.',
    'encode-again': 'The stay, the rooms or the key changed since. Encode it again.',
    'not-finished': 'Writing was begun and its end was not seen. Finish it now.',
    'key-ended': 'The stay is over. Wipe it, and it can be handed out again.',
    'nothing-to-compare': null,
  } satisfies Record<CardOnEncoder['matches'], string | null>,
  whose: 'Key of',
  nobody: 'Nobody in the records',
  doors: 'Opens',
  doorsOnce: 'Opens once',
  period: 'From, until',
  running: 'Valid now',
  notRunning: 'Not valid now',
  wipe: 'Wipe',
  encode: 'Encode again',
  finish: 'Finish',
  openKey: 'Open key',
  working: (owner: string | null) =>
    owner === null ? 'The encoder is at work.' : `The encoder is at work for ${owner}.`,
  show: 'Show',
} as const;

export const unfinishedText = {
  title: 'Not finished',
  /** Letter for letter as the fault table says it, where there is one. */
  one: (room: string, uidEnd: string | null) =>
    `1 key not finished (room ${room}, card ${uidEnd === null ? 'unknown' : `…${uidEnd}`}): put it on the encoder`,
  finish: 'Finish',
  gone: 'Card is gone',
  goneTitle: 'Is that card gone?',
  goneWords: (owner: string) =>
    `Its writing counts as ended. Nobody knows whether the card of ${owner} opens: the lock forgets it at the first use of the new key. Encode a new key and open the door with it once.`,
} as const;
