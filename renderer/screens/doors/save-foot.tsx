import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Failure } from '../../channel/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { doorPageTexts as texts } from './sentences.ts';
import styles from './doors.module.css';

export interface SaveFootProps {
  readonly isChanged: boolean;
  readonly isSaved: boolean;
  readonly mayEdit: boolean;
  readonly pending: boolean;
  readonly failure: Failure | null;
  readonly onShowNow: () => void;
}

/** The end of a form: the button, and beside it what came of it. */
export function SaveFoot({ isChanged, isSaved, mayEdit, pending, failure, onShowNow }: SaveFootProps) {
  if (!mayEdit) return <p className={styles['words']}>{texts.readOnly}</p>;
  return (
    <>
      <FailureNotice
        failure={failure}
        act={failure?.code === 'changed-meanwhile' ? <Button onClick={onShowNow}>{texts.showNow}</Button> : null}
      />
      <div className={styles['foot']}>
        <Button type="submit" variant="filled" disabled={!isChanged} loading={pending}>
          {texts.save}
        </Button>
        <span role="status" className={styles['done']}>
          {isSaved && !isChanged ? (
            <>
              <IconCheck size={14} aria-hidden /> {texts.saved}
            </>
          ) : null}
        </span>
      </div>
    </>
  );
}
