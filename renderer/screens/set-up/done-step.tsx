import { Button, Group } from '@mantine/core';
import type { SetupState } from '#api/settings-views';
import { Doorstep } from '../../components/doorstep.tsx';
import { setUpText } from './sentences.ts';
import { StepLine } from './step-line.tsx';
import styles from './step-line.module.css';

const text = setUpText.done;

export function DoneStep({ state, onDone }: { readonly state: SetupState; readonly onDone: () => void }) {
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
