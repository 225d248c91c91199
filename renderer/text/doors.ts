import type { DoorType } from '#domain/house/door';
import type { PmsWish, RevokedReason } from '#domain/key/key';
import type { StayState } from '#domain/stay/reservation';
import type { Weekday } from '#domain/time/time';
import type { LockView } from '#api/views';
import { joined } from './doorcode.ts';

/** What the desk reads about doors, their locks, and the access of one key at a door. */

export const doorTypeTexts: Record<DoorType, string> = {
  'private-room': 'Private room',
  'shared-room': 'Shared room',
  'common-area': 'Common area',
  entrance: 'Entrance',
  'service-area': 'Service area',
};

export const lockOnlineTexts: Record<LockView['online'], string> = {
  online: 'Online',
  offline: 'Offline',
  unknown: 'Not heard from yet',
};

export const weekdayTexts: Record<Weekday, { readonly short: string; readonly long: string }> = {
  1: { short: 'Mon', long: 'Monday' },
  2: { short: 'Tue', long: 'Tuesday' },
  3: { short: 'Wed', long: 'Wednesday' },
  4: { short: 'Thu', long: 'Thursday' },
  5: { short: 'Fri', long: 'Friday' },
  6: { short: 'Sat', long: 'Saturday' },
  7: { short: 'Sun', long: 'Sunday' },
};

export const stayStateTexts: Record<StayState, string> = {
  tentative: 'Tentative',
  expected: 'Expected',
  'in-house': 'In house',
  departed: 'Departed',
  cancelled: 'Cancelled',
  'no-show': 'No-show',
  deleted: 'Deleted in the PMS',
};

export const revokedReasonTexts: Record<RevokedReason, string> = {
  staff: 'By hand',
  cancelled: 'The reservation was cancelled',
  'no-show': 'The guest did not arrive (no-show)',
  deleted: 'The reservation was deleted in the PMS',
};

/** What the PMS wanted while Protect Configuration kept it off a door. */
export const pmsWishTexts: Record<PmsWish['wish'], string> = {
  change: 'change the dates or the room',
  cancel: 'cancel the stay',
  'no-show': 'end the stay as a no-show',
  delete: 'delete the stay',
  'check-out': 'check the guest out',
};

export const doorMenuTexts = {
  open: (door: string) => `Actions for ${door}`,
  editDoor: 'Edit door',
  portalRoom: 'Update Portal Room',
  reprovision: 'Re-provision',
  tryNow: 'Try now',
  giveUp: 'Give up',
  revokeDevice: 'Revoke Device',
  restore: 'Restore access',
  openDoor: 'Open door page',
  editSource: (door: string) => `Edit door ${door}`,
  sourceRoom: (door: string) => `Update Portal Room ${door}`,
  opensWith: (door: string) => `Opens with ${door}: its access is set there`,
} as const;

export const editDoorTexts = {
  title: (door: string) => `Edit door · ${door}`,
  accessPeriod: 'Access Period',
  firstDay: 'First day',
  lastDay: 'Last day',
  arrivalTime: 'Arrival Time',
  departureTime: 'Departure Time',
  days: 'Days of the week',
  daysHint: 'Every day unless some are switched off.',
  hours: 'Hours of the day',
  allDay: 'All day',
  certainHours: 'Certain hours',
  from: 'From',
  to: 'To',
  overMidnight: 'Runs over midnight.',
  allowProvisioning: 'Allow Provisioning',
  allowLinked: 'Allow Linked Doors Access',
  allowLinkedHint: 'The common doors linked to this one open with the same key.',
  linkedNow: (doors: string) => `Opens ${doors} with the same key.`,
  aboutProvisioning: 'About Allow Provisioning',
  update: 'Update',
  updateAnyway: 'Update all the same',
  noEnd: 'No end (staff keys)',
  staffSet: 'What you set here stays when the PMS changes the reservation.',
  badDate: 'Enter a day such as 25 Nov.',
  badTime: 'Enter a time such as 15:00.',
  departureFirst: 'The departure must be after the arrival.',
  noDay: 'Choose at least one day.',
} as const;

export const portalRoomTexts = {
  title: (door: string) => `Update Portal Room · ${door}`,
  protect: 'Protect Configuration',
  meaning:
    'When enabled, third-party apps cannot modify door access settings. Changes of dates, room or permissions in the PMS are kept off this door, and shown here.',
  nothingWanted: 'The PMS has wanted nothing else meanwhile.',
  wanted: (system: string, wish: string, when: string) => `${system} wanted to ${wish}, ${when}.`,
  wantedPeriod: (period: string) => `Its dates: ${period}.`,
  wantedDoor: (door: string) => `Its door: ${door}.`,
  unprotect: 'Without the protection, the next change in the PMS is applied here again.',
  save: 'Save changes',
} as const;

/** What closes with one door of a key. */
export interface Closing {
  /** The door, and the doors that open only because they are linked to it. */
  readonly lost: readonly string[];
  /** Linked doors that another door of the key may still open. */
  readonly maybe: readonly string[];
}

/** Nothing, or a sentence after a space. */
export function maybeText({ maybe }: Closing): string {
  if (maybe.length === 0) return '';
  return ` ${joined(maybe)}, linked to it, ${maybe.length === 1 ? 'closes' : 'close'} too, unless another door of this key is linked there as well.`;
}

export function giveUpConsequence(owner: string, door: string): string {
  return `Portal stops trying to reach the lock of ${door}. What is on the lock now stays there, and ${owner} may stand before a closed door. “Try now” takes it up again.`;
}

/** What an edited door takes away from the guest, for the warning before Update. */
export const editDoorHarmTexts = {
  noProvisioning: (owner: string, closing: Closing, what: string) =>
    `${owner} can no longer open ${joined(closing.lost)}: ${what} taken off.${maybeText(closing)}`,
  noLinked: (owner: string, closing: Closing): readonly string[] => [
    ...(closing.lost.length === 0 ? [] : [`${owner} can no longer open ${joined(closing.lost)}, linked to this door.`]),
    ...(closing.maybe.length === 0 ? [] : [maybeText(closing).trim()]),
  ],
  endsNow: (owner: string, closing: Closing) =>
    `${owner} can no longer open ${joined(closing.lost)}: the Access Period would not include this moment.${maybeText(closing)}`,
  shorter: (owner: string, door: string) => `${owner} can open ${door} for a shorter time than now.`,
  restricted: (owner: string, door: string) => `${owner} can open ${door} on fewer days or hours than now.`,
} as const;

/** What is said beside the thing that was clicked, once the office has taken it. A lock may still be on its way. */
export const doneTexts = {
  revokedKey: 'Revoked. The locks are being told.',
  restored: 'Restored. The locks are being told.',
  reprovision: 'Writing again.',
  tryNow: 'Trying now.',
  gaveUp: 'Given up.',
  revokedDoor: 'Revoked. The lock is being told.',
  edited: 'Updated.',
  protected: 'Protected.',
  unprotected: 'No longer protected.',
  policy: 'Allocation updated.',
  policyWithoutCode: 'Allocation updated, but the code is not available.',
  regenerated: 'New doorcode. It is on its way to the locks.',
  removedDoorcode: 'Doorcode switched off. The locks are being told.',
  addedDoorcode: 'Doorcode added. It is on its way to the locks.',
  saved: 'Saved.',
} as const;
