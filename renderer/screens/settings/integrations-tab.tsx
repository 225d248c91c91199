import type { SettingsView } from '#api/settings-views';
import { AddPms, ConnectPms } from './connect-pms.tsx';
import { PmsPanel } from './pms-panel.tsx';
import { UnmappedRooms } from './unmapped-rooms.tsx';
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
      <UnmappedRooms rooms={unmappedSpaces} />
    </div>
  );
}
