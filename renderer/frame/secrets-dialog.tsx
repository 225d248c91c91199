import { Button, Modal } from '@mantine/core';
import type { OwnSecretsInput } from '#api/staff-inputs';
import { portal } from '../channel/portal-client.ts';
import { useAct } from '../channel/use-portal.ts';
import { SecretsForm } from '../components/secrets-form.tsx';
import { secretsText as text } from '../text/staff.ts';
import { words } from '../text/words.ts';

/** From the account menu: another password, another PIN, or both. */
export function SecretsDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const save = useAct((input: OwnSecretsInput) => portal.sessions.setSecrets.mutate(input), { done: onClose });

  function close() {
    save.reset();
    onClose();
  }

  return (
    <Modal opened={opened} onClose={close} title={text.title}>
      <p style={{ margin: '0 0 16px', color: 'var(--portal-text-2)' }}>{text.words}</p>
      <SecretsForm
        kind="change"
        onSave={(input) => void save.run(input)}
        pending={save.pending}
        failure={save.failure}
        beside={<Button onClick={close}>{words.cancel}</Button>}
      />
    </Modal>
  );
}
