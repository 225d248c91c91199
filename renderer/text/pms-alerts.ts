import type { AlertView } from '#api/views';
import type { AlertKind } from '#domain/alerts/alert';
import { endingCauses, type EndingCause } from '#domain/brake/ending';
import type { AlertWords } from './alert-words.ts';
import { countText, plural, sentences } from './language.ts';
import { connectionName, pmsName } from './pms.ts';

export const pmsAlertTexts = sentences('pms-alerts', {
  roomLeadsNowhere: (room: string) => `Room ${room} leads to no door.`,
  someRoomLeadsNowhere: 'A room of the PMS leads to no door.',
  mapRoom:
    'The key opens nothing until the room is mapped. Open the door it belongs to, and add the room under Mapping.',
  noRoom: 'The PMS has not assigned a room.',
  assignRoom: 'The guest is in house without one. Assign the room in the PMS; the key follows by itself.',
  dueWithoutRoom:
    'The arrival time has come. Assign the room in the PMS; without one the guest cannot be checked in, and no door opens.',
  roomInactive: (room: string) => `Room ${room} is out of use in the PMS.`,
  someRoomInactive: 'The room is out of use in the PMS.',
  inactiveWords:
    'A guest is in it or arrives in it. Give them another room in the PMS, or put this one back to use there.',
  shared: (room: string, other: string) => `Two stays are in house in room ${room}; the other one is ${other}.`,
  sharedWords: 'Both open its door. Check out in the PMS whoever has left, or move one of them to the right room.',
  /** Many of one kind, in one line. */
  many: {
    notMapped: (count: number) => `${countText(count)} keys are for rooms that lead to no door.`,
    notMappedWords: (rooms: string) =>
      `They open nothing until these rooms are mapped. Open each door, and add its room under Mapping: ${rooms}.`,
    inactive: (count: number) => `${countText(count)} keys are for rooms that are out of use in the PMS.`,
    inactiveWords: (rooms: string) =>
      `Give the guests other rooms in the PMS, or put these back to use there: ${rooms}.`,
    noRoom: (count: number) => `${countText(count)} guests have arrived or are due, and the PMS has assigned no room.`,
    noRoomWords: (numbers: string) =>
      `Assign rooms in the PMS; the keys follow by themselves. Reservations ${numbers}.`,
    aside: (count: number) => `${countText(count)} reservations of the PMS are left out, or their guests are.`,
    asideWords: (numbers: string) =>
      `They cannot be read or stored. Open them in the PMS and correct them; Portal asks again by itself. Reservations ${numbers}.`,
  },
  pmsBroken: 'The PMS connection is broken.',
  connectionBroken: (connection: string) => `The connection to ${connection} is broken.`,
  sameNames: (count: number, names: string) =>
    plural(count, {
      one: `Several rooms of the PMS have the name ${names}.`,
      other: `Several rooms of the PMS share a name, ${countText(count)} times.`,
    }),
  sameNamesWords: (names: string) =>
    `Portal cannot tell which of them a door belongs to, and maps none by itself: ${names}. Open the door, and choose its room under Mapping.`,
  zoneOff: (pms: string, isLate: boolean) =>
    isLate
      ? `Most stays begin and end an hour later here than in ${pms}.`
      : `Most stays begin and end an hour earlier here than in ${pms}.`,
  zoneWords: (zone: string) =>
    `Codes open and end an hour off. Either ${zone} is not the hotel’s time zone, or this version of Portal does not know its latest change. Until there is an update, choose a zone under Settings → Property that shows the right time now.`,
  silent: (pms: string) => `Nothing comes from ${pms}.`,
  silentWords:
    'New reservations, check-ins, room moves and check-outs wait until it answers. Existing keys keep working. Portal keeps asking, and catches up by itself.',
  withheld: (pms: string, operation: string) => `${pms} does not let Portal ask for ${operation}.`,
  withheldWords: (message: string) =>
    `The token itself is good: give the integration this permission in the PMS. Until then, whatever hangs on it is missing; everything else goes on. The PMS says: “${message}”.`,
  otherProperty: (other: string, pms: string) => `The access token of ${pms} now belongs to ${other}.`,
  otherToken:
    'Nothing of it is applied: keys stay as they are. Go to Settings → Integrations and reconnect with a token of this property.',
  reconnect: 'Reservations and check-ins do not arrive. Go to Settings → Integrations and reconnect.',
  /** What a PMS would end for many at once. `pms`: "Mews (Seaview)". */
  held: {
    gone: (pms: string, count: number) =>
      plural(count, {
        one: `${pms} no longer lists 1 guest whose key is valid.`,
        other: `${pms} no longer lists ${countText(count)} guests whose keys are valid.`,
      }),
    cancelled: (pms: string, count: number) =>
      plural(count, {
        one: `${pms} cancelled 1 stay at once.`,
        other: `${pms} cancelled ${countText(count)} stays at once.`,
      }),
    'left-early': (pms: string, count: number) =>
      plural(count, {
        one: `${pms} checked 1 guest out days before the departure.`,
        other: `${pms} checked ${countText(count)} guests out days before their departure.`,
      }),
    'room-taken': (pms: string, count: number) =>
      plural(count, {
        one: `${pms} took the room from 1 guest.`,
        other: `${pms} took the rooms from ${countText(count)} guests.`,
      }),
    moved: (pms: string, count: number) =>
      plural(count, {
        one: `${pms} moved 1 guest to another room.`,
        other: `${pms} moved ${countText(count)} guests to other rooms at once.`,
      }),
    shortened: (pms: string, count: number) =>
      plural(count, {
        one: `${pms} changed the dates of 1 stay so that it would end now.`,
        other: `${pms} changed the dates of ${countText(count)} stays so that they would end now.`,
      }),
    'guests-gone': (pms: string, count: number) =>
      plural(count, {
        one: `${pms} no longer names a guest of 1 stay who has a doorcode or a keycard.`,
        other: `${pms} no longer names guests of ${countText(count)} stays who have a doorcode or a keycard.`,
      }),
  } satisfies Record<EndingCause, (pms: string, count: number) => string>,
  /** A stay that is left out, so that all others go on. */
  aside: {
    numbered: (number: string, pms: string) => `Reservation ${number} of ${pms} is left out.`,
    some: (pms: string) => `A reservation of ${pms} is left out.`,
    guests: (number: string, pms: string) => `Guests of reservation ${number} of ${pms} cannot be read.`,
    guestFields: (fields: string) =>
      `The room and the times count, and whoever is on the key stays on it. What cannot be read: ${fields}. Correct it in the PMS; Portal asks again by itself.`,
    unreadable:
      'It cannot be read. Open it in the PMS and correct it; Portal asks for it again by itself. A key that it has already stays as it is.',
    unreadableFields: (fields: string) =>
      `Portal cannot read this of it: ${fields}. Open it in the PMS and correct it; Portal asks for it again by itself. A key that it has already stays as it is.`,
    notStored:
      'It could not be stored; Portal tries again by itself. If this stays, tell whoever looks after Portal. A key that it has already stays as it is.',
  },
  nothingTaken:
    'Their doorcodes and keycards keep working, and nothing changes until you decide. If the PMS takes it back, this goes away by itself.',
});

