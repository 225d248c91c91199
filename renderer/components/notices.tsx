import { Loader } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Failure } from '../channel/failure.ts';
import { failureSentence } from '../text/failures.ts';
import styles from './notices.module.css';

interface NoticeProps {
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

interface FailureNoticeProps {
  /** null: nothing is drawn. */
  readonly failure: Failure | null;
  readonly act?: ReactNode;
}

/** What happened and what to do, next to what was clicked. */
export function FailureNotice({ failure, act }: FailureNoticeProps) {
  if (failure === null) return null;
  return <Notice tone="bad" says={failureSentence(failure)} todo={null} act={act} />;
}

interface EmptyStateProps {
  readonly title: string;
  /** What will appear here, and how to make it. */
  readonly children: ReactNode;
  readonly act?: ReactNode;
}

export function EmptyState({ title, children, act }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <p className={styles['emptyTitle']}>{title}</p>
      <p className={styles['emptyWords']}>{children}</p>
      {act === undefined ? null : <div className={styles['emptyAct']}>{act}</div>}
    </div>
  );
}

/** No spinner without a word beside it: "Loading keys…". */
export function Waiting({ children }: { readonly children: string }) {
  return (
    <div className={styles['waiting']} role="status">
      <Loader size={14} aria-hidden />
      {children}
    </div>
  );
}
