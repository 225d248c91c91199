import { SegmentedControl } from '@mantine/core';
import { timelineTexts as texts } from '../text/timeline.ts';
import type { TimelineSource } from './timeline-groups.ts';

export interface TimelineFilterProps {
  readonly source: TimelineSource;
  readonly onChange: (source: TimelineSource) => void;
}

/** All, or only what came from the PMS, from staff, or from the locks. */
export function TimelineFilter({ source, onChange }: TimelineFilterProps) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={texts.filterLabel}
      value={source}
      onChange={onChange}
      data={sources.map((value) => ({ value, label: texts.filters[value] }))}
    />
  );
}

const sources: readonly TimelineSource[] = ['all', 'pms', 'staff', 'locks'];
