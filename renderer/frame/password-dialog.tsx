import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { answerPasswordQuestion, usePasswordQuestion } from '../channel/failure.ts';
import { portal } from '../channel/portal-client.ts';
import { useAct } from '../channel/use-portal.ts';
import { FailureNotice } from '../components/notices.tsx';
import { words } from '../text/words.ts';
import { confirmText as text } from './sentences.ts';

/** Asked by whatever is sensitive, over the dialog that it was asked from; then that goes on by itself. */
export function PasswordDialog() {
  const opened = usePasswordQuestion();
  // A screen that locks meanwhile takes the question with it.
  useEffect(() => close, []);
  return (
    <Modal opened={opened} onClose={close} title={text.title} zIndex={400} size="sm">
      {opened ? <PasswordForm onClose={close} /> : null}
    </Modal>
  );
}

function PasswordForm({ onClose }: { readonly onClose: () => void }) {
  const [password, setPassword] = useState('');
  const confirm = useAct((typed: string) => portal.sessions.confirmPassword.mutate({ password: typed }), {
    done: () => answerPasswordQuestion(true),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    void confirm.run(password);
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose();
  }

  return (
    <form onSubmit={submit} onKeyDown={press}>
      <Stack gap="sm">
        <div>{text.words}</div>
        <PasswordInput
          label={text.password}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          data-autofocus
          {...escapeIsOurs}
          required
          withAsterisk={false}
        />
        <FailureNotice failure={confirm.failure} />
        <Group justify="flex-end" gap="xs">
          <Button onClick={onClose} {...escapeIsOurs}>
            {words.cancel}
          </Button>
          <Button type="submit" variant="filled" loading={confirm.pending} {...escapeIsOurs}>
            {text.act}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Mantine closes every open dialog on Escape: the one that asked stays, with what is in it. */
const escapeIsOurs = { 'data-mantine-stop-propagation': 'true' } as const;

function close(): void {
  answerPasswordQuestion(false);
}
