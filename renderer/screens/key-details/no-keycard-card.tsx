import { Button } from '@mantine/core';
import { IconCreditCard, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { keycardText as texts } from '../../text/keycards.ts';
import styles from './credential-card.module.css';
import { CredentialCard } from './credential-card.tsx';

export interface NoKeycardCardProps {
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
              {texts.encode}
            </Button>
            <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={acts.onAssign}>
              {texts.add}
            </Button>
          </>
        ) : null
      }
      said={said}
    >
      <p className={styles['none']}>{texts.without}</p>
      <p className={styles['policy']}>{texts.withoutMeaning(owner, hasOneShots)}</p>
    </CredentialCard>
  );
}
