import type { ConnectPmsInput } from '#api/inputs';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { MewsForm } from '../../components/mews-form.tsx';
import { Panel } from '../../components/panel.tsx';
import { mewsText } from '../../text/integrations.ts';
import { integrationsText } from '../../text/settings.ts';
import styles from './settings.module.css';

export function ConnectPms() {
  const connect = useAct((input: ConnectPmsInput) => portal.settings.connectPms.mutate(input));
  return (
    <div className={styles['narrow']}>
      <Panel title={integrationsText.none}>
        <div className={styles['body']}>
          <p className={styles['soft']}>{integrationsText.noneWords}</p>
          <MewsForm
            confirm={mewsText.connect}
            onConnect={(input) => void connect.run(input)}
            pending={connect.pending}
            failure={connect.failure}
          />
        </div>
      </Panel>
    </div>
  );
}
