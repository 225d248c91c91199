import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { SettingsView } from '#api/settings-views';
import { Panel } from '../../components/panel.tsx';
import { integrationsText as text } from './sentences.ts';
import styles from './settings.module.css';

/** Rooms of the PMS that lead nowhere: the usual reason why a key opens nothing. */
export function UnmappedRooms({ rooms }: { readonly rooms: SettingsView['unmappedSpaces'] }) {
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
