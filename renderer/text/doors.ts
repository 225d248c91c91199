import type { DoorType } from '#domain/house/door';
import { joined, plural, sentences } from './language.ts';

/** What the desk reads about doors, and about the access of a key at one of them. */
export const doorTexts = sentences('doors', {
  types: {
    'private-room': 'Private room',
    'shared-room': 'Shared room',
    'common-area': 'Common area',
    entrance: 'Entrance',
    'service-area': 'Service area',
  } satisfies Record<DoorType, string>,
});

export const doorTypeTexts: Readonly<Record<DoorType, string>> = doorTexts.types;

export const editDoorTexts = sentences('edit-door', {
  title: (door: string) => `Edit door · ${door}`,
  accessPeriod: 'Access Period',
  firstDay: 'First day',
  lastDay: 'Last day',
  arrivalTime: 'Arrival Time',
  departureTime: 'Departure Time',
  days: 'Days of the week',
  hours: 'Hours of the day',
  allDay: 'All day',
  certainHours: 'Certain hours',
  from: 'From',
  to: 'To',
  overMidnight: 'Runs past midnight.',
  allowProvisioning: 'Allow Provisioning',
  allowLinked: 'Allow Linked Doors Access',
  allowLinkedHint: 'The common doors linked to this one open with the same key.',
  linkedNow: (doors: readonly string[]) => `Opens ${joined(doors)} with the same key.`,
  aboutProvisioning: 'About Allow Provisioning',
  noEnd: 'No end (staff keys)',
  staffSet: 'What you set here stays when the PMS changes the reservation.',
  badDate: 'Enter a day such as 25 Nov.',
  badTime: 'Enter a time such as 15:00.',
  departureFirst: 'The departure must be after the arrival.',
  over: 'This time has already passed.',
  noDay: 'Choose at least one day.',
  noDoor: 'Add at least one door.',
});

/** What closes with one door of a key. */
export interface Closing {
  /** The door, and the doors that open only because they are linked to it. */
  readonly lost: readonly string[];
  /** Linked doors that another door of the key may still open. */
  readonly maybe: readonly string[];
}

/** What an edited door takes away from the guest, for the warning before Update. */
export const closingTexts = sentences('closing', {
  noProvisioning: {
    doorcode: (owner: string, doors: readonly string[]) =>
      `${owner} can no longer open ${joined(doors)}: the code is taken off.`,
    keycard: (owner: string, doors: readonly string[]) =>
      `${owner} can no longer open ${joined(doors)}: the card is taken off.`,
    keycards: (owner: string, doors: readonly string[]) =>
      `${owner} can no longer open ${joined(doors)}: the cards are taken off.`,
    'doorcode-and-keycard': (owner: string, doors: readonly string[]) =>
      `${owner} can no longer open ${joined(doors)}: the code and the card are taken off.`,
    'doorcode-and-keycards': (owner: string, doors: readonly string[]) =>
      `${owner} can no longer open ${joined(doors)}: the code and the cards are taken off.`,
  },
  noLinked: (owner: string, doors: readonly string[]) =>
    `${owner} can no longer open ${joined(doors)}, linked to this door.`,
  endsNow: (owner: string, doors: readonly string[]) =>
    `${owner} can no longer open ${joined(doors)}: the Access Period would not include this moment.`,
  shorter: (owner: string, door: string) => `${owner} can open ${door} for a shorter time than now.`,
  restricted: (owner: string, door: string) => `${owner} can open ${door} on fewer days or hours than now.`,
  maybe: (doors: readonly string[]) =>
    plural(doors.length, {
      one: `${joined(doors)}, linked to it, closes too, unless another door of this key is linked there as well.`,
      other: `${joined(doors)}, linked to it, close too, unless another door of this key is linked there as well.`,
    }),
});

/** Nothing, or the sentence about doors of which nobody is sure. */
export function maybeCloses({ maybe }: Closing): readonly string[] {
  return maybe.length === 0 ? [] : [closingTexts.maybe(maybe)];
}
