import { Button } from '@mantine/core';
import { IconCheck, IconRotate } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { DoorDetails, TimelineView } from '#api/views';
import type { DoorId } from '#domain/ids';
import { mayDo } from '#domain/staff/permission';
import type { ZoneName } from '#domain/time/time';
import { portal } from '../../channel/portal-client.ts';
import { useMe } from '../../channel/use-desk.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { Page, Panel } from '../../components/page.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { TimelinePanel } from '../../components/timeline-panel.tsx';
import { doorTypeTexts } from '../../text/doors.ts';
import { timelineTexts } from '../../text/timeline.ts';
import { words } from '../../text/words.ts';
import { DoorInfoTab } from './door-info-tab.tsx';
import { DoorLockState } from './door-parts.tsx';
import styles from './doors.module.css';
import { LinkedDoorsTab } from './linked-doors-tab.tsx';
import { LockTab } from './lock-tab.tsx';
import { MappingTab } from './mapping-tab.tsx';
import { doorPageTexts as texts } from './sentences.ts';

interface DoorDetailsPageProps {
  readonly door: DoorDetails;
  readonly log: readonly TimelineView[];
  readonly zone: ZoneName;
}

const tabIds = ['info', 'linked', 'mapping', 'lock', 'log'] as const;
type TabId = (typeof tabIds)[number];

export function DoorDetailsPage({ door, log, zone }: DoorDetailsPageProps) {
  const [tab, setTab] = useState<TabId>('lock');
  const me = useMe().data;
  const mayEdit = me !== undefined && me !== null && mayDo(me.role, 'edit-doors');
  const rooms = door.spaces.length === 0 ? texts.noRoom : texts.pmsRooms(door.spaces.map((space) => space.name));
  return (
    <Page
      title={door.name}
      trail={
        <nav aria-label={words.trail} className={styles['trail']}>
          <Link to="/doors">{texts.title}</Link>
        </nav>
      }
      beside={
        <>
          {door.lock === null ? null : <DoorLockState lock={door.lock} zone={zone} />}
          <span>{[doorTypeTexts[door.type], rooms].join(' · ')}</span>
        </>
      }
    >
      <div className={styles['tabs']}>
        <Tabs
          label={door.name}
          tabs={tabIds.map((id) => ({ id, name: texts.tabs[id] }))}
          chosen={tab}
          onChoose={setTab}
        />
      </div>
      <div role="tabpanel" aria-label={texts.tabs[tab]}>
        {tab === 'lock' ? <LockTab door={door} zone={zone} acts={<RetryNow doorId={door.id} />} /> : null}
        {tab === 'log' ? (
          <TimelinePanel
            title={timelineTexts.logTitle}
            entries={log}
            zone={zone}
            empty={timelineTexts.emptyLog}
            named
          />
        ) : null}
        {tab === 'info' || tab === 'linked' || tab === 'mapping' ? (
          <Panel>
            <Form tab={tab} door={door} mayEdit={mayEdit} />
          </Panel>
        ) : null}
      </div>
    </Page>
  );
}

interface FormProps {
  readonly tab: Exclude<TabId, 'lock' | 'log'>;
  readonly door: DoorDetails;
  readonly mayEdit: boolean;
}

function Form({ tab, ...props }: FormProps) {
  switch (tab) {
    case 'info':
      return <DoorInfoTab {...props} />;
    case 'linked':
      return <LinkedDoorsTab {...props} />;
    case 'mapping':
      return <MappingTab {...props} />;
    default:
      return tab;
  }
}

const staysMs = 8_000;

/** Tries every waiting code of the door's lock at once, and says so beside the button. */
function RetryNow({ doorId }: { readonly doorId: DoorId }) {
  const [isDone, setDone] = useState(false);
  const retry = useAct(() => portal.doors.retryNow.mutate({ doorId }), { done: () => setDone(true) });
  useEffect(() => {
    if (!isDone) return undefined;
    const timer = setTimeout(() => setDone(false), staysMs);
    return () => clearTimeout(timer);
  }, [isDone]);
  return (
    <>
      <FailureNotice failure={retry.failure} />
      <span role="status" className={styles['done']}>
        {isDone ? (
          <>
            <IconCheck size={14} aria-hidden /> {texts.retryDone}
          </>
        ) : null}
      </span>
      <Button
        leftSection={<IconRotate size={15} aria-hidden />}
        loading={retry.pending}
        onClick={() => void retry.run(undefined)}
      >
        {texts.retryNow}
      </Button>
    </>
  );
}
