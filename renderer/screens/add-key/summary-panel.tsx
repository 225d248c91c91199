import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Failure } from '../../channel/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { addKeyText as texts } from '../../text/add-key.ts';
import styles from './add-key.module.css';

export interface SummaryPanelProps {
  readonly effect: readonly string[];
  readonly warnings: readonly string[];
  /** Asked once more: the key would be made without an asked doorcode. */
  readonly confirming: boolean;
  readonly pending: boolean;
  readonly failure: Failure | null;
}

/** The effect in words, beside the form, and the button that makes it so. */
export function SummaryPanel({ effect, warnings, confirming, pending, failure }: SummaryPanelProps) {
  return (
    <div className={styles['summary']}>
      <Panel title={texts.summary}>
        <div className={styles['inPanel']}>
          <div aria-live="polite">
            {effect.length === 0 ? <p className={styles['quiet']}>{texts.nothingYet}</p> : null}
            {effect.map((sentence) => (
              <p key={sentence} className={styles['effect']}>
                {sentence}
              </p>
            ))}
            {warnings.map((sentence) => (
              <p key={sentence} className={styles['warning']}>
                <IconAlertTriangle size={16} aria-hidden />
                {sentence}
              </p>
            ))}
          </div>
          <FailureNotice failure={failure} />
          <Button
            type="submit"
            size="sm"
            variant="filled"
            fullWidth
            mt="sm"
            loading={pending}
            rightSection={<kbd aria-hidden>Ctrl Enter</kbd>}
            {...(confirming ? { color: 'red' } : {})}
          >
            {confirming ? texts.createAnyway : texts.create}
          </Button>
        </div>
      </Panel>
    </div>
  );
}
