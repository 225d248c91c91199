import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Failure } from '../channel/failure.ts';
import { failureSentence } from '../text/failures.ts';
import styles from './failure-notice.module.css';

export interface FailureNoticeProps {
  /** null: nothing is drawn. */
  readonly failure: Failure | null;
  readonly act?: ReactNode;
}

/** What happened and what to do, next to what was clicked. */
export function FailureNotice({ failure, act }: FailureNoticeProps) {
  if (failure === null) return null;
  return (
    <div className={styles['notice']} role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      <span>{failureSentence(failure)}</span>
      {act === undefined ? null : <span className={styles['act']}>{act}</span>}
    </div>
  );
}
