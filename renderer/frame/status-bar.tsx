import type { EncoderView } from '#api/encoder';
import type { StatusStrip } from '#api/views';
import type { Role } from '#domain/staff/staff';
import { useConnection } from '../channel/connection.ts';
import { useNow } from '../format.ts';
import { IconCircleX } from '@tabler/icons-react';
import { frameText } from '../text/frame.ts';
import { encoderLines } from './encoder-status.ts';
import { statusLines, statusText } from './status-sentences.ts';
import { StatusItem } from './status-item.tsx';
import styles from './status-bar.module.css';

export interface StatusBarProps {
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
