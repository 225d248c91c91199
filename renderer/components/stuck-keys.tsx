import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useNow } from '../channel/desk-clock.ts';
import { portal } from '../channel/portal-client.ts';
import { useStrip } from '../channel/use-desk.ts';
import { useAnswer } from '../channel/use-portal.ts';
import { stuckKeysText as text } from '../text/stuck-keys.ts';
import { type StuckAfterOutage, stuckKeys } from './stuck-after-outage.ts';
import styles from './stuck-keys.module.css';

/** After an outage of the PMS: how many guests stand before a closed door, and the way to open all of them at once. */
export function StuckKeys() {
  const navigate = useNavigate();
  const stuck = useStuckKeys();
  if (stuck === null) return null;
  return (
    <div className={styles['stuck']}>
      <p className={styles['words']}>
        <strong>{text.count(stuck.count)}</strong> {text.why[stuck.access]}
      </p>
      <Button onClick={() => void navigate({ to: '/keys', search: { tab: 'current', access: stuck.access } })}>
        {text.show}
      </Button>
    </div>
  );
}

/** null: nobody waits because of the PMS. */
export function useStuckKeys(): StuckAfterOutage | null {
  const counts = useAnswer(['keys', 'counts'], () => portal.keys.counts.query()).data;
  const pms = useStrip()?.pms;
  const now = useNow();
  return counts === undefined || pms === undefined ? null : stuckKeys(counts, pms, now);
}
