import { SegmentedControl } from '@mantine/core';
import type { KeycardKind } from '#domain/key/key';
import { encodeText as text } from '../../text/encode.ts';
import styles from './encode.module.css';

export interface CardKindChoiceProps {
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
