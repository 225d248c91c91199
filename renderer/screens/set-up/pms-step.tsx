import { Button } from '@mantine/core';
import type { ConnectPmsInput } from '#api/inputs';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { Doorstep } from '../../components/doorstep.tsx';
import { MewsForm } from '../../components/mews-form.tsx';
import { mewsText } from '../../text/integrations.ts';
import { setUpText } from '../../text/set-up.ts';
import { StepLine } from './step-line.tsx';
import styles from './step-line.module.css';

export function PmsStep({ onSkip }: { readonly onSkip: () => void }) {
  const connect = useAct((input: ConnectPmsInput) => portal.settings.connectPms.mutate(input));
  return (
    <Doorstep title={setUpText.pms.title} wide above={<StepLine at="pms" />}>
      <p className={styles['words']}>{setUpText.pms.words}</p>
      <MewsForm
        confirm={mewsText.connect}
        onConnect={(input) => void connect.run(input)}
        pending={connect.pending}
        failure={connect.failure}
        beside={<Button onClick={onSkip}>{setUpText.skip}</Button>}
      />
    </Doorstep>
  );
}
