import { Button } from '@mantine/core';
import type { SetupState } from '#api/settings-views';
import { useAddLocks } from '../../components/use-add-locks.ts';
import { AddLocksForm } from '../../components/add-locks-form.tsx';
import { Doorstep } from '../../components/doorstep.tsx';
import { setUpText } from './sentences.ts';
import { StepLine } from './step-line.tsx';
import styles from './step-line.module.css';

/** As many as there are; then on. */
export function LocksStep({ state, onDone }: { readonly state: SetupState; readonly onDone: () => void }) {
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
