import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { download } from '../download.ts';
import { timelineTexts } from '../text/timeline.ts';
import { Panel } from './panel.tsx';
import { TimelineFilter } from './timeline-filter.tsx';
import { timelineCsv } from './timeline-csv.ts';
import { cameFrom, type TimelineSource } from './timeline-groups.ts';
import { TimelineLines, type TimelineLinesProps } from './timeline-lines.tsx';
import styles from './timeline-lines.module.css';

export interface TimelinePanelProps extends Omit<TimelineLinesProps, 'source'> {
  readonly title: ReactNode;
  /** The name of the file that Export makes of what is shown; without it there is no Export. */
  readonly file?: string;
}

/** A timeline as one panel of a page, its filter beside the title. */
export function TimelinePanel({ title, file, ...lines }: TimelinePanelProps) {
  const [source, setSource] = useState<TimelineSource>('all');
  return (
    <Panel
      title={title}
      acts={
        <>
          <TimelineFilter source={source} onChange={setSource} />
          {file === undefined ? null : (
            <Button
              size="xs"
              onClick={() =>
                download(
                  file,
                  timelineCsv(
                    lines.entries.filter((entry) => cameFrom(entry, source)),
                    lines.zone,
                  ),
                )
              }
            >
              {timelineTexts.exportCsv}
            </Button>
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
