import type { KeyDetails } from '#api/views';
import type { PmsWish } from '#domain/key/key';
import { joined } from '../../text/doorcode.ts';
import { pmsWishTexts } from '../../text/doors.ts';

const removedCredentials = {
  doorcode: 'The code',
  keycard: 'The keycard',
  both: 'The code and the keycard',
} as const;

/** The panel on top of a key: what is wrong, and the label of the button that mends it. */
export const attentionTexts = {
  label: 'Needs attention',
  noDoorcode: (owner: string) => `${owner} has no doorcode.`,
  notWorking: (door: string) => `The doorcode does not work at ${door}.`,
  notWorkingYet: (door: string) => `The doorcode does not work at ${door} yet.`,
  offlineSince: (time: string | null) =>
    time === null
      ? 'Its lock is offline; Portal keeps trying.'
      : `Its lock has been offline since ${time}; Portal keeps trying.`,
  keepsTrying: 'Its lock has not confirmed the code; Portal keeps trying.',
  others: (count: number) => {
    if (count === 0) return 'No other door has the code yet.';
    return count === 1 ? 'One other door has the code.' : `${count} other doors have the code.`;
  },
  removalPending: (pending: number, of: number) =>
    `Removal pending at ${pending} of ${of} ${of === 1 ? 'door' : 'doors'}.`,
  removalDetail: (credentials: NonNullable<KeyDetails['removal']>['credentials'], doors: readonly string[]) =>
    `${removedCredentials[credentials]} may still open ${doors.length === 0 ? 'there' : joined(doors)} until the lock confirms. Portal keeps trying.`,
  allowProvisioning: 'Provisioning is not allowed at this door. Allow it, and the code is written at once.',
  withheld: (system: string, wish: PmsWish['wish'], door: string) =>
    `${system} wanted to ${pmsWishTexts[wish]}; ${door} was left as it is.`,
  withheldDetail: 'Its configuration is protected. Look at what was wanted, and lift the protection if it is right.',
  noDoors: 'This key opens no door.',
  noDoorsDetail: 'Map the room of the reservation to its door, under Doors.',
  fixes: {
    'try-now': 'Try now',
    'open-door': (door: string) => `Open door ${door}`,
    'edit-door': 'Edit door',
    'portal-room': 'Update Portal Room',
    'edit-doorcode': 'Change doorcode',
    encode: 'Encode',
    'map-room': 'Open Doors',
    'open-settings': 'Open Settings',
  },
} as const;
