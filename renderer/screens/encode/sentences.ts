import type { EncoderJob, EncoderState, JobQuestion, MadeCard } from '#api/encoder';
import type { StepWords } from '../../text/encoder-job.ts';
import { endText } from '../../text/format.ts';
import { joined, plural, sentences } from '../../text/language.ts';

/** Words of making a keycard: before, while the encoder works, and after. */
export const encodeText = sentences('encode', {
  title: (owner: string) => `Encode a keycard · ${owner}`,
  openLong: 'Encode keycard',
  /** The head of a dialog in which the encoder works. */
  jobs: { any: 'The encoder is working', enrol: 'Enrol cards', wipe: 'Wipe a card', finish: 'Finish a card' },
  loading: 'Looking at the key…',
  forWhom: 'For',
  doors: 'Opens',
  doorsOnce: 'Opens once',
  period: 'From, until',
  leftOut: {
    title: 'Not on the card',
    'more-than-eight': 'a card holds at most eight doors',
    'another-time': 'its times differ from those of the other doors',
  },
  kind: 'Kind of card',
  kinds: { guest: 'Guest key', staff: 'Staff key', 'one-shot': 'One-shot key' },
  oneShotMeaning:
    'Opens each of these doors once, within a day, for a viewing or a porter. It ends no other card, and no newer card ends it.',
  cards: 'Number of cards',
  cardsDue: (due: number) =>
    plural(due, { one: '1 card of this person is due.', other: `${due} cards of this person are due.` }),
  nothingDue: 'Nothing is due: this makes one more card of the same key.',
  oneAfterAnother: 'One after another; Portal says when to put the next one on.',
  oneShotsHint: 'The cards of this person stay as they are.',
  mode: 'New or additional',
  modes: {
    new: {
      label: 'New key',
      meaning: 'Older cards of this room end at its lock when this card is first used there.',
    },
    additional: {
      label: 'Additional key',
      meaning: 'One more of the same key: cards already handed out keep working.',
    },
  },
  others: (cards: readonly string[]) =>
    plural(cards.length, {
      one: `This card still opens: ${joined(cards)}.`,
      other: `These cards still open: ${joined(cards)}.`,
    }),
  othersEnd: (count: number) =>
    plural(count, {
      one: 'With a new key it ends when the new one is first used at the door, not before.',
      other: 'With a new key they end when the new one is first used at the door, not before.',
    }),
  occupied: {
    title: 'The room is still held by another stay',
    line: (room: string, owner: string, until: string) => `${room}: ${owner}, until ${until}`,
    means: 'A new key ends that guest’s cards when it is first used at the door.',
    seen: 'I know. Encode anyway.',
    missing: 'Confirm that you have seen who still holds the room, or cancel.',
  },
  whichEncoder: 'Which encoder?',
  chooseEncoder: 'Choose the encoder.',
  noEncoder: 'No encoder is set up on this computer.',
  setUp: 'Set up the encoder',
  begin: 'Encode',
  beginHint: 'Enter starts, Esc cancels.',
  cancel: 'Cancel',
  stop: 'Stop here',
  done: 'Done',
  again: 'Try again',
  tornBefore: 'This card was not finished last time. Writing it again.',
  progress: 'Progress',
  count: (card: number, of: number) => `${card} of ${of}`,
  soFar: 'Cards of this job',
  thisCard: 'This card',
  toCome: 'To come',
  notMade: 'Not made',
  outcomes: {
    issued: 'Written and read back',
    outrun: 'Must be encoded again',
    failed: 'Nothing valid on it',
    unknown: 'Not finished',
    enrolled: 'New in stock',
    known: 'Already in stock',
    wiped: 'Wiped',
    void: 'Ended',
  } satisfies Record<MadeCard['outcome'], string>,
});

/** A stack of cards that joins the stock. */
export const enrolText = sentences('enrol', {
  title: 'Enrol cards',
  words: 'Put the cards on the encoder one after another. Each joins the stock with the next number.',
  firstNumber: 'First number',
  firstHint: 'Printed on the first card. Blank: the next number that is free.',
  prefix: 'Name begins with',
  prefixHint: 'May be left blank. For example “Pool”.',
  begin: 'Begin',
});

