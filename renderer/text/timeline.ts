import { revokedReasons, type Actor } from '#domain/key/key';
import { lockErrorKinds, type LockErrorKind } from '#domain/locks/lock-entry';
import type { TimelineKind } from '#domain/key/timeline';
import type { TimelineView } from '#api/views';
import { capital } from './capital.ts';
import { revokedReasonTexts } from './doors.ts';
import { keyChange, settingsChange } from './timeline-changes.ts';
import { joined, lockErrorText, unassignedTexts } from './doorcode.ts';
import { noKeycardReasons } from './keycards.ts';

/**
 * One sentence for each kind of thing that happens. Facts come as text and may be missing in entries of an older
 * release: each sentence reads well without them.
 */

type Sentence = (facts: TimelineView['facts'], door: string) => string;

const sentences: Record<TimelineKind, Sentence> = {
  'key-created': (facts) =>
    facts['number'] === undefined ? 'Key made' : `Key made from reservation ${facts['number']}`,
  'key-changed': (facts, door) => keyChange(facts, door),
  'key-revoked': (facts) => `Key revoked${revokedWhy(facts['reason'])}`,
  'key-restored': () => 'Key restored',
  'door-revoked': (_, door) => `Access revoked at ${at(door)}`,
  'door-restored': (_, door) => `Access restored at ${at(door)}`,
  'status-changed': (facts) => (facts['to'] === undefined ? 'Status changed' : `Status is now ${capital(facts['to'])}`),
  'checked-in': () => 'Checked in',
  'check-in-undone': () => 'Check-in undone',
  'checked-out': () => 'Checked out',
  'reservation-cancelled': () => 'Reservation cancelled',
  'reservation-reinstated': () => 'Reservation reinstated',
  'reservation-no-show': () => 'Marked as no-show',
  'room-moved': (facts) => `Room moved${fromTo(facts)}`,
  'doorcode-assigned': (facts) =>
    `Doorcode assigned${facts['policy'] === undefined ? '' : ` (${capital(facts['policy'])})`}`,
  'doorcode-unassigned': (facts) => `No Doorcode Assigned${unassignedWhy(facts['reason'])}`,
  'doorcode-shown': () => 'Doorcode shown on the screen',
  'keycard-assigned': (facts) =>
    `${keycard(facts)} assigned${facts['policy'] === undefined ? '' : ` (${capital(facts['policy'])})`}`,
  'keycard-unassigned': (facts) => `No Keycard Assigned${noKeycardWhy(facts['reason'])}`,
  'keycard-returned': (facts) => `${keycard(facts)} is back in the stock`,
  'keycard-state': (facts) => `${keycard(facts)} is ${keycardStateTexts[facts['state'] ?? ''] ?? 'changed'}`,
  'keycard-added': (facts) => `${keycard(facts)} added to the stock`,
  'keycard-renamed': (facts) => `${keycard(facts)} renamed`,
  'keycards-imported': (facts) =>
    `Keycards imported${facts['added'] === undefined ? '' : `: ${facts['added']}`}${Number(facts['completed'] ?? 0) > 0 ? `, UIDs added: ${facts['completed']}` : ''}`,
  'card-encoded': (facts) => `${cardNamed(facts)} encoded`,
  'card-failed': (facts) => `Encoding failed, nothing valid is on it: ${cardNamed(facts)}`,
  'card-not-finished': (facts) => `${cardNamed(facts)} not finished: it must be put on the encoder`,
  'card-wiped': (facts) => `${cardNamed(facts)} wiped`,
  'card-given-up': (facts) => `${cardNamed(facts)} given up: it is not finished and cannot be found`,
  'card-set-ended': (facts) => `${cardNamed(facts)} opens nothing any more: its card key set was ended`,
  'provisioning-allowed': (_, door) => `Provisioning allowed${where(door)}`,
  'provisioning-stopped': (_, door) => `Provisioning stopped${where(door)}`,
  'configuration-protected': (_, door) => `Configuration protected${where(door)}`,
  'configuration-unprotected': (_, door) => `Configuration no longer protected${where(door)}`,
  'pms-change-withheld': (facts, door) =>
    `PMS change kept off ${at(door)}, its configuration is protected${wish(facts)}`,
  're-provision-asked': (_, door) => `Re-provision asked${where(door)}`,
  'given-up': (_, door) => `Given up${where(door)}: Portal does not try again`,
  written: (facts, door) => `${credential(facts)} written and read back: ${at(door)}`,
  'write-failed': (facts, door) => `Write to ${at(door)} failed${attempt(facts)}`,
  removed: (facts, door) => `${credential(facts)} removed and read back: ${at(door)}`,
  'remove-failed': (facts, door) => `Removal at ${at(door)} failed${attempt(facts)}`,
  suspended: (_, door) => `Stopped trying at ${at(door)}: the lock refused`,
  'lock-online': (_, door) => `Lock ${at(door)} is online`,
  'lock-offline': (_, door) => `Lock ${at(door)} went offline`,
  'lock-differs': (facts, door) => `Lock ${at(door)} did not hold what it should${differs(facts)}`,
  opened: (_, door) => `Opened ${at(door)}`,
  'refused-at-door': (facts, door) => `Refused at ${at(door)}${because(facts['reason'])}`,
  'door-mapped': (facts, door) =>
    `${at(door)} is mapped to ${mappedTo(facts['room'])}${facts['how'] === 'by-name' ? ', found by its name' : ''}`,
  'lock-added': (_, door) => `Lock added${where(door)}`,
  'pms-connected': (facts) => `Connected to ${pms(facts)}`,
  'pms-broken': (facts) => `Connection to ${pms(facts)} broken`,
  'pms-recovered': (facts) => `Connection to ${pms(facts)} works again`,
  'settings-changed': (facts, door) => settingsChange(facts['what'], door),
  'signed-in': () => 'Signed in',
  'sign-in-refused': (facts) => `Sign-in refused${facts['from'] === undefined ? '' : `, asked from ${facts['from']}`}`,
};

