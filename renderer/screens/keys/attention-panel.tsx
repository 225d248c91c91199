import { Button } from '@mantine/core';
import { useState } from 'react';
import { portal } from '../../channel/portal-client.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { Panel } from '../../components/panel.tsx';
import { StuckKeys, useStuckKeys } from '../../components/stuck-keys.tsx';
import { needsAttentionText } from './attention-sentences.ts';
import { AttentionRow } from './attention-row.tsx';
import styles from './attention.module.css';

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
