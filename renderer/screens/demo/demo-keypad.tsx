import { Select, UnstyledButton } from '@mantine/core';
import { IconCheck, IconLock, IconLockOpen2, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { DemoView, KeypadAnswer } from '#api/demo';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { Panel } from '../../components/page.tsx';
import { groupedCode } from '../../text/format.ts';
import styles from './demo.module.css';
import { demoTexts as texts, keypadWords } from './sentences.ts';

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

interface KeypadProps {
  readonly code: string;
  readonly onChange: (code: string) => void;
  readonly onEnter: () => void;
}

const longest = 12;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** A lock's keypad, for the finger and for the keyboard. */
function Keypad({ code, onChange, onEnter }: KeypadProps) {
  const press = (digit: string) => {
    if (code.length < longest) onChange(`${code}${digit}`);
  };
  function onKey(event: KeyboardEvent) {
    if (/^\d$/.test(event.key)) press(event.key);
    else if (event.key === 'Backspace') onChange(code.slice(0, -1));
    else if (event.key === 'Escape') onChange('');
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
  }
  return (
    <div className={styles['keypad']} role="group" aria-label={texts.keypad} tabIndex={0} onKeyDown={onKey}>
      <output className={styles['display']} aria-label={texts.enterCode}>
        {code === '' ? '–' : groupedCode(code)}
      </output>
      <div className={styles['keys']}>
        {digits.map((digit) => (
          <Key key={digit} label={texts.digit(digit)} onPress={() => press(digit)}>
            {digit}
          </Key>
        ))}
        <Key label={texts.clear} onPress={() => onChange('')}>
          <IconX size={18} aria-hidden />
        </Key>
        <Key label={texts.digit('0')} onPress={() => press('0')}>
          0
        </Key>
        <Key label={texts.enter} onPress={onEnter}>
          <IconCheck size={18} aria-hidden />
        </Key>
      </div>
    </div>
  );
}

interface KeyProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Key({ label, onPress, children }: KeyProps) {
  return (
    <UnstyledButton
      className={styles['key'] ?? ''}
      aria-label={label}
      onClick={onPress}
      onKeyDown={(event: KeyboardEvent) => {
        // Enter and Space press this key; they are not the code's own Enter.
        if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
      }}
    >
      {children}
    </UnstyledButton>
  );
}
