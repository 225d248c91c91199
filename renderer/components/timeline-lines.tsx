import { Button, Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { TimelineView } from '#api/views';
import type { ZoneName } from '#domain/time/time';
import { useNow } from '../channel/desk-clock.ts';
import { clockText, clockWithSeconds, dateText } from '../text/format.ts';
import { actorText, timelineCause, timelineSentence, timelineTexts as texts } from '../text/timeline.ts';
import {
  cameFrom,
  isFromLock,
  isTrouble,
  type TimelineLine,
  timelineLines,
  type TimelineSource,
} from './timeline-groups.ts';
import styles from './timeline-lines.module.css';

export interface TimelineLinesProps {
  readonly entries: readonly TimelineView[];
  readonly source: TimelineSource;
  readonly zone: ZoneName;
  /** Said when nothing has happened yet. */
  readonly empty: string;
  /** A door's log names the guest in each line; a key's timeline need not. */
  readonly named?: boolean;
}

const page = 40;

/** Everything that happened, newest first, by day, with who and when. */
export function TimelineLines({ entries, source, zone, empty, named = false }: TimelineLinesProps) {
  const [shown, setShown] = useState(page);
  const lines = useMemo(() => timelineLines(entries.filter((entry) => cameFrom(entry, source))), [entries, source]);
  return (
    <>
      {lines.length === 0 ? (
        <p className={styles['empty']}>{entries.length === 0 ? empty : texts.emptyFilter}</p>
      ) : (
        <Days lines={lines.slice(0, shown)} zone={zone} named={named} />
      )}
      {lines.length > shown ? (
        <Button mt="xs" onClick={() => setShown(shown + page)}>
          {texts.showMore(Math.min(page, lines.length - shown))}
        </Button>
      ) : null}
    </>
  );
}

function Days({
  lines,
  zone,
  named,
}: {
  readonly lines: readonly TimelineLine[];
  readonly zone: ZoneName;
  readonly named: boolean;
}) {
  const today = dateText(useNow(), zone);
  return daysOf(lines, zone).map(({ day, lines: ofDay }) => (
    <section key={ofDay[0]?.entry.id ?? day}>
      <h3 className={styles['day']}>{day === today ? texts.today : day}</h3>
      <ol className={styles['lines']}>
        {ofDay.map(({ entry, doors }) => (
          <TimelineRow key={entry.id} entry={entry} doors={doors} zone={zone} named={named} />
        ))}
      </ol>
    </section>
  ));
}

function daysOf(lines: readonly TimelineLine[], zone: ZoneName) {
  const days: { readonly day: string; readonly lines: TimelineLine[] }[] = [];
  for (const line of lines) {
    const day = dateText(line.entry.at, zone);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}

interface TimelineRowProps {
  readonly entry: TimelineView;
  /** All doors that it happened at, where several are told in one line. */
  readonly doors: readonly string[];
  readonly zone: ZoneName;
  readonly named: boolean;
}

/** "16:40 Write to 204 failed, attempt 9 · 4117 lock not reachable". */
function TimelineRow({ entry, doors, zone, named }: TimelineRowProps) {
  const cause = timelineCause(entry);
  return (
    <li className={styles['row']}>
      <time className={styles['time']} dateTime={entry.at} title={clockWithSeconds(entry.at, zone)}>
        {clockText(entry.at, zone)}
      </time>
      <span className={styles['mark']}>
        {isTrouble(entry.kind) ? <IconAlertTriangle size={14} aria-label={texts.trouble} /> : null}
      </span>
      <span>
        {named && entry.owner !== null ? <strong className={styles['owner']}>{entry.owner} · </strong> : null}
        {timelineSentence(entry, doors)}
        {cause === null ? null : (
          <span className={styles['cause']}>
            {' · '}
            {cause.code === null ? null : <Code code={cause.code} />}
            {cause.cause}
          </span>
        )}
        {isFromLock(entry) ? null : <span className={styles['who']}> · {actorText(entry.by)}</span>}
      </span>
    </li>
  );
}

function Code({ code }: { readonly code: string }) {
  return (
    <>
      <Tooltip label={texts.code4117}>
        <span className={styles['code']} tabIndex={0}>
          {code}
        </span>
      </Tooltip>{' '}
    </>
  );
}
