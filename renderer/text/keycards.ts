import type { KeycardView } from '#api/keycards';
import type { KeycardType } from '#domain/cards/keycard';
import type { AllocationPolicy, NoKeycardReason } from '#domain/key/key';
import type { KeycardStanding } from '#domain/situation/held-keycards';
import type { Tone } from './doorcode.ts';
import { sentences } from './language.ts';

/** What the desk reads about the keycards on a key. */
export const keycardTexts = sentences('keycards', {
  title: 'Keycard',
  standings: {
    none: 'No Keycard Assigned',
    'not-needed': 'Assigned',
    'not-encoded': 'Not encoded',
    encoded: 'Encoded',
    'encode-again': 'Must be encoded again',
    'not-finished': 'Not finished',
    void: 'Ended',
    lost: 'Lost',
    blocked: 'Blocked',
    'worn-out': 'Worn out',
  } satisfies Record<KeycardStanding, string>,
  /** In the list of keys, beside the doorcode’s word. */
  inRow: {
    none: 'No Keycard Assigned',
    'not-needed': 'Card',
    'not-encoded': 'Card: not encoded',
    encoded: 'Card',
    'encode-again': 'Card: encode again',
    'not-finished': 'Card: not finished',
    void: 'Card: ended',
    lost: 'Card: lost',
    blocked: 'Card: blocked',
    'worn-out': 'Card: worn out',
  } satisfies Record<KeycardStanding, string>,
  /** The sentence behind the word. */
  meanings: {
    'not-needed': 'The locks of this key know the card by its number; nothing has to be written on it.',
    'not-encoded': 'Nothing is written on the card yet: it opens no door that reads cards.',
    encoded: 'Written, and read back from the card.',
    'encode-again':
      'What is on the card is not what it should say now: the stay, the rooms or the key has changed since. Put it on the encoder again.',
    'not-finished': 'Writing was started but not seen through to the end. Put the card on the encoder.',
    void: 'A newer key of the room, the end of its card key set or, for a one-shot card, the end of its day ended this card.',
    lost: 'Reported lost. It opens nothing that Portal can reach; a door forgets it when the new key is first used there.',
    blocked: 'Blocked by staff.',
    'worn-out': 'Taken out of use.',
  } satisfies Record<Exclude<KeycardStanding, 'none'>, string>,
  unassigned: {
    'held-by-another-key': {
      why: 'The requested keycard is assigned to another key.',
      todo: 'Choose another keycard, or Random.',
    },
    'not-in-use': {
      why: 'The requested keycard is lost, blocked or worn out.',
      todo: 'Choose another keycard, or Random.',
    },
    'no-card-left': {
      why: 'No keycard in stock is free.',
      todo: 'Encode: a new card joins the stock when it is put on the encoder. Or enrol cards under Keycards.',
    },
  } satisfies Record<NoKeycardReason, { readonly why: string; readonly todo: string }>,
  policies: {
    random: { label: 'Random', meaning: 'Portal takes a free keycard from stock (recommended).' },
    preferred: { label: 'Preferred', meaning: 'The keycard that you choose, if it is available.' },
    strict: { label: 'Strict', meaning: 'The keycard that you choose is kept for this key alone.' },
  } satisfies Record<AllocationPolicy, { readonly label: string; readonly meaning: string }>,
  mustEncode: 'A card opens doors that read cards only after it has been encoded.',
  choose: 'Choose the keycard',
  chooseMissing: 'Choose the keycard.',
  search: 'Search by number or name',
  current: 'current',
  noneFree: 'No keycard in stock is free. Enrol cards under Keycards, or choose Random and encode a new one.',
  noneFound: 'No free keycard is called that.',
  onlyUnused: 'Only unused keycards are listed.',
  onlyUnusedAndCurrent: 'Only unused keycards are listed; the current one comes first.',
  card: 'Card',
  numbered: (number: string) => `Card ${number}`,
});

export const noKeycardReasons: Readonly<Record<NoKeycardReason, { readonly why: string; readonly todo: string }>> =
  keycardTexts.unassigned;

export const standingTones: Readonly<Record<KeycardStanding, Tone>> = {
  none: 'bad',
  'not-needed': 'ok',
  'not-encoded': 'warn',
  encoded: 'ok',
  'encode-again': 'warn',
  'not-finished': 'bad',
  void: 'neutral',
  lost: 'bad',
  blocked: 'bad',
  'worn-out': 'bad',
};

/** What the card should open, it opens. */
export function isWorking(standing: KeycardStanding | null): boolean {
  return standing === 'encoded' || standing === 'not-needed';
}

export function standingOf(card: Pick<KeycardView, 'keycardId' | 'state' | 'encoding'>): KeycardStanding {
  if (card.keycardId === null) return 'none';
  if (card.state === 'lost' || card.state === 'blocked' || card.state === 'worn-out') return card.state;
  return card.encoding;
}

/** Why there is no keycard, and what to do about it. */
export function whyNoKeycard(reason: NoKeycardReason): string {
  const { why, todo } = noKeycardReasons[reason];
  return `${why} ${todo}`;
}

/** `Card 007 · …580`, `Card …580`, `Card` */
export function cardName(card: { readonly number: string | null; readonly uidEnd: string | null }): string {
  const end = card.uidEnd === null ? null : `…${card.uidEnd}`;
  if (card.number === null) return [keycardTexts.card, end].filter((part) => part !== null).join(' ');
  return [keycardTexts.numbered(card.number), end].filter((part) => part !== null).join(' · ');
}

/** As their makers call them, in every language. */
export const keycardTypes: Readonly<Record<KeycardType, string>> = {
  ntag213: 'NTAG213',
  ntag215: 'NTAG215',
  ntag216: 'NTAG216',
  'ultralight-ev1-48': 'MIFARE Ultralight EV1 (48 bytes)',
  'ultralight-ev1-128': 'MIFARE Ultralight EV1 (128 bytes)',
  'classic-1k': 'MIFARE Classic 1K',
};
