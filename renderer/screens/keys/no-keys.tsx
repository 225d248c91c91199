import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { KeyStatus } from '#domain/key/key';
import { useSetup } from '../../channel/use-setup.ts';
import { useStrip } from '../../channel/use-strip.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { emptyKeys, keysText, nothingMatches } from './sentences.ts';
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
      <EmptyState
        title={title}
        act={narrowed ? <Button onClick={onShowAll}>{keysText.showAll}</Button> : <FirstStep status={status} />}
      >
        {words}
      </EmptyState>
    </div>
  );
}

/** How the first key comes to be: from a reservation, so from a PMS. */
function FirstStep({ status }: { readonly status: KeyStatus }) {
  const navigate = useNavigate();
  const demo = useSetup().data?.demo === true;
  const withoutPms = useStrip()?.pms.length === 0;
  if (status === 'past' || status === 'revoked') return null;
  if (demo) return <Button onClick={() => void navigate({ to: '/demo' })}>{keysText.openDemo}</Button>;
  if (!withoutPms) return null;
  return (
    <Button onClick={() => void navigate({ to: '/settings', search: { tab: 'integrations' } })}>
      {keysText.connectPms}
    </Button>
  );
}
