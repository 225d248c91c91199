import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useAct } from '../channel/use-portal.ts';
import { download } from '../download.ts';
import { timelineTexts } from '../text/timeline.ts';
import { FailureNotice } from './failure-notice.tsx';
import { Panel } from './panel.tsx';
import { TimelineFilter } from './timeline-filter.tsx';
import { timelineCsv } from './timeline-csv.ts';
import { cameFrom, type TimelineSource } from './timeline-groups.ts';
import { TimelineLines, type TimelineLinesProps } from './timeline-lines.tsx';
import styles from './timeline-lines.module.css';

export interface TimelinePanelProps extends Omit<TimelineLinesProps, 'source'> {
  readonly title: ReactNode;
  /** Without it there is no Export. */
  readonly exported?: TimelineExport;
}

export interface TimelineExport {
  /** The name of the file that is made of what is shown. */
  readonly file: string;
  /** Writes down that it leaves. */
  readonly note: (entries: number) => Promise<void>;
}

/** A timeline as one panel of a page, its filter beside the title. */
export function TimelinePanel({ title, exported, ...lines }: TimelinePanelProps) {
  const [source, setSource] = useState<TimelineSource>('all');
  return (
    <Panel
      title={title}
      acts={
        <>
          <TimelineFilter source={source} onChange={setSource} />
          {exported === undefined ? null : (
            <ExportButton
              {...exported}
              entries={lines.entries.filter((entry) => cameFrom(entry, source))}
              zone={lines.zone}
            />
          )}
        </>
      }
    >
      <div className={styles['inPanel']}>
        <TimelineLines {...lines} source={source} />
      </div>
    </Panel>
  );
}

interface ExportButtonProps extends TimelineExport, Pick<TimelineLinesProps, 'entries' | 'zone'> {}

function ExportButton({ file, note, entries, zone }: ExportButtonProps) {
  const save = useAct(() => note(entries.length), { done: () => download(file, timelineCsv(entries, zone)) });
  return (
    <>
      <Button size="xs" loading={save.pending} onClick={() => void save.run(undefined)}>
        {timelineTexts.exportCsv}
      </Button>
      <FailureNotice failure={save.failure} />
    </>
  );
}
