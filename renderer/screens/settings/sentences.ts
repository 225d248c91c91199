import type { PropertySettings } from '#domain/house/settings';
import { sentences } from '../../text/language.ts';

export const settingsText = sentences('settings', {
  title: 'Settings',
  loading: 'Loading settings…',
  tabs: {
    property: 'Property',
    customization: 'Customization',
    integrations: 'Integrations',
    locks: 'Locks & gateways',
    encoder: 'Encoder',
    staff: 'Staff & roles',
    audit: 'Audit',
  },
  save: 'Save changes',
  discard: 'Discard',
  saved: 'Saved.',
  unsaved: 'Not saved yet.',
  property: { title: 'Property' },
  lock: {
    title: 'Screen lock',
    after: 'Seconds without activity until the screen locks',
    meaning: '30 to 3600. To unlock it, enter the PIN or the password. F9 locks at once.',
  },
});

/** The rules of Customization: what each choice does, in the words of the desk. */
export const rulesText = sentences('rules', {
  credentials: {
    title: 'Credential types',
    doorcodes: 'Doorcodes',
    doorcodesMeaning:
      'Keys from the PMS have a doorcode. When this is off, new keys get none; existing doorcodes keep working until staff revoke them.',
  },
  checkIn: {
    title: 'Check-in rules',
    provision: 'When a doorcode is written to the locks',
    provisionChoices: {
      'at-check-in': {
        label: 'At check-in',
        meaning:
          'Until the guest is checked in at the PMS the key shows Pending Provisioning, and the code opens nothing.',
      },
      'in-advance': {
        label: 'In advance',
        meaning:
          'The code is on the locks before the guest comes, and opens from the time of arrival, checked in or not.',
      },
    } satisfies Record<PropertySettings['provision'], { readonly label: string; readonly meaning: string }>,
    generate: 'When a doorcode is drawn',
    generateChoices: {
      'when-the-reservation-arrives': {
        label: 'When the reservation arrives',
        meaning: 'The guest can be told the code before the stay.',
      },
      'at-check-in': { label: 'At check-in', meaning: 'No code exists before the guest is checked in.' },
    } satisfies Record<PropertySettings['generateCodes'], { readonly label: string; readonly meaning: string }>,
  },
  codes: {
    title: 'Codes and timing',
    length: 'Digits in a doorcode',
    lengthMeaning: 'For codes drawn from now on; existing codes stay as they are.',
    grace: 'Minutes the old room stays open after a room move',
    graceMeaning: 'The new room is written first. 0 closes the old one as soon as the new one works.',
    ahead: 'Hours before arrival that a code is written',
    aheadMeaning: 'Only when codes are written in advance: the earlier, the fuller the locks.',
    poll: 'Seconds between two requests to the PMS',
    pollMeaning: 'How soon a check-in is noticed. 5 is usual; if asked too often, the PMS slows down.',
  },
});

export const integrationsText = sentences('integrations', {
  title: 'Property management system',
  none: 'No PMS is connected',
  noneWords: 'Connect one, and every reservation becomes a key by itself.',
  system: 'System',
  property: 'Property',
  state: 'State',
  synced: 'Last sync',
  reconciled: 'Last full comparison',
  never: 'Not yet',
  since: {
    connected: (time: string) => `Connected since ${time}`,
    degraded: (time: string) => `Degraded since ${time}`,
    broken: (time: string) => `Broken since ${time}`,
  },
  problem: {
    degraded:
      'The PMS answers poorly or late. Portal keeps asking and nothing is lost; there is nothing to do unless it lasts.',
    broken:
      'The PMS refuses Portal, so reservations and check-ins do not arrive. Copy what Portal needs from the PMS again, then press Reconnect. What was missed is fetched at once.',
  },
  itsWords: (words: string) => `In the words of the PMS: ${words}`,
  syncNow: 'Sync now',
  reconnect: 'Reconnect',
  reconnectTitle: (system: string) => `Reconnect ${system}`,
  disconnect: 'Disconnect',
  add: 'Connect another PMS',
  disconnectTitle: (system: string) => `Disconnect ${system}?`,
  disconnectWords: [
    'Reservations, check-ins, room moves and check-outs stop arriving at once.',
    'Nobody loses access now: existing keys keep their doors and dates, and end at their planned departure, even when a guest leaves early.',
    'Portal forgets the tokens. Connect the same property again with its tokens, and its keys follow the PMS again.',
  ] as readonly string[],
  rooms: 'Rooms without a door',
  roomsWords:
    'These rooms of the PMS lead to no door yet. A stay in one of them gets a key that opens nothing until the room is mapped: open the door, then Mapping.',
  roomsNone: 'Every room of the PMS leads to a door.',
  openDoors: 'Map rooms in Doors',
});

export const locksText = sentences('locks', {
  title: 'Gateways and bridges',
  columns: { name: 'Name', driver: 'Connection', state: 'State', locks: 'Locks' },
  states: { online: 'Online', offline: 'Offline', unknown: 'Not known yet' },
  causes: {
    'system-unknown': 'This version of Portal cannot talk to these locks. Use the version they were added with.',
    'not-paired':
      'This Portal is not, or no longer, paired with it; the codes in its locks still open. If Portal’s data was moved or copied, stop Portal, restore the folder “matter” of its data from the backup, then start again. Otherwise add its locks again with their setup code.',
    'controller-unreadable':
      'Portal cannot read what it keeps about these locks, so it writes nothing to them; the codes in them still open. Stop Portal, restore the folder “matter” of its data from the backup, then start again.',
  },
  clock: {
    right: 'Clock right',
    off: (minutes: number) => (minutes < 0 ? `Clock ${-minutes} min behind` : `Clock ${minutes} min ahead`),
    offHours: (hours: number) => (hours < 0 ? `Clock ${-hours} h behind` : `Clock ${hours} h ahead`),
    unknown: 'The locks do not know the time',
    'not-offered': 'Clock cannot be set from here',
  },
  none: 'No locks yet',
  noneWords: 'Add a lock or a bridge by its setup code. Portal makes a door for each lock it finds.',
  add: 'Add locks',
});

export function clockText({
  state,
  offBySeconds,
}: {
  readonly state: 'right' | 'off' | 'unknown' | 'not-offered';
  readonly offBySeconds: number | null;
}): string {
  const { clock } = locksText;
  if (state !== 'off') return clock[state];
  const minutes = Math.round((offBySeconds ?? 0) / 60);
  return minutes % 60 === 0 ? clock.offHours(minutes / 60) : clock.off(minutes);
}
