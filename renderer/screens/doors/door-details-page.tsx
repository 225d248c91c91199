import { Tabs } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { mayDo } from '#domain/permission';
import type { ZoneName } from '#domain/time';
import type { DoorDetails, TimelineView } from '#api/views';
import { useMe } from '../../channel/use-me.ts';
import { DoorLockState } from '../../components/door-lock-state.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { TimelinePanel } from '../../components/timeline-panel.tsx';
import { doorPageTexts as texts } from '../../text/door-page.ts';
import { doorTypeTexts } from '../../text/doors.ts';
import { timelineTexts } from '../../text/timeline.ts';
import { DoorInfoTab } from './door-info-tab.tsx';
import styles from './doors.module.css';
import { LinkedDoorsTab } from './linked-doors-tab.tsx';
import { LockTab } from './lock-tab.tsx';
import { MappingTab } from './mapping-tab.tsx';
import { RetryNow } from './retry-now.tsx';

export interface DoorDetailsPageProps {
  readonly door: DoorDetails;
  readonly log: readonly TimelineView[];
  readonly zone: ZoneName;
}

const tabs = ['info', 'linked', 'mapping', 'lock', 'log'] as const;

export function DoorDetailsPage({ door, log, zone }: DoorDetailsPageProps) {
  const me = useMe().data;
  const mayEdit = me !== undefined && me !== null && mayDo(me.role, 'edit-doors');
  const rooms = door.spaces.length === 0 ? texts.noRoom : texts.pmsRooms(door.spaces.map((space) => space.name));
  return (
    <Page
      title={door.name}
      trail={
        <nav aria-label={texts.trail} className={styles['trail']}>
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
      <Tabs defaultValue="lock" keepMounted={false}>
        <Tabs.List className={styles['tabs'] ?? ''}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {texts.tabs[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="lock">
          <LockTab door={door} zone={zone} acts={<RetryNow doorId={door.id} />} />
        </Tabs.Panel>
        <Tabs.Panel value="log">
          <TimelinePanel
            title={timelineTexts.logTitle}
            entries={log}
            zone={zone}
            empty={timelineTexts.emptyLog}
            named
          />
        </Tabs.Panel>
        <Tabs.Panel value="info">
          <Panel>
            <DoorInfoTab door={door} mayEdit={mayEdit} />
          </Panel>
        </Tabs.Panel>
        <Tabs.Panel value="linked">
          <Panel>
            <LinkedDoorsTab door={door} mayEdit={mayEdit} />
          </Panel>
        </Tabs.Panel>
        <Tabs.Panel value="mapping">
          <Panel>
            <MappingTab door={door} mayEdit={mayEdit} />
          </Panel>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
