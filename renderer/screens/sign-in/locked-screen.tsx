import { Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { SessionView } from '#api/staff-views';
import { portal } from '../../channel/portal-client.ts';
import { keepScreenLocked, useSession } from '../../channel/session.ts';
import { useAct } from '../../channel/use-portal.ts';
import { Doorstep } from '../../components/doorstep.tsx';
import { FailureNotice } from '../../components/notices.tsx';
import { frameText } from '../../text/frame.ts';
import { lockText as text } from '../../text/secrets.ts';
import styles from './sign-in.module.css';

/** Nothing of the desk is on the page while it is locked; the address stays, so the same place opens again. */
export function LockedScreen({ me }: { readonly me: SessionView }) {
  const { leave } = useSession();
  const [secret, setSecret] = useState('');
  const unlock = useAct((typed: string) => portal.sessions.unlock.mutate({ secret: typed }), {
    done: () => keepScreenLocked(false),
  });
  useEffect(() => {
    document.title = frameText.product;
  }, []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSecret('');
    await unlock.run(secret);
  }

  return (
    <Doorstep title={text.title(me.name)}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <p className={styles['words']}>{text.words}</p>
          <PasswordInput
            label={me.hasPin ? text.pin : text.password}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
            autoComplete="off"
            autoFocus
            required
            withAsterisk={false}
          />
          <FailureNotice failure={unlock.failure} />
          <Button type="submit" variant="filled" size="sm" loading={unlock.pending}>
            {text.act}
          </Button>
          <Button size="sm" onClick={() => void leave()}>
            {text.somebodyElse}
          </Button>
        </Stack>
      </form>
    </Doorstep>
  );
}
