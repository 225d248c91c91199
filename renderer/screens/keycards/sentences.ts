/** Words of the stock of keycards: the list, and how cards come into it. */

export const stockText = {
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
  nothingWritten: 'Nothing',
  notRead: 'not laid on yet',
  count: (total: number) => (total === 1 ? '1 card' : `${total} cards`),
  more: (shown: number, total: number) => `The first ${shown} of ${total} cards are shown. Filter to find the others.`,
  showMore: (count: number) => `Show ${count} more`,
  emptyTitle: 'No keycards yet',
  emptyWords:
    'Every card of the hotel appears here: its number, who holds it, and what is written on it. Lay a stack on the encoder one after the other, import a list, or add one by hand. A card that is encoded for a guest joins by itself.',
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
} as const;

export const stateQuestions = {
  lost: { title: (card: string) => `Is ${card} lost?`, confirm: 'Card is lost' },
  blocked: { title: (card: string) => `Block ${card}?`, confirm: 'Block card' },
  'worn-out': { title: (card: string) => `Is ${card} worn out?`, confirm: 'Worn out' },
  available: { title: (card: string) => `Make ${card} available again?`, confirm: 'Available again' },
} as const;

/** Said before a card of the stock changes its state. */
export function stateConsequence(
  state: keyof typeof stateQuestions,
  card: string,
  holder: { readonly owner: string; readonly doors: readonly string[] } | null,
): string {
  if (state === 'available') {
    return holder === null
      ? `${card} can be assigned again.`
      : `${card} can be used again. What was written on it stays ended: encode it again before it is handed out.`;
  }
  const held =
    holder === null
      ? 'Nobody holds it now.'
      : `It is held by ${holder.owner}${holder.doors.length === 0 ? '' : ` for ${holder.doors.join(', ')}`}: it leaves the locks that know it, starting now. Their other credentials stay. A door that only reads what is written on the card opens for it until a new key is first used there.`;
  const later =
    state === 'worn-out' ? 'It is not handed out again.' : 'It is not handed out until it is made available again.';
  return `${held} ${later}`;
}

export const enrolText = {
  title: 'Enrol cards',
  words: 'Lay the cards on the encoder one after the other. Each joins the stock with the next number.',
  firstNumber: 'First number',
  firstHint: 'Printed on the first card. Empty: the next number that is free.',
  prefix: 'Name begins with',
  prefixHint: 'May stay empty. Such as “Pool”.',
  begin: 'Begin',
} as const;

export const importText = {
  title: 'Import a list of keycards',
  words: 'A CSV file with the columns number, name and uid in any order, named in the first line; comma or semicolon.',
  choose: 'Choose a file',
  otherFile: 'Choose another file',
  looking: 'Looking at the file…',
  ready: ({ added, completed, known }: { added: number; completed: number; known: number }) => {
    const some = added === 1 ? '1 card is new' : `${added} cards are new`;
    const rest = [
      ...(completed === 0 ? [] : [`${completed} in the stock ${completed === 1 ? 'gets its UID' : 'get their UIDs'}`]),
      ...(known === 0 ? [] : [`${known} ${known === 1 ? 'is' : 'are'} in the stock already`]),
    ];
    return `${[added === 0 ? 'No card is new' : some, ...rest].join(', ')}.`;
  },
  nothingNew: 'No card of this file is new.',
  imported: ({ added, completed }: { added: number; completed: number }) =>
    [
      ...(added === 0 ? [] : [added === 1 ? '1 card is in the stock now.' : `${added} cards are in the stock now.`]),
      ...(completed === 0 ? [] : [completed === 1 ? '1 card got its UID.' : `${completed} cards got their UIDs.`]),
    ].join(' '),
  refused: (count: number) =>
    `${count === 1 ? '1 line is' : `${count} lines are`} not right. Nothing is taken in until every line is.`,
  line: (line: number) => `Line ${line}`,
  act: 'Import',
  unreadable: 'This file cannot be read. Save it as CSV and choose it again.',
} as const;

export const addCardText = {
  title: 'Add a keycard by hand',
  rename: 'Number and name',
  number: 'Number',
  numberHint: 'As printed on the card.',
  name: 'Name',
  uid: 'UID',
  uidHint: 'May stay empty: Portal learns it when the card is first laid on the encoder.',
  uidShape: 'A UID has 8, 14 or 20 hexadecimal digits.',
  numberMissing: 'Enter the number.',
  act: 'Add card',
  save: 'Save',
} as const;

export const historyText = {
  title: (number: string) => `Card ${number}`,
  none: 'Nothing was ever written on this card.',
  oneShot: 'One-shot',
  loading: 'Loading the history…',
  by: (who: string, encoder: string | null) => (encoder === null ? `by ${who}` : `by ${who}, on ${encoder}`),
} as const;
