import type { KeycardView } from '#api/keycards';
import type { KeycardStanding } from '#domain/situation/held-keycards';
import type { WritingState } from '#domain/cards/card-writing';
import type { AllocationPolicy, NoKeycardReason } from '#domain/key/key';
import type { KeycardState, KeycardType } from '#domain/cards/keycard';
import type { Tone } from './doorcode.ts';

/** What the desk reads about the keycards on a key. */

export const standings: Readonly<Record<KeycardStanding, { readonly label: string; readonly tone: Tone }>> = {
  none: { label: 'No Keycard Assigned', tone: 'bad' },
  'not-needed': { label: 'Assigned', tone: 'ok' },
  'not-encoded': { label: 'Not encoded', tone: 'warn' },
  encoded: { label: 'Encoded', tone: 'ok' },
  'encode-again': { label: 'Must be encoded again', tone: 'warn' },
  'not-finished': { label: 'Not finished', tone: 'bad' },
  void: { label: 'Ended', tone: 'neutral' },
  lost: { label: 'Lost', tone: 'bad' },
  blocked: { label: 'Blocked', tone: 'bad' },
  'worn-out': { label: 'Worn out', tone: 'bad' },
};

/** What the card should open, it opens. */
export function isWorking(standing: KeycardStanding | null): boolean {
  return standing === 'encoded' || standing === 'not-needed';
}

/** In the list of keys, beside the doorcode's word. */
export const keycardRowWords: Readonly<Record<KeycardStanding, string>> = {
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
};

/** The sentence behind the word; null: the word says it all. */
export const standingMeanings: Readonly<Record<Exclude<KeycardStanding, 'none'>, string | null>> = {
  'not-needed': 'The locks of this key know the card by its number; nothing has to be written on it.',
  'not-encoded': 'Nothing is written on the card yet: it opens no door that reads cards.',
  encoded: 'Written, and read back from the card.',
  'encode-again':
    'What is on the card is not what it should say now: the stay, the rooms or the key changed since. Lay it on the encoder again.',
  'not-finished': 'Writing was begun and its end was not seen. Put the card on the encoder.',
  void: 'A newer key of the room, the end of its card key set or, for a one-shot card, the end of its day ended this card.',
  lost: 'Reported lost. It opens nothing that Portal can reach; a door forgets it when the new key is first used there.',
  blocked: 'Blocked by staff.',
  'worn-out': 'Taken out of use.',
};

export const noKeycardReasons: Readonly<Record<NoKeycardReason, { readonly why: string; readonly todo: string }>> = {
  'held-by-another-key': {
    why: 'The requested keycard is assigned to another key.',
    todo: 'Choose another keycard, or Random.',
  },
  'not-in-use': {
    why: 'The requested keycard is lost, blocked or worn out.',
    todo: 'Choose another keycard, or Random.',
  },
  'no-card-left': {
    why: 'No keycard of the stock is free.',
    todo: 'Encode: a new card joins the stock when it is laid on. Or enrol cards under Keycards.',
  },
};

export function standingOf(card: Pick<KeycardView, 'keycardId' | 'state' | 'encoding'>): KeycardStanding {
  if (card.keycardId === null) return 'none';
  if (card.state === 'lost' || card.state === 'blocked' || card.state === 'worn-out') return card.state;
  return card.encoding;
}

export const keycardPolicies: Readonly<Record<AllocationPolicy, { readonly label: string; readonly meaning: string }>> =
  {
    random: { label: 'Random', meaning: 'Portal takes a free keycard of the stock (recommended).' },
    preferred: { label: 'Preferred', meaning: 'The keycard that you choose, if it is available.' },
    strict: { label: 'Strict', meaning: 'The keycard that you choose is kept for this key alone.' },
  };

export const keycardText = {
  title: 'Keycard',
  nth: (number: number) => (number === 1 ? 'Keycard' : `Keycard ${number}`),
  nthOneShot: (number: number) => (number === 1 ? 'One-shot keycard' : `One-shot keycard ${number}`),
  without: 'No keycard',
  withoutMeaning: (owner: string, hasOneShots: boolean) =>
    hasOneShots
      ? `${owner} holds no card of this key that opens more than once.`
      : `${owner} holds no card of this key.`,
  add: 'Assign',
  edit: 'Edit keycard',
  editShort: 'Edit',
  none: 'No Keycard Assigned',
  replace: 'Replace',
  more: (title: string) => `More for ${title}`,
  encode: 'Encode',
  encodeAgain: 'Encode again',
  finish: 'Finish',
  lost: 'Card is lost',
  oneMore: 'One more card',
  switchOff: 'Switch off keycard',
  takeBack: 'Take this card off the key',
  policy: 'Assignment type',
  choose: 'Choose the keycard',
  chooseMissing: 'Choose the keycard.',
  search: 'Search by number or name',
  current: 'current',
  noneFree: 'No keycard of the stock is free. Enrol cards under Keycards, or choose Random and encode a new one.',
  noneFound: 'No free keycard is called that.',
  onlyUnused: (hasCurrent: boolean) =>
    hasCurrent ? 'Only unused keycards are listed; the current one comes first.' : 'Only unused keycards are listed.',
  update: 'Update',
  assign: 'Assign keycard',
  locks: (provisioned: number, doors: number) =>
    doors === 0 ? null : `at ${provisioned} of ${doors} ${doors === 1 ? 'lock' : 'locks'}`,
  opensUntil: (until: string) => `until ${until}`,
  opensOnce: 'Opens each door once',
  replaceConsequence: (owner: string) =>
    `The present card goes back to the stock and leaves the locks; ${owner} opens nothing with it as soon as the locks are told. What is written on it ends when a new key is first used at the door.`,
  theDoorcode: 'the doorcode',
  mustEncode: 'A card opens doors that read cards only after it has been encoded.',
  done: {
    assigned: 'Assigned.',
    replaced: 'Replaced.',
    added: 'One more card. Encode it before it is handed out.',
    none: 'No keycard could be assigned.',
  },
} as const;

