import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { FailureNotice } from '../../components/notices.tsx';
import { words } from '../../text/words.ts';
import type { Draft } from '../../components/use-draft.ts';
import styles from './doors.module.css';
import { doorPageTexts as texts } from './sentences.ts';

interface SaveFootProps {
  readonly draft: Omit<Draft<unknown>, 'change'>;
  readonly mayEdit: boolean;
}

/** The end of a form: the button, and beside it what came of it. */
export function SaveFoot({ draft, mayEdit }: SaveFootProps) {
  const { isChanged, isSaved, pending, failure, discard } = draft;
  if (!mayEdit) return <p className={styles['words']}>{texts.readOnly}</p>;
  return (
    <>
      <FailureNotice
        failure={failure}
        act={failure?.code === 'changed-meanwhile' ? <Button onClick={discard}>{words.showNow}</Button> : null}
      />
      <div className={styles['foot']}>
        <Button type="submit" variant="filled" disabled={!isChanged} loading={pending}>
          {texts.save}
        </Button>
        <span role="status" className={styles['done']}>
          {isSaved ? (
            <>
              <IconCheck size={14} aria-hidden /> {texts.saved}
            </>
          ) : null}
        </span>
      </div>
    </>
  );
}
