import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EncoderState, OccupiedRoom } from '#api/encoder';
import type { KeycardKind } from '#domain/key/key';
import { askEncoder } from '../../channel/encoder-asking.ts';
import { Notice } from '../../components/notices.tsx';
import { classicTexts } from '../../text/classic.ts';
import { problemSaid } from '../../text/encoder-problems.ts';
import { endText } from '../../text/format.ts';
import styles from './encode.module.css';
import { encodeText as text } from './sentences.ts';

interface CardKindChoiceProps {
  readonly kind: KeycardKind;
  /** Whose usual card it is. */
  readonly role: 'guest' | 'staff';
  readonly onChange: (kind: KeycardKind) => void;
}

/** The key's own card, or one that opens each door once. */
export function CardKindChoice({ kind, role, onChange }: CardKindChoiceProps) {
  return (
    <div>
      <p className={styles['label']} id="encode-kind">
        {text.kind}
      </p>
      <SegmentedControl
        aria-labelledby="encode-kind"
        value={kind}
        data={[
          { value: 'usual', label: text.kinds[role] },
          { value: 'one-shot', label: text.kinds['one-shot'] },
        ]}
        onChange={(value) => onChange(value === 'one-shot' ? value : 'usual')}
        fullWidth
      />
      {kind === 'one-shot' ? <p className={styles['quiet']}>{text.oneShotMeaning}</p> : null}
    </div>
  );
}

interface EncoderChoiceProps {
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

/** Who still holds the room: the desk has to choose before a card is made that ends theirs. */
export function OccupiedRooms({
  rooms,
  children,
}: {
  readonly rooms: readonly OccupiedRoom[];
  readonly children: ReactNode;
}) {
  return (
    <section className={styles['occupied']} aria-label={text.occupied.title}>
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <p className={styles['occupiedTitle']}>{text.occupied.title}</p>
        <ul>
          {rooms.map((room) => (
            <li key={`${room.room}/${room.keyId}`}>{text.occupied.line(room.room, room.owner, endText(room.until))}</li>
          ))}
        </ul>
        <p className={styles['means']}>{text.occupied.means}</p>
        {children}
      </div>
    </section>
  );
}

/** Plainly where a MIFARE Classic lies or is to be written; else a quiet line that opens. */
export function ClassicNotice({ isClassic }: { readonly isClassic: boolean }) {
  if (isClassic) return <Notice tone="info" says={classicTexts.remark} todo={null} />;
  return (
    <details className={styles['aboutClassic']}>
      <summary>{classicTexts.about}</summary>
      {classicTexts.remark}
    </details>
  );
}
