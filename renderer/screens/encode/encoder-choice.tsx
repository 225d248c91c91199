import { Button, Select } from '@mantine/core';
import type { EncoderState } from '#api/encoder';
import { askEncoder } from '../../channel/encoder-asking.ts';
import { Notice } from '../../components/notice.tsx';
import { encodeText as text } from '../../text/encode.ts';
import { problemSaid } from '../../text/encoder-problems.ts';

export interface EncoderChoiceProps {
  readonly encoders: readonly EncoderState[];
  readonly encoder: EncoderState | undefined;
  /** Begun without one. */
  readonly isMissing: boolean;
  readonly onChange: (id: string | null) => void;
}

/** Which encoder where there are several, and what is wrong with the one that there is. */
export function EncoderChoice({ encoders, encoder, isMissing, onChange }: EncoderChoiceProps) {
  return (
    <>
      {encoders.length > 1 ? (
        <Select
          label={text.whichEncoder}
          data={encoders.map(({ id, name }) => ({ value: id, label: name }))}
          value={encoder?.id ?? null}
          error={isMissing ? text.chooseEncoder : null}
          onChange={onChange}
        />
      ) : null}
      {encoders.length === 0 ? (
        <Notice
          tone="warn"
          says={text.noEncoder}
          todo={null}
          act={<Button onClick={() => askEncoder({ ask: 'set-up' })}>{text.setUp}</Button>}
        />
      ) : null}
      {encoder?.state === 'absent' || encoder?.state === 'failed' ? (
        <Notice tone="warn" {...problemSaid(encoder.problem ?? 'not-found', encoder.port)} />
      ) : null}
    </>
  );
}