/** What happened, in one sentence without a full stop; `doors` are all doors that it happened at. */
export function timelineSentence(entry: TimelineView, doors: readonly string[] = doorOf(entry)): string {
  return sentences[entry.kind](entry.facts, joined(doors));
}

/** A failed write's or removal's code in the door log and its cause in words; null for everything else. */
export function timelineCause(entry: TimelineView): { readonly code: string | null; readonly cause: string } | null {
  if (entry.kind !== 'write-failed' && entry.kind !== 'remove-failed' && entry.kind !== 'suspended') return null;
  const error = entry.facts['error'];
  const cause = isLockErrorKind(error) ? lockErrorText(error, entry.facts).short : 'cause not known';
  return { code: entry.kind === 'write-failed' ? '4117' : null, cause };
}

/** Who did it, as said behind the sentence. */
export function actorText(by: Actor): string {
  switch (by.kind) {
    case 'staff':
      return by.name;
    case 'pms':
      return systemName(by.connector);
    case 'portal':
      return 'Portal';
    case 'lock':
      return 'lock';
  }
}

/** A PMS by the name that staff know: `mews` is Mews. */
export function systemName(connector: string): string {
  const names: Readonly<Record<string, string>> = { mews: 'Mews', cloudbeds: 'Cloudbeds' };
  return names[connector] ?? capital(connector);
}

