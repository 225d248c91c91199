import type { AuditVerdict, AuditView } from '#api/staff-views';
import { auditOnlyKinds, type AuditKind } from '#domain/staff/audit';
import { instantText, type ZoneName } from '#domain/time/time';
import { momentText } from '../../format.ts';
import { capital } from '../../text/capital.ts';
import { timelineSentence } from '../../text/timeline.ts';

type OnlyKind = (typeof auditOnlyKinds)[number];

type Facts = AuditView['facts'];

const sentences: Readonly<Record<OnlyKind, (staff: string, facts: Facts) => string>> = {
  'signed-out': () => 'Signed out',
  'screen-locked': () => 'Screen locked',
  'screen-unlocked': () => 'Screen unlocked',
  'unlock-refused': () => 'Wrong PIN or password at the locked screen',
  'password-confirmed': () => 'Entered the password again',
  'password-refused': () => 'Entered a wrong password',
  'password-changed': () => 'Own password changed',
  'pin-changed': () => 'Own PIN changed',
  'staff-invited': (staff) => `${staff} invited`,
  'staff-role-changed': (staff) => `Role of ${staff} changed`,
  'staff-disabled': (staff) => `${staff} disabled`,
  'staff-enabled': (staff) => `${staff} enabled`,
  'staff-reset': (staff) => `Password and PIN of ${staff} reset`,
  'retry-asked': () => 'Retry asked',
  'audit-exported': () => 'Audit exported',
  'encoder-picked': (_, facts) => `Key encoder ${facts['name'] ?? ''} chosen on ${facts['port'] ?? 'a port'}`,
  'encoder-forgotten': (_, facts) => `Key encoder ${facts['name'] ?? ''} forgotten`,
  'card-keys-rotated': (_, facts) => `New card key set ${facts['set'] ?? ''}`,
  'card-keys-retired': (_, facts) => `Card key set ${facts['set'] ?? ''} ended`,
  'keys-exported': (_, facts) => `List of keys exported${keyCount(facts)}`,
  'report-exported': (_, facts) => `Report of many keys exported${keyCount(facts)}`,
  'timeline-exported': () => 'Timeline of a key exported',
  'template-saved': (_, facts) => `Template${named(facts)} saved`,
  'template-removed': (_, facts) => `Template${named(facts)} removed`,
  'filter-saved': (_, facts) => `Filter${named(facts)} saved`,
  'filter-renamed': () => 'Saved filter renamed',
  'filter-removed': (_, facts) => `Saved filter${named(facts)} removed`,
};

/** What was done, in one sentence without a full stop. */
export function auditSentence(entry: AuditView): string {
  const { what } = entry;
  if (isOnlyKind(what)) {
    const where = entry.doorName === null ? '' : ` at ${entry.doorName}`;
    return sentences[what](entry.staffName ?? 'Somebody', entry.facts) + where;
  }
  return timelineSentence({ ...entry, kind: what, owner: null });
}

/** For the filter: the kind without whom or where. */
export function auditKindName(what: AuditKind): string {
  return isOnlyKind(what)
    ? sentences[what]('Staff', {}).replace('Staff ', 'Staff: ')
    : capital(what.replaceAll('-', ' '));
}

/** `Role: team → installer`, one for each field that differs; a door's id is left out of its path. */
export function auditChanges({ before, after }: AuditView, zone: ZoneName): readonly string[] {
  const said = (value: string | undefined) => valueWords(value ?? '', zone);
  return Object.keys(after).map((path) => `${capital(fieldName(path))}: ${said(before[path])} → ${said(after[path])}`);
}

export function verdictSentence(verdict: AuditVerdict): string {
  if (verdict.verdict === 'whole') return auditText.whole(verdict.entries);
  return auditText.broken(Number(verdict.id));
}

export const auditText = {
  title: 'Audit',
  words:
    'What staff did, from which PC, and how it was before and after. Nothing here can be changed or removed unnoticed.',
  loading: 'Loading audit…',
  columns: { at: 'When', who: 'Who', pc: 'PC', what: 'What', changes: 'Before → after' },
  who: 'Who',
  everybody: 'Everybody',
  what: 'What',
  anything: 'Anything',
  text: 'Containing',
  from: 'From',
  to: 'To',
  export: 'Export CSV',
  verify: 'Verify',
  openKey: 'Open key',
  none: 'Nothing found',
  noneWords: 'No entry is as asked for. Widen the filter.',
  more: 'Older entries match too. Narrow the filter, or export them all.',
  nobody: 'Not signed in',
  whole: (entries: number) => `The audit is whole: ${entries} entries, none changed or missing.`,
  broken: (place: number) =>
    `The audit is broken at entry ${place}: it was changed, removed or moved. Keep the data folder as it is, and ask who had access to this PC.`,
} as const;

function named({ name }: Facts): string {
  return name === undefined ? '' : ` “${name}”`;
}

function keyCount({ keys }: Facts): string {
  return keys === undefined ? '' : ` (${keys} ${keys === '1' ? 'key' : 'keys'})`;
}

function isOnlyKind(what: AuditKind): what is OnlyKind {
  return auditOnlyKinds.some((kind) => kind === what);
}

/** `leaves at` of `doors.1.leavesAt`. */
function fieldName(path: string): string {
  return (path.split('.').at(-1) ?? path).replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A moment on the clock of the property; anything else as it was kept. */
function valueWords(value: string, zone: ZoneName): string {
  const moment = instantText.safeParse(value);
  return moment.success ? momentText(moment.data, zone) : value || '—';
}
