import type { WritingState } from '#domain/cards/card-writing';
import type { KeycardState } from '#domain/cards/keycard';
import type { Tone } from '../../text/doorcode.ts';
import { joined, plural, sentences } from '../../text/language.ts';

/** Words of the stock of keycards. */
export const stockText = sentences('stock', {
  title: 'Keycards',
  loading: 'Loading keycards…',
  all: 'All',
  search: 'Filter by number, name or holder',
  searchHint: 'Number, name or holder',
  clear: 'Clear the filter',
  table: 'Stock of keycards',
  columns: {
    number: 'Number',
    name: 'Name',
    state: 'State',
    holder: 'Holder',
    written: 'What is written',
    last: 'Last written',
    acts: 'Actions',
  },
  states: {
    available: 'Available',
    assigned: 'Assigned',
    lost: 'Lost',
    blocked: 'Blocked',
    'worn-out': 'Worn out',
  } satisfies Record<KeycardState, string>,
  nothingWritten: 'Nothing',
  notRead: 'never on the encoder',
  count: (total: number) => plural(total, { one: '1 card', other: `${total} cards` }),
  more: (shown: number, total: number) => `The first ${shown} of ${total} cards are shown. Filter to find the others.`,
  showMore: (count: number) => `Show ${count} more`,
  emptyTitle: 'No keycards yet',
  emptyWords:
    'Every card of the hotel appears here: its number, who holds it, and what is written on it. Put a stack on the encoder one after another, import a list, or add one by hand. A card that is encoded for a guest is added automatically.',
  nothingMatches: 'No keycard matches',
  nothingMatchesWords: 'No keycard under this tab matches the filter.',
  showAll: 'Show all keycards',
  enrol: 'Enrol cards',
  importCsv: 'Import list',
  addOne: 'Add by hand',
  actsFor: (number: string) => `Actions for card ${number}`,
  acts: {
    history: 'History',
    rename: 'Number and name',
    openKey: 'Open key',
    lost: 'Card is lost',
    blocked: 'Block',
    'worn-out': 'Worn out',
    available: 'Available again',
  },
});

export const keycardStateTones: Readonly<Record<KeycardState, Tone>> = {
  available: 'neutral',
  assigned: 'ok',
  lost: 'bad',
  blocked: 'bad',
  'worn-out': 'warn',
};

/** Said before a card of the stock changes its state. */
export const stateQuestions = sentences('stock-questions', {
  lost: { title: (card: string) => `Is ${card} lost?`, confirm: 'Card is lost' },
  blocked: { title: (card: string) => `Block ${card}?`, confirm: 'Block card' },
  'worn-out': { title: (card: string) => `Is ${card} worn out?`, confirm: 'Worn out' },
  available: { title: (card: string) => `Make ${card} available again?`, confirm: 'Available again' },
});

export const stockConsequences = sentences('stock-consequences', {
  mayBeAssigned: (card: string) => `${card} can be assigned again.`,
  mayBeUsed: (card: string) =>
    `${card} can be used again. What was written on it stays ended: encode it again before handing it out.`,
  notHeld: 'Nobody holds it now.',
  held: (owner: string) => `It is held by ${owner}.`,
  heldFor: (owner: string, doors: readonly string[]) => `It is held by ${owner} for ${joined(doors)}.`,
  leaves:
    'It is removed from the locks that know it, starting now. Other credentials stay. A door that only reads what is written on the card opens for it until a new key is first used there.',
  notAgain: 'It is not handed out again.',
  notUntilAvailable: 'It is not handed out until it is made available again.',
});

export function stateConsequence(
  state: keyof typeof stateQuestions,
  card: string,
  holder: { readonly owner: string; readonly doors: readonly string[] } | null,
): string {
  if (state === 'available')
    return holder === null ? stockConsequences.mayBeAssigned(card) : stockConsequences.mayBeUsed(card);
  return [
    ...(holder === null ? [stockConsequences.notHeld] : [heldBy(holder), stockConsequences.leaves]),
    state === 'worn-out' ? stockConsequences.notAgain : stockConsequences.notUntilAvailable,
  ].join(' ');
}

function heldBy({ owner, doors }: { readonly owner: string; readonly doors: readonly string[] }): string {
  return doors.length === 0 ? stockConsequences.held(owner) : stockConsequences.heldFor(owner, doors);
}

