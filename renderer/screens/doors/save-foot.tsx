import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Failure } from '../../channel/failure.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { words } from '../../text/words.ts';
import styles from './doors.module.css';
import { doorPageTexts as texts } from './sentences.ts';

interface SaveFootProps {
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
        act={failure?.code === 'changed-meanwhile' ? <Button onClick={onShowNow}>{words.showNow}</Button> : null}
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

/** Saves a draft, lets go of it once it is stored, and remembers that it was. */
export function useSave<I, T>(draft: ReturnType<typeof useDraft<T>>, save: (input: I) => Promise<unknown>) {
  const [isSaved, setSaved] = useState(false);
  const act = useAct(save, {
    done: () => {
      draft.discard();
      setSaved(true);
    },
  });
  return {
    run: (input: I) => void act.run(input),
    pending: act.pending,
    failure: act.failure,
    isChanged: draft.isChanged,
    isSaved,
    onShowNow: () => {
      act.reset();
      draft.discard();
    },
  };
}

/** What is being typed over what is stored. Live changes show through until the first key stroke, never over it. */
export function useDraft<T>(stored: T, version: number) {
  const [draft, setDraft] = useState<{ readonly value: T; readonly version: number } | null>(null);
  return {
    value: draft?.value ?? stored,
    /** The version that the typing began from: an edit of an older one is refused. */
    version: draft?.version ?? version,
    isChanged: draft !== null,
    change: (value: T) => setDraft({ value, version: draft?.version ?? version }),
    discard: () => setDraft(null),
  };
}
