import { Button, Popover } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { mayDo } from '#domain/staff/permission';
import type { Role } from '#domain/staff/staff';
import { portal } from '../channel/portal-client.ts';
import { useAct } from '../channel/use-portal.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { settingsTabsFor } from '../screens/settings/settings-tabs.ts';
import { statusText, type StatusLine } from './status-sentences.ts';
import styles from './status-bar.module.css';

const icons = { ok: IconCircleCheck, warn: IconAlertTriangle, bad: IconCircleX, neutral: IconCircleDashed } as const;

const settingsTabOf = { pms: 'integrations', locks: 'locks', gateways: 'locks', encoder: 'encoder' } as const;

export interface StatusItemProps {
  readonly line: StatusLine;
  /** The PMS's own words, where it refused. */
  readonly problem: string | null;
  readonly role: Role;
}

/** One word and its colour; a click says what it means and offers what mends it. */
export function StatusItem({ line, problem, role }: StatusItemProps) {
  const [opened, setOpened] = useState(false);
  const navigate = useNavigate();
  const sync = useAct(() => portal.settings.syncNow.mutate());
  const Icon = icons[line.tone];

  function openSettings() {
    setOpened(false);
    void navigate({ to: '/settings', search: { tab: settingsTabOf[line.id] } });
  }

  function openKeycards() {
    setOpened(false);
    void navigate({ to: '/keycards' });
  }

  function openDoors() {
    setOpened(false);
    void navigate({ to: '/doors' });
  }

  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" width={340} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles['item']} onClick={() => setOpened(!opened)}>
          <Icon size={14} className={styles['icon']} data-tone={line.tone} aria-hidden />
          <span>
            {line.name} ·{' '}
            <span data-tone={line.tone} className={styles['word']}>
              {line.word}
            </span>
            {line.detail === null ? null : <span className={styles['detail']}> · {line.detail}</span>}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles['card']} aria-label={line.name}>
        <p className={styles['title']}>
          {line.name}: {line.word}
        </p>
        <p className={styles['meaning']}>{line.meaning}</p>
        {problem === null ? null : <p className={styles['meaning']}>{statusText.itsWords(problem)}</p>}
        <FailureNotice failure={sync.failure} />
        <div className={styles['acts']}>
          {line.id === 'pms' && line.word !== 'Not connected' && mayDo(role, 'provision') ? (
            <Button onClick={() => void sync.run(undefined)} loading={sync.pending}>
              {statusText.syncNow}
            </Button>
          ) : null}
          {line.id === 'locks' ? <Button onClick={openDoors}>{statusText.openDoors}</Button> : null}
          {line.id === 'encoder' ? <Button onClick={openKeycards}>{statusText.openKeycards}</Button> : null}
          {settingsTabsFor(role).includes(settingsTabOf[line.id]) ? (
            <Button onClick={openSettings}>{statusText.openSettings}</Button>
          ) : null}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
