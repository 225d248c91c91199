import type { LockView } from '#api/views';
import { joined, plural, sentences } from '../../text/language.ts';

/** Words of the list of doors and of one door's page. */
export const doorPageTexts = sentences('doors-screen', {
  title: 'Doors',
  door: 'Door',
  loading: 'Loading doors…',
  loadingDoor: 'Loading the door…',
  notShown: 'The doors cannot be shown',
  doorNotShown: 'This door cannot be shown',
  none: 'No doors yet',
  noneHint: 'Add a lock or a bridge in Settings under Locks & gateways: each of its locks gets a door here.',
  noneFound: 'No door matches',
  noneFoundHint: 'Change the search or the filter to see other doors.',
  clear: 'Show all doors',
  search: 'Find a door, a room or a gateway',
  allTypes: 'All types',
  type: 'Type',
  attentionOnly: 'Needs attention',
  columns: {
    name: 'Door',
    lock: 'Lock',
    battery: 'Battery',
    codes: 'Codes',
    gateway: 'Gateway',
    rooms: 'Rooms',
    attention: 'Attention',
  },
  count: (shown: number) => plural(shown, { one: '1 door', other: `${shown} doors` }),
  noneNeedAttention: 'none needs attention',
  needAttention: (count: number) => plural(count, { one: '1 needs attention', other: `${count} need attention` }),
  noLock: 'No lock',
  noRoom: 'No PMS room',
  pmsRooms: (rooms: readonly string[]) =>
    plural(rooms.length, { one: `PMS room ${rooms.join(', ')}`, other: `PMS rooms ${rooms.join(', ')}` }),
  online: { online: 'Online', offline: 'Offline', unknown: 'Not heard from yet' } satisfies Record<
    LockView['online'],
    string
  >,
  offlineSince: (time: string) => `Offline since ${time}`,
  batteryUnknown: 'Unknown',
  batteryLow: 'Low',
  percent: (percent: number) => `${percent} %`,
  batteryLowHint: 'Change the batteries soon.',
  codesOf: (held: number, slots: number) => `${held} of ${slots}`,
  codesPending: (wanted: number) => `${wanted} wanted`,
  nearlyFull: 'Nearly full',
  full: 'Full',
  alerts: (count: number) => plural(count, { one: '1 alert', other: `${count} alerts` }),
  reasons: {
    alerts: 'Has an alert',
    offline: 'Lock offline',
    battery: 'Battery low',
    capacity: 'Nearly full',
    differs: 'Codes outstanding',
  },
  tabs: { info: 'Info', linked: 'Linked Doors', mapping: 'Mapping', lock: 'Lock', log: 'Log' },
  readOnly: 'Your role can view this. Owners, General Managers and Installers can change it.',
  retryNow: 'Retry now',
  retryDone: 'Trying every code waiting for this lock now.',
  save: 'Save changes',
  saved: 'Saved.',
});

export const doorInfoTexts = sentences('door-info', {
  name: 'Name',
  nameMissing: 'Enter a name.',
  type: 'Type',
  defaultArrival: 'Default arrival time',
  defaultDeparture: 'Default departure time',
  defaultHint: 'Blank: the property’s own time. Used when the PMS gives dates only.',
  propertyTime: 'Same as the property',
  badTime: 'Enter a time such as 15:00, or leave it blank.',
});

export const linkedDoorsTexts = sentences('linked-doors', {
  meaning:
    'A key for this door also opens the doors ticked here, if Allow Linked Doors Access is on. Typically the pool, the gate and the lift.',
  none: 'No other door to link yet.',
  common: 'Common doors',
  rooms: 'Rooms',
  harm: (doors: readonly string[]) =>
    `Keys of this door can no longer open ${joined(doors)}. Codes and cards are taken off those locks when you save; a keycard that was encoded must be encoded again.`,
});

export const mappingTexts = sentences('mapping', {
  meaning:
    'A reservation of a room gives a key to every door mapped to it. A room may have several doors, and a door several rooms.',
  rooms: 'PMS rooms that lead to this door',
  placeholder: 'Add a room',
  noneChosen: 'No room leads here: no reservation opens this door by itself.',
  withoutDoor: 'Rooms without a door',
  withOtherDoor: 'Rooms that lead to another door',
  nothingFound: 'No such room',
  unmapped: (rooms: readonly string[]) => `Still without a door: ${joined(rooms)}.`,
  allMapped: 'Every room of the PMS leads to a door.',
  harm: (rooms: readonly string[]) => `Reservations of ${joined(rooms)} no longer open this door after you save.`,
});

export const lockTexts = sentences('door-lock', {
  noLock: 'This door has no lock',
  noLockHint: 'Add its lock or bridge in Settings under Locks & gateways. Codes wait for it until then.',
  lock: 'Lock',
  state: 'State',
  lastSeen: 'Last heard from',
  never: 'Never',
  battery: 'Battery',
  gateway: 'Gateway',
  slots: 'Codes on the lock',
  credentials: 'Doorcodes for this lock',
  noCredentials: 'No guest has a doorcode for this lock now.',
  guest: 'Guest',
  access: 'Access',
  doorcode: 'Doorcode',
  contents: 'What the lock holds',
  ask: 'Ask the lock',
  askAgain: 'Ask again',
  asking: 'Asking the lock…',
  notAsked: 'Ask the lock what it really holds, and compare it with what it should hold.',
  noAnswer: 'The lock does not answer. It may be offline or out of reach of its gateway; try again when it is online.',
  empty: 'The lock holds nothing, and should hold nothing.',
  matches: 'The lock holds exactly what it should.',
  differs: (count: number) =>
    plural(count, { one: '1 entry is not as it should be.', other: `${count} entries are not as they should be.` }),
  fromCloud: 'This is what the lock’s cloud says. The lock itself was not asked.',
  entry: 'Entry',
  kinds: 'Credential',
  keycard: 'Keycard',
  kindNames: { pin: 'Code', card: 'Card', other: 'Other' },
  verdict: 'Should it be there?',
  verdicts: {
    right: 'As it should be',
    foreign: 'Foreign: not from Portal',
    missing: 'Missing on the lock',
    excess: 'Should be gone',
    unexpected: 'Already there, not confirmed yet',
  },
  foreignHint: 'Portal never touches what it did not write. Remove it at the lock if nobody needs it.',
  always: 'No limit',
});
