import { Temporal } from 'temporal-polyfill';
import type { TimelineView } from '#api/views';
import type { TimelineKind } from '#domain/key/timeline';
import { csvOf } from '#domain/text/write-csv';
import type { ZoneName } from '#domain/time/time';
import { actorText, timelineCause, timelineSentence, timelineTexts as texts } from '../text/timeline.ts';

/** One line of the timeline: entries of one moment that say the same of several doors are told together. */
export interface TimelineLine {
  readonly entry: TimelineView;
  readonly doors: readonly string[];
}

export type TimelineSource = 'all' | 'pms' | 'staff' | 'locks';

/** Newest first, as given; neighbours of one minute, kind, actor and key are joined when each names another door. */
export function timelineLines(entries: readonly TimelineView[]): readonly TimelineLine[] {
  const lines: TimelineLine[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (last !== undefined && entry.doorName !== null && areOne(last, entry, entry.doorName))
      lines[lines.length - 1] = { entry: last.entry, doors: [entry.doorName, ...last.doors] };
    else lines.push({ entry, doors: entry.doorName === null ? [] : [entry.doorName] });
  }
  return lines;
}

/** Whether an entry came from there. What Portal does by itself comes from nowhere: it shows under All. */
export function cameFrom(entry: TimelineView, source: TimelineSource): boolean {
  switch (source) {
    case 'all':
      return true;
    case 'pms':
      return entry.by.kind === 'pms' || pmsKinds.has(entry.kind);
    case 'staff':
      return entry.by.kind === 'staff';
    case 'locks':
      return isFromLock(entry);
  }
}

/** What a lock said or did: nobody needs to be named beside it, unless staff asked for it. */
export function isFromLock(entry: TimelineView): boolean {
  return entry.by.kind === 'lock' || (lockKinds.has(entry.kind) && entry.by.kind === 'portal');
}

/** Whether something went wrong, for the mark in front of the line. */
export function isTrouble(kind: TimelineKind): boolean {
  return troubleKinds.has(kind);
}

const pmsKinds: ReadonlySet<TimelineKind> = new Set<TimelineKind>([
  'pms-connected',
  'pms-broken',
  'pms-recovered',
  'pms-change-withheld',
  'endings-let-through',
]);

const lockKinds: ReadonlySet<TimelineKind> = new Set<TimelineKind>([
  'written',
  'write-failed',
  'removed',
  'remove-failed',
  'suspended',
  'lock-online',
  'lock-offline',
  'lock-differs',
  'opened',
  'refused-at-door',
]);

const troubleKinds: ReadonlySet<TimelineKind> = new Set<TimelineKind>([
  'write-failed',
  'remove-failed',
  'suspended',
  'lock-offline',
  'lock-differs',
  'refused-at-door',
  'doorcode-unassigned',
  'given-up',
  'pms-broken',
  'pms-change-withheld',
  'sign-in-refused',
]);

const together: ReadonlySet<TimelineKind> = new Set<TimelineKind>([
  'written',
  'removed',
  'provisioning-allowed',
  'provisioning-stopped',
  'lock-online',
  'lock-offline',
]);

function areOne(line: TimelineLine, entry: TimelineView, doorName: string): boolean {
  return (
    together.has(entry.kind) &&
    line.entry.kind === entry.kind &&
    line.entry.keyId === entry.keyId &&
    line.entry.at.slice(0, 16) === entry.at.slice(0, 16) &&
    JSON.stringify(line.entry.by) === JSON.stringify(entry.by) &&
    !line.doors.includes(doorName)
  );
}

/** What a timeline shows, as a file for a spreadsheet: in the property's time, newest first. */
export function timelineCsv(entries: readonly TimelineView[], zone: ZoneName): string {
  const rows = entries.map((entry) => {
    const cause = timelineCause(entry);
    return [
      Temporal.Instant.from(entry.at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' }),
      timelineSentence(entry),
      entry.doorName ?? '',
      actorText(entry.by),
      cause === null ? '' : [cause.code, cause.cause].filter((part) => part !== null).join(' '),
    ];
  });
  return csvOf([texts.csvHead, ...rows]);
}
