import { Button } from '@mantine/core';
import { IconCheck, IconRotate } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { DoorId } from '#domain/ids';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { doorPageTexts as texts } from './sentences.ts';
import styles from './doors.module.css';

const staysMs = 8_000;

/** Tries every waiting code of the door's lock at once, and says so beside the button. */
export function RetryNow({ doorId }: { readonly doorId: DoorId }) {
  const [isDone, setDone] = useState(false);
  const retry = useAct(() => portal.doors.retryNow.mutate({ doorId }), { done: () => setDone(true) });
  useEffect(() => {
    if (!isDone) return undefined;
    const timer = setTimeout(() => setDone(false), staysMs);
    return () => clearTimeout(timer);
  }, [isDone]);
  return (
    <>
      <FailureNotice failure={retry.failure} />
      <span role="status" className={styles['done']}>
        {isDone ? (
          <>
            <IconCheck size={14} aria-hidden /> {texts.retryDone}
          </>
        ) : null}
      </span>
      <Button
        leftSection={<IconRotate size={15} aria-hidden />}
        loading={retry.pending}
        onClick={() => void retry.run(undefined)}
      >
        {texts.retryNow}
      </Button>
    </>
  );
}
