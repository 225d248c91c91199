import { Button } from '@mantine/core';
import type { OwnSecretsInput } from '#api/staff-inputs';
import { portal } from '../../channel/portal-client.ts';
import { useSession } from '../../channel/session.ts';
import { useAct } from '../../channel/use-portal.ts';
import { Doorstep } from '../../components/doorstep.tsx';
import { SecretsForm } from '../../components/secrets-form.tsx';
import { frameText } from '../../text/frame.ts';
import { secretsText as text } from '../../text/secrets.ts';
import styles from './sign-in.module.css';

/** After a one-time code: a password of one's own, before anything else. */
export function ChoosePasswordScreen({ name }: { readonly name: string }) {
  const { leave } = useSession();
  const choose = useAct((input: OwnSecretsInput) => portal.sessions.setSecrets.mutate(input));
  return (
    <Doorstep title={text.firstTitle(name)}>
      <p className={styles['words']}>{text.firstWords}</p>
      <SecretsForm
        kind="first"
        onSave={(input) => void choose.run(input)}
        pending={choose.pending}
        failure={choose.failure}
        beside={<Button onClick={() => void leave()}>{frameText.account.signOut}</Button>}
      />
    </Doorstep>
  );
}