/** Alerts about what comes from a PMS, and about its connection. */
export const pmsAlertWords = {
  'room-not-mapped': ({ facts }) => {
    const many = manyOf(facts, pmsAlertTexts.many.notMapped, pmsAlertTexts.many.notMappedWords);
    const room = facts['room'] ?? facts['space'];
    const title = room === undefined ? pmsAlertTexts.someRoomLeadsNowhere : pmsAlertTexts.roomLeadsNowhere(room);
    return { title, detail: pmsAlertTexts.mapRoom, ...many, fix: 'map-room' };
  },
  'room-inactive': ({ facts }) => {
    const many = manyOf(facts, pmsAlertTexts.many.inactive, pmsAlertTexts.many.inactiveWords);
    const { room } = facts;
    const title = room === undefined ? pmsAlertTexts.someRoomInactive : pmsAlertTexts.roomInactive(room);
    return { title, detail: pmsAlertTexts.inactiveWords, ...many, fix: 'wait' };
  },
  'no-room-assigned': ({ facts }) => {
    const many = manyOf(facts, pmsAlertTexts.many.noRoom, pmsAlertTexts.many.noRoomWords);
    const detail = facts['state'] === 'expected' ? pmsAlertTexts.dueWithoutRoom : pmsAlertTexts.assignRoom;
    return { title: pmsAlertTexts.noRoom, detail, ...many, fix: 'wait' };
  },
  'room-shared': ({ facts: { room = '', other = '' } }) => ({
    title: pmsAlertTexts.shared(room, other),
    detail: pmsAlertTexts.sharedWords,
    fix: 'portal-room',
  }),
  'pms-broken': ({ facts }) => {
    const connection = connectionName(facts);
    const { other } = facts;
    if (other !== undefined) {
      return {
        title: pmsAlertTexts.otherProperty(other, connection ?? pmsName(null)),
        detail: pmsAlertTexts.otherToken,
        fix: 'open-settings',
      };
    }
    const title = connection === null ? pmsAlertTexts.pmsBroken : pmsAlertTexts.connectionBroken(connection);
    return { title, detail: pmsAlertTexts.reconnect, fix: 'open-settings' };
  },
  'rooms-same-name': ({ facts: { names = '', count = '1' } }) => ({
    title: pmsAlertTexts.sameNames(Number(count), names),
    detail: pmsAlertTexts.sameNamesWords(names),
    fix: 'open-settings',
  }),
  'pms-degraded': ({ facts }) => ({
    title: pmsAlertTexts.silent(connectionName(facts) ?? pmsName(null)),
    detail: pmsAlertTexts.silentWords,
    fix: 'wait',
  }),
  'zone-off': ({ facts }) => ({
    title: pmsAlertTexts.zoneOff(connectionName(facts) ?? pmsName(null), facts['hours'] === '1'),
    detail: pmsAlertTexts.zoneWords(facts['zone'] ?? ''),
    fix: 'open-settings',
  }),
  'pms-withheld': ({ facts }) => ({
    title: pmsAlertTexts.withheld(connectionName(facts) ?? pmsName(null), facts['operation'] ?? ''),
    detail: pmsAlertTexts.withheldWords(facts['message'] ?? ''),
    fix: 'wait',
  }),
  'stay-set-aside': ({ facts }) => {
    const { number, fields, why } = facts;
    const many = manyOf(facts, pmsAlertTexts.many.aside, pmsAlertTexts.many.asideWords);
    if (many !== null) return { ...many, fix: 'wait' };
    const pms = connectionName(facts) ?? pmsName(null);
    const title = number === undefined ? pmsAlertTexts.aside.some(pms) : pmsAlertTexts.aside.numbered(number, pms);
    if (why === 'guests-unreadable')
      return {
        title: pmsAlertTexts.aside.guests(number ?? '', pms),
        detail: pmsAlertTexts.aside.guestFields(fields ?? ''),
        fix: 'wait',
      };
    if (why === 'not-stored') return { title, detail: pmsAlertTexts.aside.notStored, fix: 'wait' };
    const detail = fields === undefined ? pmsAlertTexts.aside.unreadable : pmsAlertTexts.aside.unreadableFields(fields);
    return { title, detail, fix: 'wait' };
  },
  'endings-held': ({ facts }) => ({ title: heldWords(facts), detail: pmsAlertTexts.nothingTaken, fix: 'decide' }),
} satisfies Partial<Record<AlertKind, (alert: AlertView) => AlertWords>>;

/** What the PMS would do, as the title of the alert and of its dialog. */
export function heldWords(facts: AlertView['facts']): string {
  const { cause, count } = facts;
  const pms = connectionName(facts) ?? pmsName(null);
  const known = endingCauses.find((each) => each === cause) ?? 'gone';
  return pmsAlertTexts.held[known](pms, Number(count ?? 1));
}

/** The words of many alerts in one line; null: it is one. */
function manyOf(
  { count, names = '' }: AlertView['facts'],
  title: (count: number) => string,
  detail: (names: string) => string,
): Pick<AlertWords, 'title' | 'detail'> | null {
  return count === undefined ? null : { title: title(Number(count)), detail: detail(names) };
}
