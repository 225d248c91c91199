import type { ReactNode } from 'react';
import styles from './panel.module.css';

export interface PanelProps {
  readonly title?: ReactNode;
  readonly beside?: ReactNode;
  readonly acts?: ReactNode;
  /** Something in it needs attention. */
  readonly tone?: 'warn' | 'bad';
  readonly children: ReactNode;
}

/** A surface with a title: most of a screen is made of these. */
export function Panel({ title, beside, acts, tone, children }: PanelProps) {
  return (
    <section className={styles['panel']} data-tone={tone}>
      {title === undefined ? null : (
        <div className={styles['head']}>
          <h2 className={styles['title']}>{title}</h2>
          {beside === undefined ? null : <span className={styles['beside']}>{beside}</span>}
          {acts === undefined ? null : <div className={styles['acts']}>{acts}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
