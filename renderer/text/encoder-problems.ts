import type { EncoderProblem } from '#api/encoder';
import { sentences } from './language.ts';

/** What the clerk reads, and what to do next. `named`: the card type, the port, the room or the number of the keycard, where the desk knows it. */
interface ProblemWords {
  readonly says: (named: string | null) => string;
  readonly todo: string | null;
}

const problems: Readonly<Record<EncoderProblem, ProblemWords>> = {
  'not-found': {
    says: () => 'Key encoder not connected. Check the USB cable.',
    todo: 'Portal continues by itself as soon as it is plugged in.',
  },
  'in-use': {
    says: () => 'The encoder is in use by another program.',
    todo: 'Close the other program, then try again.',
  },
  'not-an-encoder': {
    says: (named) =>
      named === null
        ? 'The device on this port is not a supported encoder.'
        : `The device on ${named} is not a supported encoder.`,
    todo: 'Choose another port in Settings, Encoder.',
  },
  lost: {
    says: () => 'Encoder disconnected. Reconnect it and put the same card on again.',
    todo: 'Portal reads the card and decides whether it is finished.',
  },
  timeout: { says: () => 'Encoder does not answer. Unplug and plug it in.', todo: null },
  'frame-error': { says: () => 'Encoder does not answer. Unplug and plug it in.', todo: null },
  syntax: {
    says: () => 'Encoder does not answer. Unplug and plug it in.',
    todo: 'If that does not help, it is a different kind of encoder from the one chosen in Settings, Encoder.',
  },
  'device-fault': {
    says: (named) => (named === null ? 'Encoder fault. Wait a minute.' : `Encoder fault (${named}). Wait a minute.`),
    todo: 'It is too warm or draws too much current. Then try again.',
  },
  'no-card': { says: () => 'No card on the encoder.', todo: 'Put a card flat on it, then try again.' },
  'two-cards': { says: () => 'Two cards on the encoder. Leave one.', todo: null },
  'card-removed': {
    says: () => 'Card removed too early. Put the same card back.',
    todo: 'Leave it there until Portal says to take it away.',
  },
  'card-changed': {
    says: () => 'Card removed too early. Put the same card back.',
    todo: 'Another card is there now. It was not touched.',
  },
  'wrong-type': {
    says: (named) => (named === null ? 'This card type cannot be used.' : `This card type cannot be used (${named}).`),
    todo: 'It was not touched. Take another card from stock.',
  },
  foreign: {
    says: () => 'This card belongs to another system. Use one from the key stock.',
    todo: 'It was not touched.',
  },
  'still-valid': {
    says: (named) =>
      named === null ? 'This is a valid key. Overwrite?' : `This is a valid key of ${named}. Overwrite?`,
    todo: null,
  },
  locked: {
    says: () => 'Card locked by another system.',
    todo: 'It was not touched. Take another card from stock.',
  },
  'write-protected': { says: () => 'Card is write-protected. Take another.', todo: null },
  'key-mismatch': {
    says: () => 'Card locked by another system.',
    todo: 'It was not touched. Take another card from stock.',
  },
  'verify-mismatch': { says: () => 'Card is faulty. Throw it away, take another.', todo: null },
  'verify-unreadable': {
    says: () => 'Leave the card on the encoder.',
    todo: 'Portal could not read back what it wrote. Nothing is issued until it has.',
  },
  cancelled: { says: () => 'Cancelled.', todo: null },
  deadline: {
    says: () => 'The encoder took too long.',
    todo: 'Try again; if it happens again, unplug it and plug it back in.',
  },
  refused: { says: () => 'This cannot be written on a card.', todo: null },
  'keycard-lost': {
    says: (number) =>
      number === null
        ? 'This keycard is marked as lost in the stock.'
        : `Keycard ${number} is marked as lost in the stock.`,
    todo: 'Take another card from stock.',
  },
  'keycard-blocked': {
    says: (number) =>
      number === null
        ? 'This keycard is marked as blocked in the stock.'
        : `Keycard ${number} is marked as blocked in the stock.`,
    todo: 'Take another card from stock.',
  },
  'keycard-worn-out': {
    says: (number) =>
      number === null
        ? 'This keycard is marked as worn out in the stock.'
        : `Keycard ${number} is marked as worn out in the stock.`,
    todo: 'Take another card from stock.',
  },
  'keycard-without-number': {
    says: () => 'This card has another number each time it is shown, as a phone has.',
    todo: 'Take a keycard from stock.',
  },
  'keycard-other-chosen': {
    says: (number) =>
      number === null ? 'Another keycard was chosen for this person.' : `Keycard ${number} was chosen for this person.`,
    todo: null,
  },
  'keycard-reserved': {
    says: (number) =>
      number === null ? 'This keycard is reserved for another key.' : `Keycard ${number} is reserved for another key.`,
    todo: 'Take another card from stock.',
  },
  'keycard-of-this-key': {
    says: (number) =>
      number === null ? 'This is another card of this key.' : `Keycard ${number} is another card of this key.`,
    todo: 'Take another card from stock.',
  },
  'keycard-stays': {
    says: (number) =>
      number === null ? 'This keycard stays with the other key.' : `Keycard ${number} stays with the other key.`,
    todo: 'Take another card from stock.',
  },
  'nothing-to-finish': { says: () => 'There is nothing to finish on this card.', todo: null },
  'broken-off': { says: () => 'Portal could not finish this. Try again.', todo: null },
  'room-held': {
    says: (room) => (room === null ? 'Another stay still has this room.' : `Another stay still has room ${room}.`),
    todo: null,
  },
  'keycard-not-theirs': { says: () => 'This person no longer has this keycard.', todo: null },
  'which-encoder': { says: () => 'Which encoder?', todo: 'Choose the one in front of you.' },
  'departure-past': { says: () => 'Departure is in the past.', todo: 'Extend the stay first, then encode.' },
  'room-not-assigned': {
    says: (named) =>
      named === null ? 'No room is assigned to this stay.' : `Room ${named} is not assigned to this stay.`,
    todo: 'Assign a room in the PMS; the key follows within seconds.',
  },
  'no-door': { says: () => 'This key opens no door.', todo: 'Add a door to the key first.' },
  'key-ended': { says: () => 'This key is over.', todo: 'Restore it or make a new one, then encode.' },
};

/** Each code has its sentence: it does not compile while one is missing (docs/encoders.md, What happens if). */
export const encoderProblems = sentences('encoder-problems', problems);

export interface ProblemSaid {
  readonly says: string;
  readonly todo: string | null;
}

export function problemSaid(problem: EncoderProblem, named: string | null): ProblemSaid {
  const { says, todo } = encoderProblems[problem];
  return { says: says(named), todo };
}

/** The same for a job that is over. */
export const endedTexts = sentences('encoder-ended', {
  plugInFirst: 'Plug it in, then try again.',
  /** After a write had begun, cancelling or running out of time leaves a card that nobody has seen to its end. */
  nothingWritten: 'Nothing was written.',
  mayBeHalf: 'The card may be half written: it is listed under Keycards as not finished until it is read again.',
});
