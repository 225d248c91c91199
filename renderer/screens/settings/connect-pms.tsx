import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ConnectPmsInput } from '#api/inputs';
import type { PmsSystemView } from '#api/settings-views';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { Panel } from '../../components/page.tsx';
import { PmsForm } from '../../components/pms-form.tsx';
import { words } from '../../text/words.ts';
import { integrationsText as text } from './sentences.ts';
import styles from './settings.module.css';

type Systems = readonly PmsSystemView[];

/** Nothing is connected yet. */
export function ConnectPms({ systems }: { readonly systems: Systems }) {
  return (
    <div className={styles['narrow']}>
      <Panel title={text.none}>
        <div className={styles['body']}>
          <p className={styles['soft']}>{text.noneWords}</p>
          <NewConnection systems={systems} />
        </div>
      </Panel>
    </div>
  );
}

/** One more beside those that are there. */
export function AddPms({ systems }: { readonly systems: Systems }) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <div>
      <Button onClick={() => setOpened(true)}>{text.add}</Button>
      <Modal opened={opened} onClose={close} title={text.add}>
        <NewConnection systems={systems} onDone={close} beside={<Button onClick={close}>{words.cancel}</Button>} />
      </Modal>
    </div>
  );
}

interface NewConnectionProps {
  readonly systems: Systems;
  readonly onDone?: () => void;
  readonly beside?: ReactNode;
}

function NewConnection({ systems, onDone, beside }: NewConnectionProps) {
  const connect = useAct((input: ConnectPmsInput) => portal.settings.connectPms.mutate(input), {
    done: () => onDone?.(),
  });
  return (
    <PmsForm
      systems={systems}
      onConnect={(input) => void connect.run({ ...input, connection: null })}
      pending={connect.pending}
      failure={connect.failure}
      beside={beside}
    />
  );
}
