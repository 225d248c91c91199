import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ConnectPmsInput } from '#api/inputs';
import type { PmsConnectionView, PmsSystemView } from '#api/settings-views';
import { useNow } from '../../channel/desk-clock.ts';
import { portal } from '../../channel/portal-client.ts';
import { useZone } from '../../channel/use-desk.ts';
import { useAct } from '../../channel/use-portal.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FailureNotice } from '../../components/notices.tsx';
import { FactList, Panel } from '../../components/page.tsx';
import { StateTag } from '../../components/state-tag.tsx';
import { StuckKeys } from '../../components/stuck-keys.tsx';
import { PmsForm } from '../../components/pms-form.tsx';
import { agoText, momentText, sinceText } from '../../text/format.ts';
import { pmsFormText } from '../../text/integrations.ts';
import { words } from '../../text/words.ts';
import { integrationsText as text } from './sentences.ts';
import styles from './settings.module.css';

const looks = {
  connected: { tone: 'ok', icon: <IconCircleCheck aria-hidden /> },
  degraded: { tone: 'warn', icon: <IconAlertTriangle aria-hidden /> },
  broken: { tone: 'bad', icon: <IconCircleX aria-hidden /> },
} as const;

interface PmsPanelProps {
  readonly pms: PmsConnectionView;
  /** It is one of several: its panel is called by the property's name. */
  readonly isOneOfSeveral: boolean;
  readonly systems: readonly PmsSystemView[];
}

/** A connected PMS: how it is, and what can be done about it. */
export function PmsPanel({ pms, isOneOfSeveral, systems }: PmsPanelProps) {
  const [asking, setAsking] = useState<'reconnect' | 'disconnect' | null>(null);
  const close = () => setAsking(null);
  const sync = useAct(() => portal.settings.syncNow.mutate());
  const reconnect = useAct((input: ConnectPmsInput) => portal.settings.connectPms.mutate(input), { done: close });
  const disconnect = useAct(() => portal.settings.disconnectPms.mutate({ connection: pms.id }), { done: close });
  const called = isOneOfSeveral && pms.name !== '' ? pms.name : pms.title;

  return (
    <Panel title={isOneOfSeveral ? called : text.title} {...(pms.state === 'broken' ? { tone: 'bad' } : {})}>
      <div className={styles['body']}>
        <Problem pms={pms} />
        <PmsFacts pms={pms} />
        <StuckKeys />
        <FailureNotice failure={sync.failure} />
        <div className={styles['acts']}>
          <Button onClick={() => void sync.run(undefined)} loading={sync.pending}>
            {text.syncNow}
          </Button>
          <Button onClick={() => setAsking('reconnect')} {...(pms.state === 'broken' ? { variant: 'filled' } : {})}>
            {text.reconnect}
          </Button>
          <Button c="var(--portal-bad)" onClick={() => setAsking('disconnect')}>
            {text.disconnect}
          </Button>
        </div>
      </div>
      <Modal opened={asking === 'reconnect'} onClose={close} title={text.reconnectTitle(called)}>
        <PmsForm
          systems={systems.filter(({ name }) => name === pms.system)}
          shown={Object.fromEntries(pms.shown.map(({ field, value }) => [field, value]))}
          confirm={text.reconnect}
          onConnect={(input) => void reconnect.run({ ...input, connection: pms.id })}
          pending={reconnect.pending}
          failure={reconnect.failure}
          beside={<Button onClick={close}>{words.cancel}</Button>}
        />
      </Modal>
      <ConfirmDialog
        opened={asking === 'disconnect'}
        onClose={close}
        title={text.disconnectTitle(called)}
        consequence={
          <ul className={styles['consequences']}>
            {text.disconnectWords.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        }
        confirm={text.disconnect}
        danger
        onConfirm={() => void disconnect.run(undefined)}
        pending={disconnect.pending}
        failure={disconnect.failure}
      />
    </Panel>
  );
}

function Problem({ pms }: { readonly pms: PmsConnectionView }) {
  if (pms.state === 'connected') return null;
  return (
    <p className={styles['notice']} data-tone={looks[pms.state].tone}>
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        {text.problem[pms.state]}
        {pms.problem === null ? null : ` ${text.itsWords(pms.problem)}`}
      </span>
    </p>
  );
}

function PmsFacts({ pms }: { readonly pms: PmsConnectionView }) {
  const now = useNow();
  const zone = useZone();
  const { tone, icon } = looks[pms.state];
  return (
    <FactList
      facts={[
        { name: text.system, value: <strong>{pms.title}</strong> },
        { name: text.property, value: pms.name },
        {
          name: text.state,
          value: (
            <StateTag tone={tone} icon={icon}>
              {text.since[pms.state](sinceText(pms.stateSince, now, zone))}
            </StateTag>
          ),
        },
        { name: text.synced, value: pms.syncedAt === null ? text.never : agoText(pms.syncedAt, now) },
        { name: text.reconciled, value: pms.reconciledAt === null ? text.never : momentText(pms.reconciledAt, zone) },
        ...pms.shown.map(({ label, value }) => ({ name: pmsFormText.fields[label].label, value })),
      ]}
    />
  );
}
