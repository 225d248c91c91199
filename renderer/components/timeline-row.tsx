import { Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ZoneName } from '#domain/time/time';
import type { TimelineView } from '#api/views';
import { clockText, clockWithSeconds } from '../format.ts';
import { actorText, timelineCause, timelineSentence, timelineTexts as texts } from '../text/timeline.ts';
import { isFromLock, isTrouble } from './timeline-groups.ts';
import styles from './timeline-lines.module.css';

export interface TimelineRowProps {
  readonly entry: TimelineView;
  /** All doors that it happened at, where several are told in one line. */
  readonly doors: readonly string[];
  readonly zone: ZoneName;
  readonly named: boolean;
}

/** "16:40 Write to 204 failed, attempt 9 · 4117 lock not reachable". */
export function TimelineRow({ entry, doors, zone, named }: TimelineRowProps) {
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
