import type { KeyStatus } from '#domain/key/key';
import type { Failure } from '../../channel/failure.ts';
import { failureSentence } from '../../text/failures.ts';

/** Said with Undo, and after it. */
export const undoTexts = {
  undo: 'Undo',
  undone: 'Undone. The locks are being told.',
} as const;

/** Why an act stands: there is nothing to choose here. */
const undoRefusals: Partial<Record<Failure['code'], string>> = {
  'keycard-not-available': 'The keycard is not free any more: another key has it, or it is out of use.',
  'code-not-available': 'The doorcode is not free any more.',
};

export function undoRefused(failure: Failure): string {
  return `Not undone. ${undoRefusals[failure.code] ?? failureSentence(failure)}`;
}

/** Changes of a key as a whole: what is said before, and after. */
export const wholeKeyTexts = {
  stay: 'Extend or shorten stay',
  stayTitle: (owners: string) => `Stay of ${owners}`,
  stayConfirm: 'Change stay',
  stayDone: 'Stay changed. The locks are being told.',
  addDoors: (owners: string) => `Add Door · ${owners}`,
  doorsDone: 'Added. The locks are being told.',
  move: 'Move to another room',
  moveTitle: (owners: string, door: string) => `Move ${owners} out of ${door}`,
  moveConfirm: 'Move',
  newRoom: 'New room',
  moveDone: 'Moved. The locks are being told.',
  addPerson: (owners: string) => `Add a person to the key of ${owners}`,
  addPersonShort: 'Add a person',
  personDone: 'Added. The locks are being told.',
  noUndoForPeople: 'This cannot be undone here; the person can be removed again.',
  codeNotFree: 'The code is not available: the person will have No Doorcode Assigned.',
  personMenu: (owner: string) => `More for ${owner}`,
  removePerson: 'Remove person',
  lastPerson: 'The last person cannot be removed: a key that nobody may use is revoked as a whole.',
  removePersonTitle: (owner: string) => `Remove ${owner} from this key?`,
  removePersonDone: 'Removed from the key. The locks are being told.',
  removeDoor: 'Take door off the key',
  removeDoorTitle: (door: string) => `Take ${door} off the key?`,
  removeDoorConfirm: 'Take off',
  removeDoorDone: 'Taken off. The lock is being told.',
} as const;

/** Words of one key's page. */
export const keyDetailsTexts = {
  title: 'Key',
  trail: 'Where this page is',
  keys: 'Keys',
  loading: 'Loading the key…',
  notShown: 'This key cannot be shown',
  statuses: { upcoming: 'Upcoming', current: 'Current', past: 'Past', revoked: 'Revoked' } satisfies Record<
    KeyStatus,
    string
  >,
  manual: 'Manual',
  nights: (count: number) => (count === 1 ? '1 night' : `${count} nights`),
  revoke: 'Revoke all devices',
  restore: 'Restore',
  reprovision: 'Re-provision',
  tryNow: 'Try now',
  more: 'More actions',
  notRestorable: 'The key cannot be restored, because its stay is over or cancelled.',
  revokedBy: (reason: string, when: string, who: string) => `${reason}, ${when}, by ${who}.`,
  revokeTitle: (owner: string) => `Revoke all devices on the key of ${owner}?`,
  restoreTitle: (owner: string) => `Restore the key of ${owner}?`,
  reprovisionTitle: 'Write the doorcode again?',
  reprovisionCardTitle: 'Tell the locks the keycard again?',
  revokeDoorTitle: (door: string) => `Revoke Device at ${door}?`,
  restoreDoorTitle: (door: string) => `Restore access at ${door}?`,
  giveUpTitle: (door: string) => `Give up at ${door}?`,
  regenerateTitle: (owner: string) => `Give ${owner} a new doorcode?`,
  removeDoorcodeTitle: (owner: string) => `Switch off the doorcode of ${owner}?`,
  removeDoorcodeConfirm: 'Switch off',
  revokeConfirm: 'Revoke all devices',
  restoreConfirm: 'Restore',
  reprovisionConfirm: 'Re-provision',
  revokeDoorConfirm: 'Revoke Device',
  giveUpConfirm: 'Give up',
  regenerateConfirm: 'Regenerate',
  doors: 'Doors',
  noDoors: 'No doors yet. The door of the reservation’s room appears here as soon as the room is mapped.',
  doorColumn: 'Door',
  accessColumn: 'Access',
  doorcodeColumn: 'Doorcode',
  linked: 'linked',
  linkedNotAllowed: '· linked, not allowed',
  linkedOffAt: (door: string) => `Does not open: Allow Linked Doors Access is off at ${door}.`,
  linkedFrom: (door: string) => `Linked from ${door}`,
  same: 'same',
  protected: 'Protected',
  protectedTooltip: 'Protect Configuration is on: PMS changes are not applied here.',
  revokedAt: (when: string) => `Revoked ${when}`,
  leaves: 'Opens until then: the guest moved out',
  firstPerson: (owner: string) => `States are those of ${owner}’s doorcode.`,
  stay: 'Stay',
  contact: 'Contact',
  noContact: 'No email or phone known',
  room: 'Room',
  state: 'Reservation',
  none: '—',
  noRoom: 'Not assigned yet',
  showNow: 'Show how it is now',
} as const;