/** Choosing the encoder's port, once. */
export const pickEncoderText = sentences('pick-encoder', {
  title: 'Choose an encoder',
  words: 'Portal sends nothing to a port until it is chosen here: a payment terminal may be on it.',
  loading: 'Looking for encoders…',
  port: 'Port',
  portHint: 'The ports of this computer. If yours is missing, plug the encoder in now.',
  noPorts: 'This computer cannot list its ports, or has none. Type the port.',
  otherPort: 'Another port…',
  portMissing: 'Choose the port.',
  path: 'Name of the port',
  pathHint: 'For example COM4, or /dev/ttyUSB0.',
  kind: 'Kind of encoder',
  kinds: {
    'pn532-hsu': {
      label: 'NXP PN532 over HSU, 115200',
      meaning: 'Any board or brick with a PN532 on its serial line.',
    },
    'twn4-simple': {
      label: 'Elatec TWN4, Simple Protocol',
      meaning:
        'With Simple Protocol firmware (…PRS…), in text or binary mode, with or without CRC. Most are found automatically.',
    },
  } satisfies Record<EncoderState['protocol'], { readonly label: string; readonly meaning: string }>,
  name: 'Name',
  nameHint: 'What the desk calls it, for example “Desk 1”.',
  nameMissing: 'Enter a name.',
  usualName: (number: number) => `Desk ${number}`,
  save: 'Use this encoder',
});

export const encodeQuestions = sentences('encode-questions', {
  overwrite: {
    owned: (rooms: readonly string[], owner: string, until: string) =>
      `This is a valid key of room ${joined(rooms)} (${owner}) until ${until}. Overwrite?`,
    unowned: (rooms: readonly string[], until: string) =>
      `This is a valid key of room ${joined(rooms)} until ${until}. Overwrite?`,
    roomless: (owner: string, until: string) =>
      `This is a valid key of another stay (${owner}) until ${until}. Overwrite?`,
    unknown: (until: string) => `This is a valid key of another stay until ${until}. Overwrite?`,
    todo: 'Once overwritten, it opens nothing of that stay. Ask whose card it is first.',
    yes: 'Overwrite',
    no: 'Take another card',
  },
  wipe: {
    owned: (rooms: readonly string[], owner: string, until: string) =>
      `This is a valid key of room ${joined(rooms)} (${owner}) until ${until}. Wipe it?`,
    unowned: (rooms: readonly string[], until: string) =>
      `This is a valid key of room ${joined(rooms)} until ${until}. Wipe it?`,
    roomless: (owner: string, until: string) =>
      `This is a valid key of another stay (${owner}) until ${until}. Wipe it?`,
    unknown: (until: string) => `This is a valid key of another stay until ${until}. Wipe it?`,
    todo: 'Once wiped, it opens nothing, and goes back to stock.',
    yes: 'Wipe',
    no: 'Leave it',
  },
  heldByOther: (card: string, owner: string) => `Card ${card} is held by ${owner}. Use it here?`,
  thenWithout: (owner: string) => `${owner} then has no keycard.`,
  useIt: 'Use this card',
  takeOther: 'Take another card',
});

interface QuestionWords extends StepWords {
  /** The buttons: the one that goes on, and the safe one. */
  readonly yes: string;
  readonly no: string;
}

/** The question of the desk about the card that lies there. */
export function questionWords(question: JobQuestion, kind: EncoderJob['kind']): QuestionWords {
  switch (question.ask) {
    case 'overwrite': {
      const texts = kind === 'wipe' ? encodeQuestions.wipe : encodeQuestions.overwrite;
      const { owner, rooms } = question;
      const until = endText(question.until);
      const unowned = rooms.length === 0 ? texts.unknown(until) : texts.unowned(rooms, until);
      const owned = (name: string) =>
        rooms.length === 0 ? texts.roomless(name, until) : texts.owned(rooms, name, until);
      const { todo, yes, no } = texts;
      return { headline: owner === null ? unowned : owned(owner), todo, yes, no };
    }
    case 'held-by-other':
      return {
        headline: encodeQuestions.heldByOther(question.number, question.owner),
        todo: encodeQuestions.thenWithout(question.owner),
        yes: encodeQuestions.useIt,
        no: encodeQuestions.takeOther,
      };
    default:
      return question;
  }
}

/** The head of a dialog for a job that runs already. */
export function jobTitle({ kind, owner }: Pick<EncoderJob, 'kind' | 'owner'>): string {
  if (kind !== 'encode') return encodeText.jobs[kind];
  return owner === null ? encodeText.openLong : encodeText.title(owner);
}
