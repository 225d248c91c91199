import { Button } from '@mantine/core';
import type { ConnectPmsInput } from '#api/inputs';
import { portal } from '../../channel/portal-client.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { Doorstep } from '../../components/doorstep.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PmsForm } from '../../components/pms-form.tsx';
import { setUpText } from './sentences.ts';
import styles from './step-line.module.css';
import { StepLine } from './step-line.tsx';

export function PmsStep({ onSkip }: { readonly onSkip: () => void }) {
  const settings = useAnswer(['settings', 'all'], () => portal.settings.get.query());
  const connect = useAct((input: ConnectPmsInput) => portal.settings.connectPms.mutate(input));
  const systems = settings.data?.pmsSystems ?? [];
  return (
    <Doorstep title={setUpText.pms.title(systems)} wide above={<StepLine at="pms" />}>
      <p className={styles['words']}>{setUpText.pms.words}</p>
      <FailureNotice failure={settings.failure} />
      {settings.failure === null ? null : <Button onClick={onSkip}>{setUpText.skip}</Button>}
      {settings.data === undefined ? null : (
        <PmsForm
          systems={systems}
          onConnect={(input) => void connect.run({ ...input, connection: null })}
          pending={connect.pending}
          failure={connect.failure}
          beside={<Button onClick={onSkip}>{setUpText.skip}</Button>}
        />
      )}
    </Doorstep>
  );
}
