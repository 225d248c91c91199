import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { fullDateText } from '../text/format.ts';
import { dayInputText as text } from '../text/property.ts';
import styles from './day-input.module.css';
import { dayAfter, dayFrom } from './typed-day.ts';

export interface DayInputProps extends Omit<TextInputProps, 'type' | 'value' | 'onChange' | 'rightSection'> {
  /** An ISO date; empty: none. */
  readonly value: string;
  /** Empty while what is typed is no day. */
  readonly onChange: (day: string) => void;
}

/**
 * A day, written as everywhere in Portal, whatever this PC is set to. It may be typed in several ways; the arrow keys go a
 * day on and back, and Alt and the arrow down open the calendar.
 */
export function DayInput({ value, onChange, error, ...rest }: DayInputProps) {
  // What is being typed, as it was typed; null where the value says it.
  const [typed, setTyped] = useState<string | null>(null);
  const [isTyping, setTyping] = useState(false);
  const native = useRef<HTMLInputElement>(null);
  const read = (words: string) => dayFrom(words, new Date().toISOString().slice(0, 10));
  const isWrong = typed !== null && typed.trim() !== '' && read(typed) === null;

  function choose(day: string) {
    setTyped(null);
    onChange(day);
  }

  function onKey(event: KeyboardEvent) {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (event.altKey) native.current?.showPicker();
    else if (value !== '') choose(dayAfter(value, step));
  }

  return (
    <TextInput
      {...rest}
      value={typed ?? (value === '' ? '' : fullDateText(value))}
      autoComplete="off"
      error={isWrong && !isTyping ? text.wrong : error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(read(event.currentTarget.value) ?? '');
      }}
      onFocus={() => setTyping(true)}
      onBlur={() => {
        setTyping(false);
        if (!isWrong) setTyped(null);
      }}
      onKeyDown={onKey}
      rightSection={
        <span className={styles['calendar']}>
          <ActionIcon
            size={24}
            tabIndex={-1}
            aria-label={text.calendar}
            disabled={rest.disabled === true}
            onClick={() => native.current?.showPicker()}
          >
            <IconCalendar size={16} aria-hidden />
          </ActionIcon>
          <input
            ref={native}
            type="date"
            className={styles['native']}
            tabIndex={-1}
            aria-hidden
            value={value}
            onChange={(event) => choose(event.currentTarget.value)}
          />
        </span>
      }
    />
  );
}
