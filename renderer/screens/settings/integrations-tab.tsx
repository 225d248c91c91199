import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { SettingsView } from '#api/settings-views';
import { Panel } from '../../components/page.tsx';
import { AddPms, ConnectPms } from './connect-pms.tsx';
import { PmsPanel } from './pms-panel.tsx';
import { integrationsText as text } from './sentences.ts';
import styles from './settings.module.css';

export function IntegrationsTab({ settings }: { readonly settings: SettingsView }) {
  const { pms: connections, pmsSystems: systems, unmappedSpaces } = settings;
  if (connections.length === 0) return <ConnectPms systems={systems} />;
  return (
    <div className={styles['columns']}>
      <div className={styles['stack']}>
        {connections.map((pms) => (
          <PmsPanel key={pms.id} pms={pms} isOneOfSeveral={connections.length > 1} systems={systems} />
        ))}
        <AddPms systems={systems} />
      </div>
      <UnmappedRooms rooms={unmappedSpaces.filter(({ isSleptIn }) => isSleptIn)} />
    </div>
  );
}

/** Rooms of the PMS that lead nowhere: the usual reason why a key opens nothing. */
function UnmappedRooms({ rooms }: { readonly rooms: SettingsView['unmappedSpaces'] }) {
  const navigate = useNavigate();
  if (rooms.length === 0) {
    return (
      <Panel title={text.rooms}>
        <p className={styles['body']}>{text.roomsNone}</p>
      </Panel>
    );
  }
  return (
    <Panel title={text.rooms} beside={String(rooms.length)} tone="warn">
      <div className={styles['body']}>
        <p className={styles['soft']}>{text.roomsWords}</p>
        <ul className={styles['rooms']}>
          {rooms.map(({ id, name }) => (
            <li key={id} className={styles['room']}>
              {name}
            </li>
          ))}
        </ul>
        <Button onClick={() => void navigate({ to: '/doors' })}>{text.openDoors}</Button>
      </div>
    </Panel>
  );
}
