import type { PropertySettings } from '#domain/house/settings';
import type { KeyDoor, RevokedReason } from '#domain/key/key';
import type { Role } from '#domain/staff/staff';
import { instantText, localDateTime, type ZoneName } from '#domain/time/time';
import { localText, momentText } from '../../text/format.ts';
import { roleNames } from '../../text/frame.ts';
import { sentences } from '../../text/language.ts';
import { statusName } from '../../text/timeline-changes.ts';

type Rule = Exclude<keyof PropertySettings, 'id' | 'version'>;
/** Of a key's door; `hours`, `revoked` and `pmsWish` are told by what is in them. */
type OfDoor = Exclude<keyof KeyDoor, 'doorId' | 'hours' | 'revoked' | 'pmsWish'>;

/** The fields of records in the words of the desk, by the end of their path in the audit. */
export const auditFieldTexts = sentences('audit-fields', {
  names: {
    name: 'Name',
    zone: 'Time zone',
    defaultArrival: 'Arrival time',
    defaultDeparture: 'Departure time',
    provision: 'When a doorcode is written to the locks',
    generateCodes: 'When a doorcode is drawn',
    doorcodes: 'Doorcodes',
    codeLength: 'Digits in a doorcode',
    writeAheadHours: 'Hours before arrival that a code is written',
    moveGraceMinutes: 'Minutes the old room stays open after a room move',
    pollSeconds: 'Seconds between two requests to the PMS',
    lockAfterSeconds: 'Seconds until a screen locks',
    status: 'Status',
    origin: 'Added by',
    arrival: 'Arrival',
    departure: 'Departure',
    weekdays: 'Days of the week',
    'hours.from': 'Hours of the day from',
    'hours.to': 'Hours of the day until',
    allowProvisioning: 'Allow Provisioning',
    allowLinkedDoors: 'Allow Linked Doors Access',
    protect: 'Protect Configuration',
    staffSet: 'Set by staff',
    leavesAt: 'Leaves at',
    'revoked.at': 'Revoked',
    'revoked.by.name': 'Revoked by',
    'revoked.by.connector': 'Revoked by',
    'revoked.reason': 'Why it was revoked',
    'pmsWish.at': 'Change kept off',
    'pmsWish.wish': 'What the PMS wanted',
    'pmsWish.arrival': 'Arrival in the PMS',
    'pmsWish.departure': 'Departure in the PMS',
    type: 'Type of door',
    spaceIds: 'Rooms of the PMS',
    linkedDoorIds: 'Linked doors',
    lockId: 'Lock',
    cardNumber: 'Number on keycards',
    role: 'Role',
    oneTimeUntil: 'One-time code valid until',
    disabledAt: 'Disabled',
    number: 'Number',
    state: 'State',
    address: 'Platform address',
  } satisfies Readonly<Record<string, string>> & Readonly<Record<Rule | OfDoor, string>>,
  revokedBecause: {
    staff: 'by hand',
    cancelled: 'cancelled',
    'no-show': 'no-show',
    deleted: 'deleted in the PMS',
  } satisfies Record<RevokedReason, string>,
  yes: 'yes',
  no: 'no',
});

/** What the fields beside them say already, and ids that say nothing to anybody. */
const untold: ReadonlySet<string> = new Set([
  'id',
  'doorId',
  'hours',
  'pmsWish',
  'pmsWish.doorId',
  'revoked',
  'revoked.by.kind',
  'revoked.by.staffId',
  'revoked.by.from',
]);

/** `Leaves at` of `doors.1.leavesAt`; null: it is not worth a line. What nobody has named is told by its own name. */
export function auditFieldName(path: string): string | null {
  const ends = endsOf(path);
  if (ends.some((end) => untold.has(end))) return null;
  const names: Readonly<Record<string, string>> = auditFieldTexts.names;
  const known = ends.find((end) => names[end] !== undefined);
  if (known !== undefined) return names[known] ?? known;
  const words = (path.split('.').at(-1) ?? path).replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value as people say it; anything that has no words of its own stays as it was kept. */
export function auditValue(path: string, value: string, zone: ZoneName): string {
  const moment = instantText.safeParse(value);
  if (moment.success) return momentText(moment.data, zone);
  const local = localDateTime.safeParse(value);
  if (local.success) return localText(local.data);
  if (value === 'true') return auditFieldTexts.yes;
  if (value === 'false') return auditFieldTexts.no;
  if (path === 'role') return roleNames[value as Role] ?? value;
  const because: Readonly<Record<string, string>> = auditFieldTexts.revokedBecause;
  if (path === 'revoked.reason') return because[value] ?? value;
  return path === 'status' ? statusName(value) : value;
}

/**
 * `before` or `after` of the exported sheet: `doors.d1.departure=…; status=…` with the names of fields in words, and the door
 * of a key in brackets.
 */
export function auditPairs(cell: string): string {
  const names: Readonly<Record<string, string>> = auditFieldTexts.names;
  return cell.replaceAll(/(^|; )([A-Za-z][\w.-]*)=/g, (all, gap: string, path: string) => {
    const known = endsOf(path).find((end) => names[end] !== undefined);
    if (known === undefined) return all;
    const door = /^doors\.([^.]+)\./.exec(path)?.[1];
    return `${gap}${names[known]}${door === undefined ? '' : ` (${door})`}=`;
  });
}

/** `a.b.c`, `b.c`, `c`. */
function endsOf(path: string): readonly string[] {
  const parts = path.split('.');
  return parts.map((_, start) => parts.slice(start).join('.'));
}
