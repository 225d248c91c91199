import type { TimelineView } from '#api/views';
import type { Actor } from '#domain/key/key';
import { joined, sentences } from './language.ts';
import { lockErrorOf } from './lock-errors.ts';
import { pmsName } from './pms.ts';
import { keyChange, settingsChange } from './timeline-changes.ts';
import { timelineSentences } from './timeline-sentences.ts';

export const timelineTexts = sentences('timeline-panel', {
  title: 'Timeline',
  logTitle: 'Log',
  filters: { all: 'All', pms: 'PMS', staff: 'Staff', locks: 'Locks' },
  filterLabel: 'Show what came from',
  empty: 'Nothing yet. What happens to this key appears here, newest first.',
  emptyFilter: 'Nothing from there.',
  emptyLog: 'Nothing yet. Each write, removal and failure at this door appears here, newest first.',
  today: 'Today',
  trouble: 'Went wrong',
  lock: 'lock',
  unknownCause: 'cause not known',
  exportCsv: 'Export',
  csvHead: ['Time', 'What happened', 'Door', 'By', 'Cause'] as readonly string[],
  csvFile: (owner: string) => `Timeline of ${owner}.csv`,
  showMore: (count: number) => `Show ${count} more`,
  /** The reference’s words, letter for letter. */
  code4117:
    'The code was not successfully written to the lock. Check that Allow Provisioning is enabled on that reservation and that the lock is online',
});

/** What happened, in one sentence without a full stop; `doors` are all doors that it happened at. */
export function timelineSentence(entry: TimelineView, doors: readonly string[] = doorOf(entry)): string {
  const { kind, facts } = entry;
  const door = doors.length === 0 ? null : joined(doors);
  if (kind === 'key-changed') return keyChange(facts, door);
  return kind === 'settings-changed' ? settingsChange(facts, door) : timelineSentences[kind](facts, door);
}

/** A failed write's or removal's code in the door log and its cause in words; null for everything else. */
export function timelineCause(entry: TimelineView): { readonly code: string | null; readonly cause: string } | null {
  if (entry.kind !== 'write-failed' && entry.kind !== 'remove-failed' && entry.kind !== 'suspended') return null;
  const cause = lockErrorOf(entry.facts)?.short ?? timelineTexts.unknownCause;
  return { code: entry.kind === 'write-failed' ? '4117' : null, cause };
}

/** Who did it, as said behind the sentence. */
export function actorText(by: Actor): string {
  switch (by.kind) {
    case 'staff':
      return by.name;
    case 'pms':
      return pmsName(by.connector);
    case 'portal':
      return 'Portal';
    case 'lock':
      return timelineTexts.lock;
  }
}

function doorOf(entry: TimelineView): readonly string[] {
  return entry.doorName === null ? [] : [entry.doorName];
}
