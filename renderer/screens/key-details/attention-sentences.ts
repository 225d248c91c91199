import type { KeyDetails } from '#api/views';
import type { PmsWish } from '#domain/key/key';
import { joined, plural, sentences } from '../../text/language.ts';

type Removed = NonNullable<KeyDetails['removal']>['credentials'];

/** The panel on top of a key: what is wrong, and the label of the button that mends it. */
export const attentionTexts = sentences('key-attention', {
  label: 'Needs attention',
  noDoorcode: (owner: string) => `${owner} has no doorcode.`,
  notWorking: (door: string) => `The doorcode does not work at ${door}.`,
  notWorkingYet: (door: string) => `The doorcode does not work at ${door} yet.`,
  offlineSince: (time: string) => `Its lock has been offline since ${time}; Portal keeps trying.`,
  keepsTrying: 'Its lock has not confirmed the code; Portal keeps trying.',
  noOthers: 'No other door has the code yet.',
  others: (count: number) =>
    plural(count, { one: 'One other door has the code.', other: `${count} other doors have the code.` }),
  removalPending: (pending: number, of: number) =>
    plural(of, {
      one: `Removal pending at ${pending} of 1 door.`,
      other: `Removal pending at ${pending} of ${of} doors.`,
    }),
  mayStillOpen: {
    doorcode: (doors: readonly string[]) =>
      `The code may still open ${joined(doors)} until the lock confirms. Portal keeps trying.`,
    keycard: (doors: readonly string[]) =>
      `The keycard may still open ${joined(doors)} until the lock confirms. Portal keeps trying.`,
    both: (doors: readonly string[]) =>
      `The code and the keycard may still open ${joined(doors)} until the lock confirms. Portal keeps trying.`,
  } satisfies Record<Removed, (doors: readonly string[]) => string>,
  mayStillOpenThere: {
    doorcode: 'The code may still open there until the lock confirms. Portal keeps trying.',
    keycard: 'The keycard may still open there until the lock confirms. Portal keeps trying.',
    both: 'The code and the keycard may still open there until the lock confirms. Portal keeps trying.',
  } satisfies Record<Removed, string>,
  allowProvisioning: 'Provisioning is not allowed at this door. Allow it, and the code is written at once.',
  withheld: {
    change: (system: string, door: string) =>
      `${system} wanted to change the dates or the room; ${door} was left as it is.`,
    cancel: (system: string, door: string) => `${system} wanted to cancel the stay; ${door} was left as it is.`,
    'no-show': (system: string, door: string) =>
      `${system} wanted to end the stay as a no-show; ${door} was left as it is.`,
    delete: (system: string, door: string) => `${system} wanted to delete the stay; ${door} was left as it is.`,
    'check-out': (system: string, door: string) =>
      `${system} wanted to check the guest out; ${door} was left as it is.`,
  } satisfies Record<PmsWish['wish'], (system: string, door: string) => string>,
  withheldDetail: 'Its configuration is protected. Look at what was wanted, and lift the protection if it is right.',
  noDoors: 'This key opens no door.',
  noDoorsDetail: 'Map the room of the reservation to its door, under Doors.',
  openDoor: (door: string) => `Open door ${door}`,
  fixes: {
    'try-now': 'Try now',
    'edit-door': 'Edit door',
    'portal-room': 'Update Portal Room',
    'edit-doorcode': 'Change doorcode',
    encode: 'Encode',
    stay: 'Extend',
    'map-room': 'Open Doors',
    'open-settings': 'Open Settings',
  },
});
