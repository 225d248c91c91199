import type { ReactNode } from 'react';
import styles from './doorstep.module.css';

export interface DoorstepProps {
  readonly title: string;
  readonly above?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The page of somebody who is not inside yet: one card in the middle. */
export function Doorstep({ title, above, wide, children }: DoorstepProps) {
  return (
    <main className={styles['step']}>
      {above === undefined ? null : <div className={styles['above']}>{above}</div>}
      <div className={styles['card']} data-wide={wide === true ? '' : undefined}>
        <h1 className={styles['title']}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
