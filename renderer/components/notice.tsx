import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

export interface NoticeProps {
  readonly tone: 'info' | 'warn' | 'bad';
  readonly says: string;
  /** What to do about it, quieter; null: nothing. */
  readonly todo: string | null;
  readonly act?: ReactNode;
}

/** Something the desk has to know before it goes on. */
export function Notice({ tone, says, todo, act }: NoticeProps) {
  const Icon = tone === 'info' ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className={styles['notice']} data-tone={tone} role={tone === 'info' ? undefined : 'alert'}>
      <Icon size={16} aria-hidden />
      <div className={styles['words']}>
        <p>{says}</p>
        {todo === null ? null : <p className={styles['todo']}>{todo}</p>}
      </div>
      {act === undefined ? null : <div className={styles['act']}>{act}</div>}
    </div>
  );
}
