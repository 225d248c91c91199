import { Temporal } from 'temporal-polyfill';
import { csvOf } from '#domain/text/write-csv';
import type { ZoneName } from '#domain/time/time';
import type { TimelineView } from '#api/views';
import { actorText, timelineCause, timelineSentence, timelineTexts as texts } from '../text/timeline.ts';

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
