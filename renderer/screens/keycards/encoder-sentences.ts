import type { CardOnEncoder } from '#api/encoder';
import { sentences } from '../../text/language.ts';

const meanings: Readonly<Record<CardOnEncoder['matches'], string | null>> = {
  yes: null,
  'not-in-records':
    'The seal is right, but Portal has no record of having written it: it may come from an older copy of the data. Wipe it.',
  'records-say-void':
    'It was blocked, replaced or wiped in the records. At a door it still opens until a newer key is used there. Keep it, and wipe it.',
  'encode-again': 'The stay, the rooms or the key has changed since. Encode it again.',
  'not-finished': 'Writing was started but not seen through to the end. Finish it now.',
  'key-ended': 'The stay is over. Wipe it, and it can be handed out again.',
  'nothing-to-compare': null,
};

/** The card that lies on the encoder, with no dialog open. */
export const laidCardText = sentences('laid-card', {
  title: 'On the encoder',
  setUp: 'Set up the encoder',
  nothing: 'Nothing on the encoder',
  nothingWords:
    'Put a card on it: Portal says whose it is, for which doors and until when, and whether that matches the records.',
  noEncoder: 'No encoder is connected',
  noEncoderWords: 'Plug in a card encoder, and choose its port once.',
  at: (encoder: string) => `on ${encoder}`,
  unknownCard: 'Not in stock',
  meanings,
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
  working: 'The encoder is working.',
  workingFor: (owner: string) => `The encoder is working for ${owner}.`,
  show: 'Show',
});

export const unfinishedText = sentences('unfinished-cards', {
  title: 'Not finished',
  /** Letter for letter as the fault table says it, where there is one. */
  one: (room: string, uidEnd: string | null) =>
    uidEnd === null
      ? `1 key not finished (room ${room}, card unknown): put it on the encoder`
      : `1 key not finished (room ${room}, card …${uidEnd}): put it on the encoder`,
  finish: 'Finish',
  gone: 'Card is gone',
  goneTitle: 'Is that card gone?',
  goneWords: (owner: string) =>
    `Its writing counts as ended. Nobody knows whether the card of ${owner} opens: the lock forgets it when the new key is first used. Encode a new key and open the door with it once.`,
});
