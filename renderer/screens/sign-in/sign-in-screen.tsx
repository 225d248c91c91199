import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SetupState } from '#api/settings-views';
import { portal } from '../../channel/portal-client.ts';
import { useSession } from '../../channel/session.ts';
import { useAct } from '../../channel/use-portal.ts';
import { Doorstep } from '../../components/doorstep.tsx';
import { FailureNotice } from '../../components/notices.tsx';
import { signInText } from './sentences.ts';
import styles from './sign-in.module.css';

/** Name and password. */
export function SignInScreen({ demoOwner }: Pick<SetupState, 'demoOwner'>) {
  const { enter } = useSession();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useAct(
    (input: { readonly name: string; readonly password: string }) => portal.sessions.signIn.mutate(input),
    {
      done: enter,
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    void signIn.run({ name, password });
  }

  return (
    <Doorstep title={signInText.title}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={signInText.name}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
          />
          <PasswordInput
            label={signInText.password}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            required
            withAsterisk={false}
          />
          <FailureNotice failure={signIn.failure} />
          <Button type="submit" variant="filled" size="sm" loading={signIn.pending}>
            {signInText.act}
          </Button>
          {demoOwner === null ? null : <p className={styles['hint']}>{signInText.demo(demoOwner)}</p>}
        </Stack>
      </form>
    </Doorstep>
  );
}
