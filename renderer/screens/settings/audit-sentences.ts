import type { AuditVerdict, AuditView } from '#api/staff-views';
import type { AuditColumn } from '#domain/staff/audit';
import { type Sheet, sheetCsv, type SheetWords } from '#domain/text/sheet';
import { type AuditKind, auditOnlyKinds } from '#domain/staff/audit';
import type { ZoneName } from '#domain/time/time';
import { countText, plural, sentences } from '../../text/language.ts';
import { timelineSentence } from '../../text/timeline.ts';
import { auditFieldName, auditPairs, auditValue } from './audit-fields.ts';

type OnlyKind = (typeof auditOnlyKinds)[number];
type Facts = AuditView['facts'];
/** @param staff Whom it is about; null: nobody knows. */
type Sentence = (staff: string | null, facts: Facts) => string;

export const auditText = sentences('audit', {
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
  noneWords: 'No entry matches. Widen the filter.',
  more: 'Older entries match too. Narrow the filter, or export them all.',
  nobody: 'Not signed in',
  change: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  whole: (entries: number) =>
    plural(entries, {
      one: 'The audit is intact: 1 entry, not changed.',
      other: `The audit is intact: ${countText(entries)} entries, none changed or missing.`,
    }),
  broken: (place: number) =>
    `The audit is broken at entry ${place}: it was changed, removed or moved. Keep the data folder as it is, and find out who had access to this PC.`,
});

/** What only the audit tells, in one sentence without a full stop. */
export const auditEntryTexts = sentences('audit-entries', {
  'signed-out': () => 'Signed out',
  'screen-locked': () => 'Screen locked',
  'screen-unlocked': () => 'Screen unlocked',
  'unlock-refused': () => 'Wrong PIN or password at the locked screen',
  'password-confirmed': () => 'Entered the password again',
  'password-refused': () => 'Entered a wrong password',
  'password-changed': () => 'Own password changed',
  'pin-changed': () => 'Own PIN changed',
  'staff-invited': (staff) => `${staff ?? 'Someone'} invited`,
  'staff-role-changed': (staff) => `Role of ${staff ?? 'someone'} changed`,
  'staff-disabled': (staff) => `${staff ?? 'Someone'} disabled`,
  'staff-enabled': (staff) => `${staff ?? 'Someone'} enabled`,
  'staff-reset': (staff) => `Password and PIN of ${staff ?? 'someone'} reset`,
  'retry-asked': (_, { door }) => (door === undefined ? 'Retry requested' : `Retry requested at ${door}`),
  'audit-exported': () => 'Audit exported',
  'encoder-picked': (_, { name, port }) => {
    const encoder = name === undefined ? 'Key encoder' : `Key encoder ${name}`;
    return port === undefined ? `${encoder} chosen` : `${encoder} chosen on ${port}`;
  },
  'encoder-forgotten': (_, { name }) =>
    name === undefined ? 'Key encoder forgotten' : `Key encoder ${name} forgotten`,
  'card-keys-rotated': (_, { set }) => (set === undefined ? 'New card key set' : `New card key set ${set}`),
  'card-keys-retired': (_, { set }) => (set === undefined ? 'Card key set ended' : `Card key set ${set} ended`),
  'keys-exported': (_, { keys }) =>
    keys === undefined
      ? 'List of keys exported'
      : plural(Number(keys), {
          one: 'List of keys exported (1 key)',
          other: `List of keys exported (${keys} keys)`,
        }),
  'report-exported': (_, { keys }) =>
    keys === undefined
      ? 'Report on many keys exported'
      : plural(Number(keys), {
          one: 'Report on many keys exported (1 key)',
          other: `Report on many keys exported (${keys} keys)`,
        }),
  'timeline-exported': () => 'Timeline of a key exported',
  'template-saved': (_, { name }) => (name === undefined ? 'Template saved' : `Template “${name}” saved`),
  'template-removed': (_, { name }) => (name === undefined ? 'Template removed' : `Template “${name}” removed`),
  'filter-saved': (_, { name }) => (name === undefined ? 'Filter saved' : `Filter “${name}” saved`),
  'filter-renamed': () => 'Saved filter renamed',
  'filter-removed': (_, { name }) => (name === undefined ? 'Saved filter removed' : `Saved filter “${name}” removed`),
} satisfies Record<OnlyKind, Sentence>);

/** What was done, in one sentence without a full stop. */
export function auditSentence(entry: AuditView): string {
  const { what, doorName } = entry;
  if (!isOnlyKind(what)) return timelineSentence({ ...entry, kind: what, owner: null });
  const facts = doorName === null ? entry.facts : { ...entry.facts, door: doorName };
  return auditEntryTexts[what](entry.staffName, facts);
}

/** `Role: Team → Installer`, one for each field that differs and is worth a line. */
export function auditChanges({ before, after }: AuditView, zone: ZoneName): readonly string[] {
  return Object.keys(after).flatMap((path) => {
    const field = auditFieldName(path);
    const said = (value = ''): string => (value === '' ? '—' : auditValue(path, value, zone));
    const isEmpty = (before[path] ?? '') === '' && (after[path] ?? '') === '';
    return field === null || isEmpty ? [] : [auditText.change(field, said(before[path]), said(after[path]))];
  });
}

export function verdictSentence(verdict: AuditVerdict): string {
  if (verdict.verdict === 'whole') return auditText.whole(verdict.entries);
  return auditText.broken(Number(verdict.id));
}

function isOnlyKind(what: AuditKind): what is OnlyKind {
  return auditOnlyKinds.some((kind) => kind === what);
}

/** Headings of the file that leaves Portal. */
export const auditSheetWords = sentences('audit-sheet', {
  heads: {
    place: 'place',
    at: 'at',
    who: 'who',
    pc: 'pc',
    what: 'what',
    staff: 'staff',
    key: 'key',
    door: 'door',
    lock: 'lock',
    reservation: 'reservation',
    facts: 'facts',
    before: 'before',
    after: 'after',
    hash: 'hash',
  },
} satisfies SheetWords<AuditColumn>);

const ofFields: ReadonlySet<AuditColumn | undefined> = new Set<AuditColumn>(['before', 'after']);

/** The file that leaves Portal: its headings and the fields of records in words, everything else as the chain has it. */
export function auditCsv({ columns, rows }: Sheet<AuditColumn>): string {
  const said = rows.map((row) => row.map((cell, place) => (ofFields.has(columns[place]) ? auditPairs(cell) : cell)));
  return sheetCsv({ columns, rows: said }, auditSheetWords);
}
