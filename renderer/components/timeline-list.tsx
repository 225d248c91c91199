import { useState } from 'react';
import { TimelineFilter } from './timeline-filter.tsx';
import type { TimelineSource } from './timeline-groups.ts';
import { TimelineLines, type TimelineLinesProps } from './timeline-lines.tsx';

export type TimelineListProps = Omit<TimelineLinesProps, 'source'>;

/** A timeline with its filter on top, for a page of its own. */
export function TimelineList(props: TimelineListProps) {
  const [source, setSource] = useState<TimelineSource>('all');
  return (
    <>
      <TimelineFilter source={source} onChange={setSource} />
      <TimelineLines {...props} source={source} />
    </>
  );
}
