import { failureSentence } from '../../text/failures.ts';
import { joined, sentences } from '../../text/language.ts';

/** What can be done to a key, a door of it or a person on it: the question, its button, and what is said after it. */
export const actTexts = sentences('key-acts', {
  revoke: {
    title: (owner: string) => `Revoke all devices on the key of ${owner}?`,
    confirm: 'Revoke all devices',
    done: 'Revoked. Updating the locks.',
  },
  restore: {
    title: (owner: string) => `Restore the key of ${owner}?`,
    confirm: 'Restore',
    done: 'Restored. Updating the locks.',
  },
  reprovision: {
    title: 'Write the doorcode again?',
    cardTitle: 'Send the keycard to the locks again?',
    confirm: 'Re-provision',
    done: 'Writing again.',
  },
  revokeDoor: {
    title: (door: string) => `Revoke Device at ${door}?`,
    confirm: 'Revoke Device',
    done: 'Revoked. Updating the lock.',
  },
  restoreDoor: { title: (door: string) => `Restore access at ${door}?` },
  removeDoor: {
    title: (door: string) => `Take ${door} off the key?`,
    confirm: 'Take off',
    done: 'Taken off. Updating the lock.',
  },
  giveUp: { title: (door: string) => `Give up at ${door}?`, confirm: 'Give up', done: 'Given up.' },
  tryNow: { done: 'Trying now.' },
  editDoor: { confirm: 'Update', anyway: 'Update anyway', done: 'Updated.' },
  protect: { done: 'Protected.' },
  unprotect: { done: 'No longer protected.' },
  stay: {
    menu: 'Extend or shorten stay',
    title: (owners: string) => `Stay of ${owners}`,
    confirm: 'Change stay',
    done: 'Stay changed. Updating the locks.',
  },
  addDoors: {
    title: (owners: string) => `Add Door · ${owners}`,
    confirm: 'Add Door',
    done: 'Added. Updating the locks.',
  },
  move: {
    title: (owners: string, door: string) => `Move ${owners} out of ${door}`,
    newRoom: 'New room',
    confirm: 'Move',
    done: 'Moved. Updating the locks.',
  },
  addPerson: {
    menu: 'Add a person',
    title: (owners: string) => `Add a person to the key of ${owners}`,
    done: 'Added. Updating the locks.',
    codeNotFree: 'The code is not available: the person will have No Doorcode Assigned.',
    noUndo: 'This cannot be undone here; the person can be removed again.',
  },
  removePerson: {
    title: (owner: string) => `Remove ${owner} from this key?`,
    confirm: 'Remove person',
    done: 'Removed from the key. Updating the locks.',
  },
  undo: { act: 'Undo', done: 'Undone. Updating the locks.', refused: 'Not undone.' },
  /** Why an act stands, where there is nothing to choose. */
  undoRefusals: {
    'keycard-not-available': 'The keycard is no longer free: another key has it, or it is out of use.',
    'code-not-available': 'The doorcode is no longer free.',
  },
});

export function undoRefused(failure: Parameters<typeof failureSentence>[0]): string {
  const refusals: Readonly<Partial<Record<string, string>>> = actTexts.undoRefusals;
  return `${actTexts.undo.refused} ${refusals[failure.code] ?? failureSentence(failure)}`;
}

/** The card of a person's doorcode, and how the code is chosen. */
export const doorcodeActTexts = sentences('doorcode-acts', {
  show: 'Show doorcode',
  hide: 'Hide doorcode',
  hidesItself: 'Hides by itself after 30 seconds',
  regenerate: 'Regenerate doorcode',
  regenerateShort: 'Regenerate',
  regenerateTitle: (owner: string) => `Give ${owner} a new doorcode?`,
  regenerateConfirm: 'Regenerate',
  regenerated: 'New doorcode. Sending it to the locks.',
  edit: 'Edit doorcode',
  editShort: 'Edit',
  without: 'No doorcode',
  withoutMeaning: (owner: string) => `${owner} opens no door with a code.`,
  add: 'Add doorcode',
  added: 'Doorcode added. Sending it to the locks.',
  switchOff: 'Switch off doorcode',
  switchOffShort: 'Switch off',
  switchOffTitle: (owner: string) => `Switch off the doorcode of ${owner}?`,
  switchOffConfirm: 'Switch off',
  switchedOff: 'Doorcode switched off. Updating the locks.',
  sameOnAll: 'same code on all doors',
  policy: 'Assignment type',
  update: 'Update',
  updateWithout: 'Update, with no doorcode',
  updated: 'Allocation updated.',
  updatedWithoutCode: 'Allocation updated, but the code is not available.',
  keepPresent: 'Keep the present doorcode',
  /** Said before the code is replaced by another policy or another code. */
  replaces: (owner: string) =>
    `${owner}’s present doorcode stops working as soon as the new one is written, which starts now.`,
  willHaveNone: (owner: string) =>
    `This code is not available. ${owner} will have No Doorcode Assigned: no code opens a door of this key until another is chosen.`,
  maybeNone: 'If the code is not available, No Doorcode Assigned is shown with the reason.',
  lockMustBeOnline: 'The lock must be online for provisioning.',
});

