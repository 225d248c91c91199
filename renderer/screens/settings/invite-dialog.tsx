import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { InviteInput } from '#api/staff-inputs';
import type { OneTimeCode } from '#api/staff-views';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { staffText as text } from '../../text/staff.ts';
import { words } from '../../text/words.ts';
import { fieldsSaid } from '../../text/refusals.ts';
import { RoleChoice } from './role-choice.tsx';
import styles from './settings.module.css';

export interface InviteDialogProps {
  readonly mayAppointOwner: boolean;
  readonly onMade: (code: OneTimeCode) => void;
  readonly onClose: () => void;
}

export function InviteDialog({ mayAppointOwner, onMade, onClose }: InviteDialogProps) {
  const [input, setInput] = useState<InviteInput>({ name: '', role: 'team' });
  const [tried, setTried] = useState(false);
  const invite = useAct((asked: InviteInput) => portal.staff.invite.mutate(asked), { done: onMade });
  const isNameless = input.name.trim() === '';

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isNameless) void invite.run(input);
  }

  return (
    <Modal opened onClose={onClose} title={text.inviteTitle}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <p className={styles['soft']}>{text.inviteWords}</p>
          <TextInput
            label={text.name}
            value={input.name}
            onChange={(event) => setInput({ ...input, name: event.currentTarget.value })}
            error={(tried && isNameless ? text.nameMissing : null) ?? fieldsSaid(invite.failure)['name']}
            autoComplete="off"
            data-autofocus
          />
          <RoleChoice
            value={input.role}
            mayAppointOwner={mayAppointOwner}
            onChange={(role) => setInput({ ...input, role })}
          />
          <FailureNotice failure={invite.failure} />
          <Group justify="flex-end" gap="xs">
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button type="submit" variant="filled" loading={invite.pending}>
              {text.make}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
