import { Button, Group } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ConnectPmsInput } from '#api/inputs';
import type { SetupState } from '#api/settings-views';
import { portal } from '../../channel/portal-client.ts';
import { useSetup } from '../../channel/use-desk.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { AddLocksForm, useAddLocks } from '../../components/add-locks-form.tsx';
import { Doorstep } from '../../components/doorstep.tsx';
import { FailureNotice } from '../../components/notices.tsx';
import { PmsForm } from '../../components/pms-form.tsx';
import { OwnerStep } from './owner-step.tsx';
import { PropertyStep } from './property-step.tsx';
import { setUpText } from './sentences.ts';
import styles from './step-line.module.css';
import { StepLine } from './step-line.tsx';

type Step = 'owner' | 'property' | 'pms' | 'locks' | 'done';

/** The first run: what is missing is asked for, one thing at a time; the PMS and the locks may wait. */
export function SetUpScreen() {
  const { data: state } = useSetup();
  const [passed, setPassed] = useState<readonly Step[]>([]);
  const navigate = useNavigate();
  const { pathname } = useLocation();

  // The address keeps the set-up open when the property is there and the rest is still to be asked.
  const begun = state !== undefined && (state.owner === 'missing' || state.property === 'missing');
  useEffect(() => {
    if (begun && pathname !== '/set-up') void navigate({ to: '/set-up', replace: true });
  }, [begun, pathname, navigate]);

  if (state === undefined) return null;
  const pass = (step: Step) => () => setPassed((before) => [...before, step]);
  switch (stepOf(state, passed)) {
    case 'owner':
      return <OwnerStep />;
    case 'property':
      return <PropertyStep />;
    case 'pms':
      return <PmsStep onSkip={pass('pms')} />;
    case 'locks':
      return <LocksStep state={state} onDone={pass('locks')} />;
    case 'done':
      return <DoneStep state={state} onDone={() => void navigate({ to: '/keys' })} />;
  }
}

function stepOf(state: SetupState, passed: readonly Step[]): Step {
  if (state.owner === 'missing') return 'owner';
  if (state.property === 'missing') return 'property';
  if (state.pms === 'missing' && !passed.includes('pms')) return 'pms';
  if (!passed.includes('locks') && !state.demo) return 'locks';
  return 'done';
}

function PmsStep({ onSkip }: { readonly onSkip: () => void }) {
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

/** As many as there are; then on. */
function LocksStep({ state, onDone }: { readonly state: SetupState; readonly onDone: () => void }) {
  const add = useAddLocks();
  return (
    <Doorstep title={setUpText.locks.title} wide above={<StepLine at="locks" setup={state} />}>
      <p className={styles['words']}>{setUpText.locks.words}</p>
      <AddLocksForm
        {...add}
        beside={<Button onClick={onDone}>{add.said === null ? setUpText.skip : setUpText.next}</Button>}
      />
    </Doorstep>
  );
}

const text = setUpText.done;

function DoneStep({ state, onDone }: { readonly state: SetupState; readonly onDone: () => void }) {
  return (
    <Doorstep title={text.title} wide above={<StepLine at="done" setup={state} />}>
      <ul className={styles['list']}>
        <li>{state.pms === 'present' ? text.withPms : text.withoutPms}</li>
        <li>{state.locks === 'present' ? text.withLocks : text.withoutLocks}</li>
      </ul>
      <Group justify="flex-end">
        <Button variant="filled" onClick={onDone} autoFocus>
          {text.act}
        </Button>
      </Group>
    </Doorstep>
  );
}
