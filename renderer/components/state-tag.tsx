import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './state-tag.module.css';

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'neutral';

export interface StateTagProps {
  readonly tone: Tone;
  /** Colour is never alone: a Tabler icon beside the word. */
  readonly icon: ReactNode;
  readonly children: ReactNode;
  /** The sentence behind the word. With it the tag can be reached from the keyboard. */
  readonly tooltip?: string;
}

/** The state of something in a word, a colour and an icon. */
export function StateTag({ tone, icon, children, tooltip }: StateTagProps) {
  if (tooltip === undefined) {
    return (
      <span className={styles['tag']} data-tone={tone}>
        {icon}
        {children}
      </span>
    );
  }
  return (
    <Tooltip label={tooltip}>
      <span className={styles['tag']} data-tone={tone} tabIndex={0}>
        {icon}
        {children}
      </span>
    </Tooltip>
  );
}
