import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconLoader2, IconPlugX } from '@tabler/icons-react';
import type { EncoderState } from '#api/encoder';
import { StateTag } from '../../components/state-tag.tsx';
import { problemSaid } from '../../text/encoder-problems.ts';
import { encoderSettingsText as text } from './encoder-sentences.ts';
import styles from './settings.module.css';

const icons = {
  ready: <IconCircleCheck aria-hidden />,
  busy: <IconLoader2 aria-hidden />,
  absent: <IconPlugX aria-hidden />,
  failed: <IconAlertTriangle aria-hidden />,
} as const;

const tones = { ready: 'ok', busy: 'info', absent: 'warn', failed: 'bad' } as const;

export interface EncoderTableProps {
  readonly encoders: readonly EncoderState[];
  readonly onForget: (encoder: EncoderState) => void;
}

/** Every encoder that this computer knows, with the sentence that says what is wrong. */
export function EncoderTable({ encoders, onForget }: EncoderTableProps) {
  return (
    <div className={styles['wide']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{text.columns.name}</th>
            <th scope="col">{text.columns.kind}</th>
            <th scope="col">{text.columns.port}</th>
            <th scope="col">{text.columns.state}</th>
            <th scope="col" className={styles['number']}>
              {text.columns.acts}
            </th>
          </tr>
        </thead>
        <tbody>
          {encoders.map((encoder) => (
            <tr key={encoder.id}>
              <td>
                <strong>{encoder.name}</strong>
              </td>
              <td>
                {text.kinds[encoder.protocol]}
                {encoder.firmware === null ? null : (
                  <span className={styles['said']}> · {text.firmware(encoder.firmware)}</span>
                )}
              </td>
              <td>{encoder.port}</td>
              <td>
                <StateTag tone={tones[encoder.state]} icon={icons[encoder.state]}>
                  {text.states[encoder.state]}
                </StateTag>
                {encoder.problem === null ? null : <Problem encoder={encoder} problem={encoder.problem} />}
              </td>
              <td className={styles['number']}>
                {encoder.isAutomatic ? (
                  <span className={styles['said']}>{text.automatic}</span>
                ) : (
                  <Button aria-label={text.forgetNamed(encoder.name)} onClick={() => onForget(encoder)}>
                    {text.forget}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Problem({
  encoder,
  problem,
}: {
  readonly encoder: EncoderState;
  readonly problem: NonNullable<EncoderState['problem']>;
}) {
  const { says, todo } = problemSaid(problem, encoder.port);
  return (
    <div className={styles['said']}>
      {says} {todo}
    </div>
  );
}
