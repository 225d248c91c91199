import { type LockErrorKind, lockErrorKinds } from '#domain/locks/lock-entry';
import { sentences } from './language.ts';

interface LockErrorWords {
  /** A label, beside a countdown or in a log. */
  readonly short: string;
  /** The same as a sentence. */
  readonly says: string;
  /** Where there is room for advice. */
  readonly todo: string;
}

/** What went wrong at a lock. */
export const lockErrorTexts = sentences('lock-errors', {
  doorcode: {
    'gateway-down': {
      short: 'gateway not reachable',
      says: 'The gateway cannot be reached.',
      todo: 'Check that the gateway has power and network. Portal keeps trying.',
    },
    'gateway-busy': {
      short: 'gateway busy',
      says: 'The gateway is busy.',
      todo: 'Nothing to do. Portal keeps trying.',
    },
    'lock-offline': {
      short: 'lock not reachable',
      says: 'The lock cannot be reached.',
      todo: 'Check the lock’s batteries and its distance to the gateway. Portal keeps trying.',
    },
    rejected: {
      short: 'refused by the lock',
      says: 'The lock refused it.',
      todo: 'Try again. If it is refused again, have the lock checked.',
    },
    duplicate: {
      short: 'the lock already holds this code',
      says: 'The lock already holds this code.',
      todo: 'Regenerate the doorcode, or ask the lock what it holds.',
    },
    'no-space': {
      short: 'the lock is full',
      says: 'The lock is full.',
      todo: 'Portal writes it as soon as a place is free. Remove codes that are no longer needed from the lock.',
    },
    'slot-occupied': {
      short: 'its place in the lock is taken',
      says: 'Its place in the lock is taken.',
      todo: 'Ask the lock what it holds, then try again.',
    },
    'bad-value': {
      short: 'code not accepted by the lock',
      says: 'The lock does not accept the code.',
      todo: 'Choose a code of another length, or Random.',
    },
    unsupported: {
      short: 'the lock cannot do this',
      says: 'The lock cannot do this.',
      todo: 'Edit the door: the lock may not support days or hours. Then try again.',
    },
    'no-such-lock': {
      short: 'lock not known to its gateway',
      says: 'The gateway does not know this lock.',
      todo: 'Add the lock to its gateway again in Settings.',
    },
    'not-confirmed': {
      short: 'no confirmation from the lock',
      says: 'The lock has not confirmed.',
      todo: 'Portal reads the lock before it writes again. Nothing to do.',
    },
  } satisfies Record<LockErrorKind, LockErrorWords>,
  /** Where the words of a keycard are others. */
  keycard: {
    duplicate: {
      short: 'the lock already holds this card',
      says: 'The lock already holds this card.',
      todo: 'Give the person another keycard, or ask the lock what it holds.',
    },
    'no-space': {
      short: 'the lock is full',
      says: 'The lock is full.',
      todo: 'Portal writes it as soon as a place is free. Remove codes and cards that are no longer needed from the lock.',
    },
    'bad-value': {
      short: 'card not accepted by the lock',
      says: 'The lock does not accept the card.',
      todo: 'Give the person another keycard.',
    },
  } satisfies Partial<Record<LockErrorKind, LockErrorWords>>,
});

/** @param facts Of an alert or a timeline entry; a door's own state speaks of its doorcode. */
export function lockErrorText(kind: LockErrorKind, facts: Readonly<Record<string, string>> = {}): LockErrorWords {
  const ofCard: Partial<Record<LockErrorKind, LockErrorWords>> = lockErrorTexts.keycard;
  return (facts['credential'] === 'card' ? ofCard[kind] : undefined) ?? lockErrorTexts.doorcode[kind];
}

/** The error that the facts of an alert or a timeline entry name; null: none, or one that nobody knows. */
export function lockErrorOf(facts: Readonly<Record<string, string>>): LockErrorWords | null {
  const known = lockErrorKinds.find((one): one is LockErrorKind => one === facts['error']);
  return known === undefined ? null : lockErrorText(known, facts);
}
