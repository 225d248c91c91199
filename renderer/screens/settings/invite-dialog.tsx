import { Button, CopyButton, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { InviteInput } from '#api/staff-inputs';
import type { OneTimeCode } from '#api/staff-views';
import { portal } from '../../channel/portal-client.ts';
import { useZone } from '../../channel/use-desk.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { momentText } from '../../text/format.ts';
import { words } from '../../text/words.ts';
import { RoleChoice } from './role-dialog.tsx';
import { fieldsSaid } from '../../text/refusals.ts';
import styles from './settings.module.css';
import { staffText as text } from './staff-sentences.ts';

interface InviteDialogProps {
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

/** Shown this once. Only its own button closes it: a click beside it would lose the code. */
export function OneTimeCodeDialog({
  code,
  onClose,
}: {
  readonly code: OneTimeCode | null;
  readonly onClose: () => void;
}) {
  const zone = useZone();
  if (code === null) return null;
  return (
    <Modal opened onClose={onClose} title={text.codeTitle(code.name)} closeOnClickOutside={false} closeOnEscape={false}>
      <Stack gap="sm">
        <p className={styles['soft']}>{text.codeWords}</p>
        <output className={styles['code']} aria-label={text.codeLabel}>
          {code.code}
        </output>
        <p className={styles['soft']}>{text.codeUntil(momentText(code.until, zone))}</p>
        <Group justify="flex-end" gap="xs">
          <CopyButton value={code.code}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? text.copied : text.copy}</Button>}
          </CopyButton>
          <Button variant="filled" onClick={onClose} data-autofocus>
            {text.done}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
