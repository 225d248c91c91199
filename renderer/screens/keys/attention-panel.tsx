import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AlertView } from '#api/views';
import { useNow } from '../../channel/desk-clock.ts';
import { askToEncode } from '../../channel/encoder-asking.ts';
import { portal } from '../../channel/portal-client.ts';
import { useZone } from '../../channel/use-desk.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { Panel } from '../../components/page.tsx';
import { StuckKeys, useStuckKeys } from '../../components/stuck-keys.tsx';
import { alertFixTexts, alertWords } from '../../text/alerts.ts';
import { sinceText } from '../../text/format.ts';
import styles from './attention-panel.module.css';
import { HeldDialog } from './held-dialog.tsx';
import { needsAttentionText } from './sentences.ts';

/** How many are shown before somebody asks for all: the list of keys below stays in sight. */
const fewest = 3;

/** Problems come to the desk: each with its reason and one button that leads out of it. Nothing is drawn when all is well. */
export function AttentionPanel() {
  const alerts = useAnswer(['desk', 'alerts'], () => portal.desk.alerts.query());
  const [all, setAll] = useState(false);
  const stuck = useStuckKeys();
  if (alerts.data === undefined || (alerts.data.length === 0 && stuck === null)) return null;
  const shown = all ? alerts.data : alerts.data.slice(0, fewest);
  return (
    <div className={styles['panel']}>
      <Panel
        tone="warn"
        title={needsAttentionText.title}
        beside={String(alerts.data.length + (stuck === null ? 0 : 1))}
        acts={
          alerts.data.length <= fewest ? null : (
            <Button variant="subtle" onClick={() => setAll(!all)} aria-expanded={all}>
              {all ? needsAttentionText.fewer : needsAttentionText.all(alerts.data.length)}
            </Button>
          )
        }
      >
        <div className={styles['stuck']}>
          <StuckKeys />
        </div>
        <ul className={styles['list']}>
          {shown.map((alert) => (
            <AttentionRow key={alert.id} alert={alert} />
          ))}
        </ul>
      </Panel>
    </div>
  );
}

/** One alert: whom it is about, what is wrong and why, and the way out. */
function AttentionRow({ alert }: { readonly alert: AlertView }) {
  const navigate = useNavigate();
  const now = useNow();
  const zone = useZone();
  const { title, detail, fix } = alertWords(alert);
  const { keyId, doorId } = alert;
  const [deciding, setDeciding] = useState(false);
  const tryNow = useAct(async () => {
    if (keyId !== null) await portal.keys.retryNow.mutate({ keyId, doorId });
    else if (doorId !== null) await portal.doors.retryNow.mutate({ doorId });
    // Said apart from the row, which goes when the lock has answered.
    notifications.show({
      message: alert.doorName === null ? needsAttentionText.trying : needsAttentionText.tryingDoor(alert.doorName),
    });
  });

  function mend() {
    if (fix === 'decide') setDeciding(true);
    else if (fix === 'try-now') void tryNow.run(undefined);
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
        {deciding ? <HeldDialog alert={alert} onClose={() => setDeciding(false)} /> : null}
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
