import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly title: string;
  /** What will appear here, and how to make it. */
  readonly children: ReactNode;
  readonly act?: ReactNode;
}

export function EmptyState({ title, children, act }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>{title}</p>
      <p className={styles['words']}>{children}</p>
      {act === undefined ? null : <div className={styles['act']}>{act}</div>}
    </div>
  );
}
