import type { ConnectPmsInput } from '#api/inputs';
import type { PmsSystemView } from '#api/settings-views';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { Panel } from '../../components/panel.tsx';
import { PmsForm } from '../../components/pms-form.tsx';
import { integrationsText } from '../../text/settings.ts';
import styles from './settings.module.css';

export function ConnectPms({ systems }: { readonly systems: readonly PmsSystemView[] }) {
  const connect = useAct((input: ConnectPmsInput) => portal.settings.connectPms.mutate(input));
  return (
    <div className={styles['narrow']}>
      <Panel title={integrationsText.none}>
        <div className={styles['body']}>
          <p className={styles['soft']}>{integrationsText.noneWords}</p>
          <PmsForm
            systems={systems}
            onConnect={(input) => void connect.run(input)}
            pending={connect.pending}
            failure={connect.failure}
          />
        </div>
      </Panel>
    </div>
  );
}
