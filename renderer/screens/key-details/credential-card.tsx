import type { KeyboardEvent, ReactNode } from 'react';
import styles from './credential-card.module.css';

export interface CredentialCardProps {
  /** `Doorcode`, or `Keycard 2 · Amara Okafor`. */
  readonly title: string;
  /** At the end of the head: its state, and what else can be done. */
  readonly end: ReactNode;
  /** Double-click, or Enter on the card; null: there is nothing to open. */
  readonly onEdit: (() => void) | null;
  /** What can be done with it; none for a key that is over. */
  readonly acts: ReactNode;
  /** What came of the last act. */
  readonly said: ReactNode;
  readonly children: ReactNode;
}

/** One credential of a person, or that there is none. */
export function CredentialCard({ title, end, onEdit, acts, said, children }: CredentialCardProps) {
  const opens =
    onEdit === null
      ? {}
      : {
          tabIndex: 0,
          onDoubleClick: onEdit,
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key === 'Enter' && event.target === event.currentTarget) onEdit();
          },
        };
  return (
    <div className={styles['card']} role="group" aria-label={title} {...opens}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{title}</h2>
        <span className={styles['headEnd']}>{end}</span>
      </div>
      {children}
      <div className={styles['acts']}>
        {acts}
        {said}
      </div>
    </div>
  );
}
