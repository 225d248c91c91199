import type { KeyStatus, PmsWish, RevokedReason } from '#domain/key/key';
import type { StayState } from '#domain/stay/reservation';
import { plural, sentences } from '../../text/language.ts';

/** Words of one key's page. */
export const keyDetailsTexts = sentences('key-details', {
  title: 'Key',
  keys: 'Keys',
  loading: 'Loading the key…',
  notShown: 'This key cannot be shown',
  statuses: { upcoming: 'Upcoming', current: 'Current', past: 'Past', revoked: 'Revoked' } satisfies Record<
    KeyStatus,
    string
  >,
  manual: 'Manual',
  nights: (count: number) => plural(count, { one: '1 night', other: `${count} nights` }),
  revoke: 'Revoke all devices',
  restore: 'Restore',
  reprovision: 'Re-provision',
  tryNow: 'Try now',
  more: 'More actions',
  notRestorable: 'The key cannot be restored, because its stay is over or was cancelled.',
  revokedBy: {
    staff: (when: string, who: string) => `By hand, ${when}, by ${who}.`,
    cancelled: (when: string, who: string) => `The reservation was cancelled, ${when}, by ${who}.`,
    'no-show': (when: string, who: string) => `The guest did not arrive (no-show), ${when}, by ${who}.`,
    deleted: (when: string, who: string) => `The reservation was deleted in the PMS, ${when}, by ${who}.`,
  } satisfies Record<RevokedReason, (when: string, who: string) => string>,
  doors: 'Doors',
  noDoors: 'No doors yet. The door of the reservation’s room appears here as soon as the room is mapped.',
  doorColumn: 'Door',
  accessColumn: 'Access',
  doorcodeColumn: 'Doorcode',
  /** The picture of when the key opens. */
  access: 'Access over the stay',
  now: 'now',
  linked: 'linked',
  linkedNotAllowed: '· linked, not allowed',
  linkedOffAt: (door: string) => `Does not open: Allow Linked Doors Access is off at ${door}.`,
  linkedFrom: (door: string) => `Linked from ${door}`,
  same: 'same',
  protected: 'Protected',
  protectedTooltip: 'Protect Configuration is on: PMS changes are not applied here.',
  revokedAt: (when: string) => `Revoked ${when}`,
  leaves: 'Opens until then: the guest has moved out',
  firstPerson: (owner: string) => `The states are those of ${owner}’s doorcode.`,
  stay: 'Stay',
  contact: 'Contact',
  noContact: 'No email or phone known',
  room: 'Room',
  state: 'Reservation',
  stayStates: {
    tentative: 'Tentative',
    expected: 'Expected',
    'in-house': 'In house',
    departed: 'Departed',
    cancelled: 'Cancelled',
    'no-show': 'No-show',
    deleted: 'Deleted in the PMS',
  } satisfies Record<StayState, string>,
  none: '—',
  noRoom: 'Not assigned yet',
  personMenu: (owner: string) => `More for ${owner}`,
  removePerson: 'Remove person',
  lastPerson: 'The last person cannot be removed: a key that nobody may use is revoked as a whole.',
});

/** The three dots of a door. */
export const doorMenuTexts = sentences('door-menu', {
  open: (door: string) => `Actions for ${door}`,
  editDoor: 'Edit door',
  portalRoom: 'Update Portal Room',
  moveRoom: 'Move to another room',
  reprovision: 'Re-provision',
  tryNow: 'Try now',
  giveUp: 'Give up',
  revokeDevice: 'Revoke Device',
  restore: 'Restore access',
  removeDoor: 'Take door off the key',
  openDoor: 'Open door page',
  editSource: (door: string) => `Edit door ${door}`,
  sourceRoom: (door: string) => `Update Portal Room ${door}`,
  opensWith: (door: string) => `Opens with ${door}: its access is set there`,
});

/** The reservation against Protect Configuration: what the PMS wanted while a door was kept from it. */
export const portalRoomTexts = sentences('portal-room', {
  title: (door: string) => `Update Portal Room · ${door}`,
  protect: 'Protect Configuration',
  meaning:
    'When enabled, third-party apps cannot modify door access settings. Changes of dates, room or permissions in the PMS are kept off this door, and shown here.',
  nothingWanted: 'The PMS has not asked for anything else in the meantime.',
  wanted: {
    change: (system: string, when: string) => `${system} wanted to change the dates or the room, ${when}.`,
    cancel: (system: string, when: string) => `${system} wanted to cancel the stay, ${when}.`,
    'no-show': (system: string, when: string) => `${system} wanted to end the stay as a no-show, ${when}.`,
    delete: (system: string, when: string) => `${system} wanted to delete the stay, ${when}.`,
    'check-out': (system: string, when: string) => `${system} wanted to check the guest out, ${when}.`,
  } satisfies Record<PmsWish['wish'], (system: string, when: string) => string>,
  wantedPeriod: (period: string) => `Its dates: ${period}.`,
  wantedDoor: (door: string) => `Its door: ${door}.`,
  unprotect: 'Without protection, the next change in the PMS is applied here again.',
  save: 'Save changes',
});