/** A person's keycard: what is asked, said before it, and after. */
export const keycardActTexts = sentences('keycard-acts', {
  nth: (number: number) => (number === 1 ? 'Keycard' : `Keycard ${number}`),
  nthOf: (number: number, owner: string) => (number === 1 ? `Keycard · ${owner}` : `Keycard ${number} · ${owner}`),
  nthOneShot: (number: number) => (number === 1 ? 'One-shot keycard' : `One-shot keycard ${number}`),
  nthOneShotOf: (number: number, owner: string) =>
    number === 1 ? `One-shot keycard · ${owner}` : `One-shot keycard ${number} · ${owner}`,
  titleOf: (owner: string) => `Keycard · ${owner}`,
  without: 'No keycard',
  withoutMeaning: (owner: string) => `${owner} holds no card of this key.`,
  onlyOneShots: (owner: string) => `${owner} holds no card of this key that opens more than once.`,
  add: 'Assign',
  edit: 'Edit keycard',
  editShort: 'Edit',
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
  loading: 'Loading keycards…',
  update: 'Update',
  assign: 'Assign keycard',
  locks: (provisioned: number, doors: number) =>
    doors === 1 ? `at ${provisioned} of 1 lock` : `at ${provisioned} of ${doors} locks`,
  opensUntil: (until: string) => `until ${until}`,
  opensOnce: 'Opens each door once',
  replaces: (owner: string) =>
    `The present card goes back to stock and is removed from the locks; ${owner} can open nothing with it as soon as the locks are updated. What is written on it ends when a new key is first used at the door.`,
  done: {
    assigned: 'Assigned.',
    replaced: 'Replaced.',
    added: 'One more card. Encode it before handing it out.',
    none: 'No keycard could be assigned.',
    lost: 'Reported lost. Updating the locks. Encode a new key now.',
    oneShotLost: 'Reported lost. Updating the locks.',
    takenBack: 'The card is back in stock.',
  },
  lostTitle: (card: string) => `Is ${card} lost?`,
  lostConfirm: 'Card is lost',
  lostConsequence: (card: string) =>
    `${card} is removed from every lock that knows it, starting now. A door that only reads what is written on the card still opens for it until a new key is first used there, or until its time is over: encode a new key and open the door with it once.`,
  nothingElse: (owner: string) => `${owner} has no other credential on this key.`,
  keepsDoorcode: (owner: string) => `${owner} keeps the doorcode.`,
  keepsCards: (owner: string, cards: readonly string[]) => `${owner} keeps ${joined(cards)}.`,
  keepsDoorcodeAndCards: (owner: string, cards: readonly string[]) =>
    `${owner} keeps ${joined(['the doorcode', ...cards])}.`,
  ifFound: 'If the card is found, make it available again under Keycards.',
  takeBackTitle: (card: string) => `Take ${card} off the key?`,
  takeBackConfirm: 'Take off',
  takeBackConsequence: (card: string) =>
    `${card} goes back to stock and is removed from the locks that know it. Take it from the guest and wipe it: what is written on it opens doors until a new key is first used there.`,
  takeBackLast: (owner: string) => `It is the only one: ${owner} then holds no keycard of this key.`,
  /** A one-shot card: no newer key ends it, and it ends nobody’s. */
  oneShotLost: (card: string, owner: string) =>
    `${card} is refused where the lock can be updated. A door that it has not opened yet and that only reads cards opens for it once, until its time is over. ${owner} keeps the other cards.`,
  oneShotTakenBack: (card: string) =>
    `${card} goes back to stock. Take it and wipe it. A door that it has not opened yet and that only reads cards opens for it once, until its time is over.`,
});
