import { Button, Popover } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { EncoderView } from '#api/encoder';
import type { StatusStrip } from '#api/status-strip';
import { mayDo } from '#domain/staff/permission';
import type { Role } from '#domain/staff/staff';
import { useConnection } from '../channel/connection.ts';
import { useNow } from '../channel/desk-clock.ts';
import { portal } from '../channel/portal-client.ts';
import { useAct } from '../channel/use-portal.ts';
import { FailureNotice } from '../components/notices.tsx';
import { settingsTabsFor } from '../screens/settings/settings-tabs.ts';
import { frameText } from '../text/frame.ts';
import { encoderLines } from './encoder-status.ts';
import styles from './status-bar.module.css';
import { type StatusLine, statusLines, statusText } from './status-sentences.ts';

interface StatusBarProps {
  readonly strip: StatusStrip | undefined;
  /** undefined: not known yet, or not for this role. */
  readonly encoder: EncoderView | undefined;
  readonly role: Role;
}

/** Always in sight: what Portal is connected to. */
export function StatusBar({ strip, encoder, role }: StatusBarProps) {
  const now = useNow();
  const lost = useConnection() === 'lost';
  return (
    <footer className={styles['bar']} aria-label={statusText.label}>
      {lost ? <NotAnswering /> : null}
      {strip === undefined || lost
        ? null
        : [...statusLines(strip, now), ...encoderLines(encoder)].map((line) => (
            <StatusItem
              key={`${line.id} ${line.connection ?? ''}`}
              line={line}
              problem={strip.pms.find(({ id }) => id === line.connection)?.problem ?? null}
              role={role}
            />
          ))}
      <span className={styles['hint']}>
        <kbd>?</kbd> {statusText.shortcuts}
      </span>
    </footer>
  );
}

/** What was true before the connection was lost is not shown as if it still were. */
function NotAnswering() {
  return (
    <span className={styles['item']}>
      <IconCircleX size={14} className={styles['icon']} data-tone="bad" aria-hidden />
      <span>
        {frameText.product} ·{' '}
        <span data-tone="bad" className={styles['word']}>
          {statusText.notAnswering}
        </span>{' '}
        · {statusText.old}
      </span>
    </span>
  );
}

const icons = { ok: IconCircleCheck, warn: IconAlertTriangle, bad: IconCircleX, neutral: IconCircleDashed } as const;

const settingsTabOf = {
  pms: 'integrations',
  locks: 'locks',
  gateways: 'locks',
  encoder: 'encoder',
  clock: 'integrations',
} as const;

interface StatusItemProps {
  readonly line: StatusLine;
  /** The PMS's own words, where it refused. */
  readonly problem: string | null;
  readonly role: Role;
}

/** One word and its colour; a click says what it means and offers what mends it. */
function StatusItem({ line, problem, role }: StatusItemProps) {
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
          {line.id === 'pms' && line.tone !== 'neutral' && mayDo(role, 'provision') ? (
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
