import type { SettingsView } from '#api/settings-views';
import { ConnectPms } from './connect-pms.tsx';
import { PmsPanel } from './pms-panel.tsx';
import { UnmappedRooms } from './unmapped-rooms.tsx';
import styles from './settings.module.css';

export function IntegrationsTab({ settings }: { readonly settings: SettingsView }) {
  return (
    <div className={styles['columns']}>
      {settings.pms === null ? (
        <ConnectPms systems={settings.pmsSystems} />
      ) : (
        <PmsPanel pms={settings.pms} systems={settings.pmsSystems} />
      )}
      {settings.pms === null && settings.unmappedSpaces.length === 0 ? null : (
        <UnmappedRooms rooms={settings.unmappedSpaces} />
      )}
    </div>
  );
}