export const timelineTexts = {
  title: 'Timeline',
  logTitle: 'Log',
  filters: { all: 'All', pms: 'PMS', staff: 'Staff', locks: 'Locks' },
  filterLabel: 'Show what came from',
  empty: 'Nothing yet. What happens to this key appears here, newest first.',
  emptyFilter: 'Nothing from there.',
  emptyLog: 'Nothing yet. Each write, removal and failure at this door appears here, newest first.',
  today: 'Today',
  trouble: 'Went wrong',
  exportCsv: 'Export',
  csvHead: ['Time', 'What happened', 'Door', 'By', 'Cause'],
  csvFile: (owner: string) => `Timeline of ${owner}.csv`,
  showMore: (count: number) => `Show ${count} more`,
  code4117:
    'The code was not successfully written to the lock. Check that Allow Provisioning is enabled on that reservation and that the lock is online',
} as const;

function doorOf(entry: TimelineView): readonly string[] {
  return entry.doorName === null ? [] : [entry.doorName];
}

function at(door: string): string {
  return door === '' ? 'the door' : door;
}

function where(door: string): string {
  return door === '' ? '' : ` at ${door}`;
}

function mappedTo(rooms: string | undefined): string {
  return rooms === undefined || rooms === '' ? 'no room' : `room ${rooms}`;
}

function differs(facts: TimelineView['facts']): string {
  const missing = Number(facts['missing'] ?? 0);
  const strangers = Number(facts['strangers'] ?? 0);
  const parts = [
    ...(missing > 0 ? [`${missing} missing`] : []),
    ...(strangers > 0 ? [`${strangers} not from Portal`] : []),
  ];
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

function pms(facts: TimelineView['facts']): string {
  return facts['system'] === undefined ? 'the PMS' : systemName(facts['system']);
}

function revokedWhy(reason: string | undefined): string {
  const known = revokedReasons.find((one) => one === reason);
  if (known === undefined) return because(reason);
  return known === 'staff' ? '' : `: ${lowerFirst(revokedReasonTexts[known])}`;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function because(reason: string | undefined): string {
  return reason === undefined ? '' : `: ${reason.replaceAll('-', ' ')}`;
}

function attempt(facts: TimelineView['facts']): string {
  return facts['attempt'] === undefined ? '' : `, attempt ${facts['attempt']}`;
}

function fromTo(facts: TimelineView['facts']): string {
  const from = facts['from'];
  const to = facts['to'];
  return `${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` to ${to}`}`;
}

function wish(facts: TimelineView['facts']): string {
  return facts['wish'] === undefined ? '' : ` (${facts['wish'].replaceAll('-', ' ')})`;
}

function unassignedWhy(reason: string | undefined): string {
  if (reason === undefined) return '';
  const texts: Readonly<Record<string, { readonly why: string }>> = unassignedTexts;
  return `: ${texts[reason]?.why.replace(/\.$/, '') ?? reason}`;
}

/** What a lock holds: cards by their UID. */
function credential(facts: TimelineView['facts']): string {
  return facts['credential'] === 'card' ? 'Keycard' : 'Doorcode';
}

function keycard(facts: TimelineView['facts']): string {
  return facts['number'] === undefined ? 'Keycard' : `Keycard ${facts['number']}`;
}

const keycardStateTexts: Readonly<Record<string, string>> = {
  available: 'available again',
  assigned: 'found, and assigned again',
  lost: 'lost',
  blocked: 'blocked',
  'worn-out': 'worn out',
};

function noKeycardWhy(reason: string | undefined): string {
  const texts: Readonly<Record<string, { readonly why: string }>> = noKeycardReasons;
  return reason === undefined ? '' : `: ${texts[reason]?.why.replace(/\.$/, '') ?? reason}`;
}

function isLockErrorKind(text: string | undefined): text is LockErrorKind {
  return lockErrorKinds.some((kind) => kind === text);
}

/** " 12 (…580)"; a card that is not in the stock has no number. */
function cardNamed(facts: TimelineView['facts']): string {
  const kind = facts['kind'] === 'one-shot' ? 'One-shot keycard' : 'Keycard';
  const end = facts['card'] ? ` …${facts['card']}` : '';
  return facts['number'] ? `${kind} ${facts['number']}${end === '' ? '' : ` (${end.trim()})`}` : `${kind}${end}`;
}
