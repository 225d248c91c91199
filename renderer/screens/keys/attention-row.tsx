import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import type { AlertView } from '#api/views';
import { askToEncode } from '../../channel/encoder-asking.ts';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { useZone } from '../../channel/use-strip.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { sinceText, useNow } from '../../format.ts';
import { alertFixTexts, alertWords } from '../../text/alerts.ts';
import { needsAttentionText } from './attention-sentences.ts';
import styles from './attention.module.css';

/** One alert: whom it is about, what is wrong and why, and the way out. */
export function AttentionRow({ alert }: { readonly alert: AlertView }) {
  const navigate = useNavigate();
  const now = useNow();
  const zone = useZone();
  const { title, detail, fix } = alertWords(alert);
  const { keyId, doorId } = alert;
  const tryNow = useAct(async () => {
    if (keyId !== null) await portal.keys.retryNow.mutate({ keyId, doorId });
    else if (doorId !== null) await portal.doors.retryNow.mutate({ doorId });
    // Said apart from the row, which goes when the lock has answered.
    notifications.show({ message: needsAttentionText.trying(alert.doorName) });
  });

  function mend() {
    if (fix === 'try-now') void tryNow.run(undefined);
    else if (fix === 'encode' && keyId !== null) askToEncode(keyId);
    else if (fix === 'open-settings') void navigate({ to: '/settings', search: { tab: 'integrations' } });
    else if (fix === 'open-door' && doorId !== null) void navigate({ to: '/doors/$doorId', params: { doorId } });
    else if (fix === 'map-room') void navigate({ to: '/doors' });
    else if (keyId !== null) void navigate({ to: '/keys/$keyId', params: { keyId } });
  }

  return (
    <li className={styles['row']}>
      <div className={styles['words']}>
        {alert.owner === null ? null : <strong>{alert.owner}</strong>}
        {alert.owner === null ? null : ' · '}
        <strong>{title}</strong> <span className={styles['detail']}>{detail}</span>{' '}
        <span className={styles['since']}>{needsAttentionText.since(sinceText(alert.raisedAt, now, zone))}</span>
        <FailureNotice failure={tryNow.failure} />
      </div>
      <div className={styles['acts']}>
        {keyId === null ? null : (
          <Link to="/keys/$keyId" params={{ keyId }} className={styles['quiet']}>
            {needsAttentionText.openKey}
          </Link>
        )}
        {fix === 'wait' ? null : (
          <Button onClick={mend} loading={tryNow.pending} className={styles['fix'] ?? ''}>
            {alertFixTexts[fix]}
          </Button>
        )}
      </div>
    </li>
  );
}
