import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAct } from '../channel/use-portal.ts';
import { timelineTexts, timelineTexts as texts } from '../text/timeline.ts';
import { download } from './download.ts';
import { FailureNotice } from './notices.tsx';
import { Panel } from './page.tsx';
import { cameFrom, timelineCsv, type TimelineSource } from './timeline-groups.ts';
import styles from './timeline-lines.module.css';
import { TimelineLines, type TimelineLinesProps } from './timeline-lines.tsx';

interface TimelinePanelProps extends Omit<TimelineLinesProps, 'source'> {
  readonly title: ReactNode;
  /** Without it there is no Export. */
  readonly exported?: TimelineExport;
}

interface TimelineExport {
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

interface TimelineFilterProps {
  readonly source: TimelineSource;
  readonly onChange: (source: TimelineSource) => void;
}

/** All, or only what came from the PMS, from staff, or from the locks. */
function TimelineFilter({ source, onChange }: TimelineFilterProps) {
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
