import { Button } from '@mantine/core';
import { IconCreditCard, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { doorcodeTexts } from '../../text/doorcode.ts';
import { doorcodeActTexts, keycardActTexts } from './act-sentences.ts';
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
  const title = titled === 'plain' ? doorcodeTexts.title : doorcodeTexts.titleOf(name);
  return (
    <CredentialCard
      title={title}
      end={menu}
      onEdit={null}
      acts={
        editable ? (
          <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={onAdd}>
            {doorcodeActTexts.add}
          </Button>
        ) : null
      }
      said={said}
    >
      <p className={styles['none']}>{doorcodeActTexts.without}</p>
      <p className={styles['policy']}>{doorcodeActTexts.withoutMeaning(name)}</p>
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
              {keycardActTexts.encode}
            </Button>
            <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={acts.onAssign}>
              {keycardActTexts.add}
            </Button>
          </>
        ) : null
      }
      said={said}
    >
      <p className={styles['none']}>{keycardActTexts.without}</p>
      <p className={styles['policy']}>
        {hasOneShots ? keycardActTexts.onlyOneShots(owner) : keycardActTexts.withoutMeaning(owner)}
      </p>
    </CredentialCard>
  );
}