/** "Card is lost": what ends, and what stays. */
export function lostConsequence(card: string, owner: string, others: readonly string[]): string {
  const stays =
    others.length === 0 ? `${owner} has no other credential on this key.` : `${owner} keeps ${others.join(' and ')}.`;
  return `${card} leaves every lock that knows it, starting now. A door that only reads what is written on the card still opens for it until a new key is first used there, or until its time is over: encode a new key and open the door with it once. ${stays} If the card is found, make it available again under Keycards.`;
}

export const lostText = {
  title: (card: string) => `Is ${card} lost?`,
  confirm: 'Card is lost',
  done: 'Reported lost. The locks are being told. Encode a new key now.',
  oneShotDone: 'Reported lost. The locks are being told.',
} as const;

export function takeBackConsequence(card: string, owner: string, last: boolean): string {
  const end = last ? ` It is the only one: ${owner} then holds no keycard of this key.` : '';
  return `${card} goes back to the stock and leaves the locks that know it. Take it from the guest and wipe it: what is written on it opens doors until a new key is first used there.${end}`;
}

export const takeBackText = {
  title: (card: string) => `Take ${card} off the key?`,
  confirm: 'Take off',
  done: 'The card is back in the stock.',
} as const;

/** A one-shot card is lost or taken back: no newer key ends it, and it ends nobody's. */
export function oneShotConsequence(act: 'lost' | 'take-back', card: string, owner: string): string {
  const still =
    'A door that it has not opened yet and that only reads cards opens for it once, until its time is over.';
  if (act === 'lost') return `${card} is refused where the lock can be told. ${still} ${owner} keeps the other cards.`;
  return `${card} goes back to the stock. Take it and wipe it. ${still}`;
}

export const keycardStates: Readonly<Record<KeycardState, { readonly label: string; readonly tone: Tone }>> = {
  available: { label: 'Available', tone: 'neutral' },
  assigned: { label: 'Assigned', tone: 'ok' },
  lost: { label: 'Lost', tone: 'bad' },
  blocked: { label: 'Blocked', tone: 'bad' },
  'worn-out': { label: 'Worn out', tone: 'warn' },
};

export const keycardTypes: Readonly<Record<KeycardType, string>> = {
  ntag213: 'NTAG213',
  ntag215: 'NTAG215',
  ntag216: 'NTAG216',
  'ultralight-ev1-48': 'MIFARE Ultralight EV1 (48 bytes)',
  'ultralight-ev1-128': 'MIFARE Ultralight EV1 (128 bytes)',
  'classic-1k': 'MIFARE Classic 1K',
};

export const writingStates: Readonly<Record<WritingState, { readonly label: string; readonly tone: Tone }>> = {
  requested: { label: 'Requested', tone: 'neutral' },
  waiting: { label: 'Waiting for the card', tone: 'info' },
  writing: { label: 'Writing', tone: 'info' },
  issued: { label: 'Encoded', tone: 'ok' },
  failed: { label: 'Failed', tone: 'bad' },
  unknown: { label: 'Not finished', tone: 'warn' },
  void: { label: 'Ended', tone: 'neutral' },
};

const voidReasons: Readonly<Record<string, string>> = {
  replaced: 'replaced by a newer key',
  blocked: 'card blocked',
  lost: 'card lost',
  wiped: 'card emptied',
  'key-ended': 'the key is over',
  rewritten: 'written again',
  outrun: 'overtaken by a newer key',
  'set-ended': 'its card key set was ended',
  'given-up': 'said to be gone',
  'not-written': 'nothing was written',
  crash: 'Portal stopped meanwhile',
  cancelled: 'called off',
};

/** Why a writing ended; null: the state says it all. */
export function writingWhy(why: string | null): string | null {
  return why === null ? null : (voidReasons[why] ?? null);
}