export const importText = sentences('keycard-import', {
  title: 'Import a list of keycards',
  words:
    'A CSV file with the columns number, name and uid in any order, named in the first line; separated by comma, semicolon or tab.',
  choose: 'Choose a file',
  otherFile: 'Choose another file',
  looking: 'Reading the file…',
  new: (count: number) => plural(count, { one: '1 card is new.', other: `${count} cards are new.` }),
  noneNew: 'No card is new.',
  uids: (count: number) =>
    plural(count, { one: '1 card in stock gets its UID.', other: `${count} cards in stock get their UIDs.` }),
  known: (count: number) =>
    plural(count, { one: '1 card is already in stock.', other: `${count} cards are already in stock.` }),
  nothingNew: 'No card of this file is new.',
  added: (count: number) =>
    plural(count, { one: '1 card is now in stock.', other: `${count} cards are now in stock.` }),
  completed: (count: number) => plural(count, { one: '1 card got its UID.', other: `${count} cards got their UIDs.` }),
  refused: (count: number) =>
    plural(count, {
      one: '1 line is not right. Nothing is imported until every line is.',
      other: `${count} lines are not right. Nothing is imported until every line is.`,
    }),
  line: (line: number) => `Line ${line}`,
  act: 'Import',
  faults: {
    unreadable: { says: 'This file cannot be read.', todo: 'Save it as CSV and choose it again.' },
    'too-long': { says: 'This list is too long to be read in at once.', todo: 'Split it into several files.' },
    'other-encoding': {
      says: 'This file is not saved as Unicode, so names could come out wrong.',
      todo: 'In Excel, choose Save As and then “CSV UTF-8”. Then choose it again.',
    },
  },
});

/** What an import would bring, or what it has brought. */
export function importWords(found: {
  readonly outcome: 'ready' | 'imported';
  readonly added: number;
  readonly completed: number;
  readonly known?: number;
}): string {
  const { outcome, added, completed, known = 0 } = found;
  if (outcome === 'imported')
    return [
      ...(added === 0 ? [] : [importText.added(added)]),
      ...(completed === 0 ? [] : [importText.completed(completed)]),
    ].join(' ');
  if (added + completed === 0) return importText.nothingNew;
  return [
    added === 0 ? importText.noneNew : importText.new(added),
    ...(completed === 0 ? [] : [importText.uids(completed)]),
    ...(known === 0 ? [] : [importText.known(known)]),
  ].join(' ');
}

export const addCardText = sentences('add-card', {
  title: 'Add a keycard by hand',
  rename: 'Number and name',
  number: 'Number',
  numberHint: 'As printed on the card.',
  name: 'Name',
  uid: 'UID',
  uidHint: 'May be left blank: Portal learns it when the card is first put on the encoder.',
  uidShape: 'A UID has 8, 14 or 20 hexadecimal digits.',
  numberMissing: 'Enter the number.',
  act: 'Add card',
  save: 'Save',
});

const why: Readonly<Record<string, string>> = {
  replaced: 'replaced by a newer key',
  blocked: 'card blocked',
  lost: 'card lost',
  wiped: 'card wiped',
  'key-ended': 'the key is over',
  rewritten: 'written again',
  outrun: 'overtaken by a newer key',
  'set-ended': 'its card key set was ended',
  'given-up': 'reported gone',
  'not-written': 'nothing was written',
  crash: 'Portal stopped in the meantime',
  cancelled: 'cancelled',
};

export const historyText = sentences('card-history', {
  title: (number: string) => `Card ${number}`,
  none: 'Nothing has ever been written on this card.',
  oneShot: 'One-shot',
  loading: 'Loading the history…',
  by: (who: string) => `by ${who}`,
  byOn: (who: string, encoder: string) => `by ${who}, on ${encoder}`,
  states: {
    requested: 'Requested',
    waiting: 'Waiting for the card',
    writing: 'Writing',
    issued: 'Encoded',
    failed: 'Failed',
    unknown: 'Not finished',
    void: 'Ended',
  } satisfies Record<WritingState, string>,
  /** Why a writing ended, beside its state. */
  because: (state: string, why: string) => `${state}: ${why}`,
  why,
});

export const writingTones: Readonly<Record<WritingState, Tone>> = {
  requested: 'neutral',
  waiting: 'info',
  writing: 'info',
  issued: 'ok',
  failed: 'bad',
  unknown: 'warn',
  void: 'neutral',
};

/** `Ended: replaced by a newer key`; the state alone where it says it all. */
export function writingWords({ state, why }: { readonly state: WritingState; readonly why: string | null }): string {
  const because = why === null ? undefined : historyText.why[why];
  const word = historyText.states[state];
  return because === undefined ? word : historyText.because(word, because);
}
