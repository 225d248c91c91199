import type { ReactNode } from 'react';
import type { DoorDetails } from '#api/views';
import type { ZoneName } from '#domain/time/time';
import { useNow } from '../../channel/desk-clock.ts';
import { EmptyState } from '../../components/notices.tsx';
import { Panel } from '../../components/page.tsx';
import { agoText } from '../../text/format.ts';
import { capacityOf, isBatteryLow } from './door-list.ts';
import { DoorBattery, DoorCapacity, DoorLockState } from './door-parts.tsx';
import styles from './doors.module.css';
import { LockContentsPanel } from './lock-contents-panel.tsx';
import { LockCredentials } from './lock-credentials.tsx';
import { lockTexts as texts } from './sentences.ts';

/** The lock of a door: does it answer, what should it hold, and, asked now, what does it hold. */
export function LockTab({
  door,
  zone,
  acts,
}: {
  readonly door: DoorDetails;
  readonly zone: ZoneName;
  readonly acts: ReactNode;
}) {
  const now = useNow();
  const { lock } = door;
  if (lock === null)
    return (
      <Panel>
        <EmptyState title={texts.noLock}>{texts.noLockHint}</EmptyState>
      </Panel>
    );
  return (
    <div className={styles['stack']}>
      <Panel title={texts.lock} beside={lock.name} acts={acts}>
        <dl className={styles['facts']}>
          <Fact name={texts.state}>
            <DoorLockState lock={lock} zone={zone} />
          </Fact>
          <Fact name={texts.lastSeen}>{lock.lastSeenAt === null ? texts.never : agoText(lock.lastSeenAt, now)}</Fact>
          <Fact name={texts.battery}>
            <DoorBattery percent={lock.battery} isLow={isBatteryLow(lock)} />
          </Fact>
          <Fact name={texts.slots}>
            <DoorCapacity lock={lock} capacity={capacityOf(lock)} />
          </Fact>
          <Fact name={texts.gateway}>{lock.gatewayName}</Fact>
        </dl>
      </Panel>
      <LockCredentials credentials={door.credentials} lock={lock} zone={zone} />
      <LockContentsPanel lockId={lock.id} proof={lock.proof} credentials={door.credentials} />
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
