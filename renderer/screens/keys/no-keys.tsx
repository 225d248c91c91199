import { Button } from '@mantine/core';
import type { KeyStatus } from '#domain/key';
import { EmptyState } from '../../components/empty-state.tsx';
import { emptyKeys, keysText, nothingMatches } from '../../text/keys.ts';
import styles from './keys-screen.module.css';

export interface NoKeysProps {
  readonly status: KeyStatus;
  readonly narrowed: boolean;
  readonly onShowAll: () => void;
}

export function NoKeys({ status, narrowed, onShowAll }: NoKeysProps) {
  const { title, words } = narrowed ? nothingMatches : emptyKeys[status];
  return (
    <div className={styles['empty']}>
      <EmptyState title={title} act={narrowed ? <Button onClick={onShowAll}>{keysText.showAll}</Button> : null}>
        {words}
      </EmptyState>
    </div>
  );
}
