import { Button } from '@mantine/core';
import { IconCreditCard, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { doorcodeTexts } from '../../text/doorcode.ts';
import { keycardText } from '../../text/keycards.ts';
import styles from './credential-card.module.css';
import { CredentialCard } from './credential-card.tsx';

interface NoDoorcodeCardProps {
  readonly name: string;
  /** Whether the name stands in the title: where a key has several people. */
  readonly titled: 'with-name' | 'plain';
  /** False for a key that is over: nothing can be added any more. */
  readonly editable: boolean;
  /** What else can be done about the person; null: nothing. */
  readonly menu: ReactNode;
  /** What came of the last act. */
  readonly said: ReactNode;
  readonly onAdd: () => void;
}

/** A person on the key to whom no doorcode is issued, and the way to issue one. */
export function NoDoorcodeCard({ name, titled, editable, menu, said, onAdd }: NoDoorcodeCardProps) {
  const title = titled === 'plain' ? doorcodeTexts.title : `${doorcodeTexts.title} · ${name}`;
  return (
    <CredentialCard
      title={title}
      end={menu}
      onEdit={null}
      acts={
        editable ? (
          <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={onAdd}>
            {doorcodeTexts.add}
          </Button>
        ) : null
      }
      said={said}
    >
      <p className={styles['none']}>{doorcodeTexts.without}</p>
      <p className={styles['policy']}>{doorcodeTexts.withoutMeaning(name)}</p>
    </CredentialCard>
  );
}

interface NoKeycardCardProps {
  readonly title: string;
  readonly owner: string;
  readonly hasOneShots: boolean;
  /** False for a key that is over: nothing can be added any more. */
  readonly editable: boolean;
  readonly said: ReactNode;
  readonly onAssign: () => void;
  readonly onEncode: () => void;
}

/** A person on the key who holds no card, and the two ways to one: from the stock, or straight on the encoder. */
export function NoKeycardCard({ title, owner, hasOneShots, editable, said, ...acts }: NoKeycardCardProps) {
  return (
    <CredentialCard
      title={title}
      end={null}
      onEdit={null}
      acts={
        editable ? (
          <>
            <Button leftSection={<IconCreditCard size={15} aria-hidden />} onClick={acts.onEncode}>
              {keycardText.encode}
            </Button>
            <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={acts.onAssign}>
              {keycardText.add}
            </Button>
          </>
        ) : null
      }
      said={said}
    >
      <p className={styles['none']}>{keycardText.without}</p>
      <p className={styles['policy']}>{keycardText.withoutMeaning(owner, hasOneShots)}</p>
    </CredentialCard>
  );
}
