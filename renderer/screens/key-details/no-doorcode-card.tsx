import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { doorcodeTexts as texts } from '../../text/doorcode.ts';
import styles from './credential-card.module.css';
import { CredentialCard } from './credential-card.tsx';

export interface NoDoorcodeCardProps {
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
  const title = titled === 'plain' ? texts.title : `${texts.title} · ${name}`;
  return (
    <CredentialCard
      title={title}
      end={menu}
      onEdit={null}
      acts={
        editable ? (
          <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={onAdd}>
            {texts.add}
          </Button>
        ) : null
      }
      said={said}
    >
      <p className={styles['none']}>{texts.without}</p>
      <p className={styles['policy']}>{texts.withoutMeaning(name)}</p>
    </CredentialCard>
  );
}
