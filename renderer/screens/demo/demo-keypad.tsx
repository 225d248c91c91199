import { Select } from '@mantine/core';
import { IconLock, IconLockOpen2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { DemoView, KeypadAnswer } from '#api/demo';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { demoTexts as texts, keypadWords } from './sentences.ts';
import { Keypad } from './keypad.tsx';
import styles from './demo.module.css';

/** A guest at a door: choose it, enter a code, and see whether it opens. */
export function DemoKeypad({ locks }: { readonly locks: DemoView['locks'] }) {
  const [lock, setLock] = useState<string | null>(locks[0]?.id ?? null);
  const [code, setCode] = useState('');
  const [answer, setAnswer] = useState<KeypadAnswer | null>(null);
  const attempt = useAct(
    (input: { readonly lock: string; readonly code: string }) => portal.demo.keypad.mutate(input),
    {
      done: setAnswer,
    },
  );

  function type(next: string) {
    setCode(next);
    setAnswer(null);
  }

  function enter() {
    if (lock === null || code === '') return;
    void attempt.run({ lock, code }).then(() => setCode(''));
  }

  return (
    <Panel title={texts.keypad} beside={texts.keypadHint}>
      <div className={styles['door']}>
        <div className={styles['doorSide']}>
          <Select
            label={texts.lock}
            placeholder={texts.chooseLock}
            searchable
            allowDeselect={false}
            data={locks.map((one) => ({ value: one.id, label: one.name }))}
            value={lock}
            onChange={(chosen) => {
              setLock(chosen);
              type('');
            }}
          />
          <Answer answer={answer} isPending={attempt.pending} />
          <FailureNotice failure={attempt.failure} />
          <p className={styles['hint']}>{texts.keyboardHint}</p>
        </div>
        <Keypad code={code} onChange={type} onEnter={enter} />
      </div>
    </Panel>
  );
}

function Answer({ answer, isPending }: { readonly answer: KeypadAnswer | null; readonly isPending: boolean }) {
  const words = answer === null ? null : keypadWords(answer);
  return (
    <div role="status" className={styles['answer']} data-opened={answer?.opened}>
      {words === null ? (
        <p className={styles['reason']}>{isPending ? texts.checking : texts.enterCode}</p>
      ) : (
        <>
          {answer?.opened === true ? <IconLockOpen2 size={32} aria-hidden /> : <IconLock size={32} aria-hidden />}
          <p className={styles['headline']}>{words.headline}</p>
          {words.reason === null ? null : <p className={styles['reason']}>{words.reason}</p>}
        </>
      )}
    </div>
  );
}
