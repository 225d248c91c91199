import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { portal } from '../../channel/portal-client.ts';
import { useSession } from '../../channel/session.ts';
import { useAct } from '../../channel/use-portal.ts';
import { Doorstep } from '../../components/doorstep.tsx';
import { FailureNotice } from '../../components/notices.tsx';
import { wrongInSecrets } from '../../components/secrets-form.tsx';
import { fieldsSaid } from '../../text/refusals.ts';
import { DemoHint } from './demo-hint.tsx';
import { setUpText } from './sentences.ts';
import styles from './step-line.module.css';
import { StepLine } from './step-line.tsx';

const text = setUpText.owner;
/** So that the two fields beside each other stand in one line. */
const meaningBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

export function OwnerStep() {
  const { enter } = useSession();
  const [input, setInput] = useState({ name: '', password: '', again: '', pin: '' });
  const [tried, setTried] = useState(false);
  const create = useAct(
    (owner: { readonly name: string; readonly password: string; readonly pin: string | null }) =>
      portal.setup.createOwner.mutate(owner),
    { done: enter },
  );
  const wrong = { ...fieldsSaid(create.failure), ...(tried ? wrongIn(input) : {}) };

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(wrongIn(input)).length > 0) return;
    void create.run({ name: input.name, password: input.password, pin: input.pin === '' ? null : input.pin });
  }

  return (
    <Doorstep title={text.title} wide above={<StepLine at="owner" />}>
      <p className={styles['words']}>{text.words}</p>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            label={text.name}
            value={input.name}
            onChange={(event) => setInput({ ...input, name: event.currentTarget.value })}
            error={wrong['name']}
            autoComplete="username"
            autoFocus
          />
          <Group grow align="flex-start">
            <PasswordInput
              label={text.password}
              description={text.passwordMeaning}
              inputWrapperOrder={meaningBelow}
              value={input.password}
              onChange={(event) => setInput({ ...input, password: event.currentTarget.value })}
              error={wrong['password']}
              autoComplete="new-password"
            />
            <PasswordInput
              label={text.again}
              value={input.again}
              onChange={(event) => setInput({ ...input, again: event.currentTarget.value })}
              error={wrong['again']}
              autoComplete="new-password"
            />
          </Group>
          <PasswordInput
            label={text.pin}
            description={text.pinMeaning}
            value={input.pin}
            onChange={(event) => setInput({ ...input, pin: event.currentTarget.value })}
            error={wrong['pin']}
            inputMode="numeric"
            autoComplete="off"
          />
          <FailureNotice failure={create.failure} />
          <Group justify="flex-end">
            <Button type="submit" variant="filled" loading={create.pending}>
              {setUpText.next}
            </Button>
          </Group>
        </Stack>
      </form>
      <DemoHint />
    </Doorstep>
  );
}

function wrongIn(input: {
  readonly name: string;
  readonly password: string;
  readonly again: string;
  readonly pin: string;
}): Record<string, string> {
  return {
    ...(input.name.trim() === '' ? { name: text.nameMissing } : {}),
    ...wrongInSecrets(input),
  };
}
