import { useState, type ReactNode } from 'react';
import { Panel } from './panel.tsx';
import { TimelineFilter } from './timeline-filter.tsx';
import type { TimelineSource } from './timeline-groups.ts';
import { TimelineLines, type TimelineLinesProps } from './timeline-lines.tsx';
import styles from './timeline-lines.module.css';

export interface TimelinePanelProps extends Omit<TimelineLinesProps, 'source'> {
  readonly title: ReactNode;
}

/** A timeline as one panel of a page, its filter beside the title. */
export function TimelinePanel({ title, ...lines }: TimelinePanelProps) {
  const [source, setSource] = useState<TimelineSource>('all');
  return (
    <Panel title={title} acts={<TimelineFilter source={source} onChange={setSource} />}>
      <div className={styles['inPanel']}>
        <TimelineLines {...lines} source={source} />
      </div>
    </Panel>
  );
}
