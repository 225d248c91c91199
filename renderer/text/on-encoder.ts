import type { CardOnEncoder } from '#api/encoder';
import type { Tone } from './doorcode.ts';
import { sentences } from './language.ts';

/** What lies on the encoder with no dialog open. */
export const onEncoderText = sentences('on-encoder', {
  content: {
    blank: 'The card is empty.',
    ours: 'It carries a key of this hotel.',
    torn: 'It was not finished last time: what is on it opens nothing.',
    foreign: 'This card belongs to another system. Portal does not touch it.',
    locked: 'Card locked by another system. Portal does not touch it.',
    unsupported: 'This card type cannot be used.',
  } satisfies Record<CardOnEncoder['content'], string>,
  matches: {
    yes: 'As in the records',
    'not-in-records': 'Not in the records',
    'records-say-void': 'The records say: ended',
    'encode-again': 'Must be encoded again',
    'not-finished': 'Not finished',
    'key-ended': 'Its key is over',
    'nothing-to-compare': 'Nothing to compare',
  } satisfies Record<CardOnEncoder['matches'], string>,
});

export const matchTones: Readonly<Record<CardOnEncoder['matches'], Exclude<Tone, 'info'>>> = {
  yes: 'ok',
  'not-in-records': 'bad',
  'records-say-void': 'bad',
  'encode-again': 'warn',
  'not-finished': 'warn',
  'key-ended': 'warn',
  'nothing-to-compare': 'neutral',
};
