import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { portal } from '../../channel/portal-client.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { AddLocksForm, useAddLocks } from '../../components/add-locks-form.tsx';
import { EmptyState, FailureNotice, Waiting } from '../../components/notices.tsx';
import { Panel } from '../../components/page.tsx';
import { StateTag } from '../../components/state-tag.tsx';
import { lockSystemName } from '../../text/integrations.ts';
import { clockText, locksText as text, settingsText } from './sentences.ts';
import styles from './settings.module.css';

const looks = {
  online: { tone: 'ok', icon: <IconCircleCheck aria-hidden /> },
  offline: { tone: 'bad', icon: <IconCircleX aria-hidden /> },
  unknown: { tone: 'neutral', icon: <IconCircleDashed aria-hidden /> },
} as const;

/** What the locks are reached through, and how more are added. */
export function LocksTab() {
  const found = useAnswer(['settings', 'gateways'], () => portal.settings.gateways.query());
  const gateways = found.data;
  const add = useAddLocks();
  return (
    <div className={styles['columns']}>
      <Panel
        title={text.title}
        beside={gateways === undefined || gateways.length === 0 ? undefined : String(gateways.length)}
      >
        <FailureNotice failure={found.failure} />
        {found.waiting ? <Waiting>{settingsText.loading}</Waiting> : null}
        {gateways?.length === 0 ? <EmptyState title={text.none}>{text.noneWords}</EmptyState> : null}
        {gateways === undefined || gateways.length === 0 ? null : (
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{text.columns.name}</th>
                <th scope="col">{text.columns.driver}</th>
                <th scope="col">{text.columns.state}</th>
                <th scope="col" className={styles['number']}>
                  {text.columns.locks}
                </th>
              </tr>
            </thead>
            <tbody>
              {gateways.map((gateway) => (
                <tr key={gateway.id}>
                  <td>
                    <strong>{gateway.name}</strong>
                  </td>
                  <td>{lockSystemName(gateway.driver)}</td>
                  <td>
                    <StateTag {...looks[gateway.online]}>{text.states[gateway.online]}</StateTag>
                    {gateway.offlineBecause === null ? null : <p>{text.causes[gateway.offlineBecause]}</p>}
                    {gateway.clock === null ? null : <p>{clockText(gateway.clock)}</p>}
                  </td>
                  <td className={styles['number']}>{gateway.locks}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
      <Panel title={text.add}>
        <div className={styles['body']}>
          <AddLocksForm {...add} />
        </div>
      </Panel>
    </div>
  );
}
