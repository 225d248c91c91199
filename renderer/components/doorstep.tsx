import { type ReactNode, useEffect, useRef } from 'react';
import styles from './doorstep.module.css';

export interface DoorstepProps {
  readonly title: string;
  readonly above?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The page of somebody who is not inside yet: one card in the middle. */
export function Doorstep({ title, above, wide, children }: DoorstepProps) {
  const card = useRef<HTMLDivElement>(null);
  // Each step begins in its first field, so that the set-up needs no mouse.
  useEffect(() => {
    if (document.activeElement === document.body) card.current?.querySelector('input')?.focus();
  }, []);
  return (
    <main className={styles['step']}>
      {above === undefined ? null : <div className={styles['above']}>{above}</div>}
      <div ref={card} className={styles['card']} data-wide={wide === true ? '' : undefined}>
        <h1 className={styles['title']}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
