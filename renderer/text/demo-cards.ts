import type { CardAtDoorAnswer } from '#api/demo';
import type { CardRefusal, DemoCardType, DemoEncoderFaultInput } from '#api/demo-inputs';
import { sentences } from './language.ts';

/** Words of the demo's box of cards, its encoder, and a card held to a door. */
export const demoCardsText = sentences('demo-cards', {
  title: 'Cards and encoder',
  hint: 'Put cards on the encoder, and hold them to a door.',
  none: 'The box is empty. Take a new card out of its wrapping.',
  on: 'On the encoder',
  lay: 'Put on',
  layOnToo: 'Put on as well',
  takeOff: 'Take off',
  /** Beside the encode dialog: the demo has no desk to reach over. */
  handTitle: 'Demo hotel: your hand at the encoder',
  handLay: 'Put a card on',
  hold: 'Hold to door',
  /** A button's name where several stand below each other. */
  actOn: (act: string, card: string) => `${act}: ${card}`,
  door: 'Door',
  chooseDoor: 'Choose a door',
  newCard: 'New card',
  fault: 'What the encoder does',
  faults: {
    none: 'Works',
    'remove-while-writing': 'Next card is taken away while it is written',
    unplug: 'Unplugged',
    plug: 'Plugged in',
    silent: 'Does not answer',
    'bad-card': 'Next card does not keep what is written',
  } satisfies Record<DemoEncoderFaultInput['kind'], string>,
  types: {
    ntag213: 'NTAG213',
    ntag215: 'NTAG215',
    ntag216: 'NTAG216',
    'ultralight-ev1-48': 'Ultralight 48',
    'ultralight-ev1-128': 'Ultralight 128',
    'classic-1k': 'Classic 1K',
    foreign: 'other system',
    other: 'unknown type',
  } satisfies Record<DemoCardType, string>,
  opened: {
    uid: (door: string) => `${door} opens: its lock knows the card.`,
    record: (door: string) => `${door} opens: the key on the card is valid.`,
  },
  closed: (door: string) => `${door} stays closed.`,
  refusals: {
    'not-set-up': 'Its lock has not been given the hotel’s card keys yet.',
    'no-record': 'There is no key on the card.',
    'other-door': 'The card is for other doors.',
    blocked: 'The card is blocked.',
    'too-early': 'It is too early for this card.',
    expired: 'The card’s time is over.',
    replaced: 'A newer key of this room was used here: the card has ended.',
    'not-at-this-hour': 'The card does not open at this hour.',
    spent: 'The card has opened once, and was for once only.',
    'outside-schedule': 'Its lock knows the card, but not for this time.',
    disabled: 'Its lock knows the card, but has it switched off.',
    'no-schedule': 'Its lock knows the card, but has no time at which it opens.',
  } satisfies Record<CardRefusal, string>,
});

export const demoCardTypes: Readonly<Record<DemoCardType, string>> = demoCardsText.types;

export function cardAtDoorWords(answer: CardAtDoorAnswer, door: string): string {
  if (answer.opened) return demoCardsText.opened[answer.how](door);
  return `${demoCardsText.closed(door)} ${demoCardsText.refusals[answer.reason]}`;
}
