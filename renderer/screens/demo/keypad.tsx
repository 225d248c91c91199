import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { groupedCode } from '../../format.ts';
import { demoTexts as texts } from './sentences.ts';
import styles from './demo.module.css';

export interface KeypadProps {
  readonly code: string;
  readonly onChange: (code: string) => void;
  readonly onEnter: () => void;
}

const longest = 12;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** A lock's keypad, for the finger and for the keyboard. */
export function Keypad({ code, onChange, onEnter }: KeypadProps) {
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
