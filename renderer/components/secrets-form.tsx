import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { OwnSecretsInput } from '#api/staff-inputs';
import { isCommonPassword, isPin, shortestPassword } from '#domain/staff/password';
import type { Failure } from '../channel/failure.ts';
import { fieldsSaid } from '../text/refusals.ts';
import { secretsText as text } from '../text/secrets.ts';
import { FailureNotice } from './notices.tsx';

interface SecretsFormProps {
  /** first: after a one-time code, when a password must be chosen; change: what is left empty stays. */
  readonly kind: 'first' | 'change';
  readonly onSave: (input: OwnSecretsInput) => void;
  readonly pending: boolean;
  readonly failure: Failure | null;
  readonly beside?: ReactNode;
}

/** One's own password, typed twice, and the PIN of the locked screen. */
export function SecretsForm({ kind, onSave, pending, failure, beside }: SecretsFormProps) {
  const [typed, setTyped] = useState({ current: '', password: '', again: '', pin: '' });
  const [tried, setTried] = useState(false);
  const asksPassword = kind === 'first' || typed.password !== '' || typed.again !== '' || typed.pin === '';
  const found = wrongInSecrets(asksPassword ? typed : { ...typed, password: untouched, again: untouched });
  const wrong = { ...fieldsSaid(failure), ...(tried ? found : {}) };
  const change = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(found).length > 0) return;
    onSave({
      current: kind === 'first' ? null : typed.current,
      password: typed.password === '' ? null : typed.password,
      pin: typed.pin === '' ? null : typed.pin,
    });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {kind === 'first' ? null : (
          <PasswordInput
            label={text.current}
            value={typed.current}
            onChange={(event) => change({ current: event.currentTarget.value })}
            autoComplete="current-password"
            error={wrong['current']}
            data-autofocus
          />
        )}
        <PasswordInput
          label={text.password}
          description={text.passwordMeaning}
          value={typed.password}
          onChange={(event) => change({ password: event.currentTarget.value })}
          error={wrong['password']}
          autoComplete="new-password"
        />
        <PasswordInput
          label={text.again}
          value={typed.again}
          onChange={(event) => change({ again: event.currentTarget.value })}
          error={wrong['again']}
          autoComplete="new-password"
        />
        <PasswordInput
          label={kind === 'first' ? text.pinOptional : text.pin}
          description={text.pinMeaning}
          value={typed.pin}
          onChange={(event) => change({ pin: event.currentTarget.value })}
          error={wrong['pin']}
          inputMode="numeric"
          autoComplete="off"
        />
        <FailureNotice failure={failure} />
        <Group justify="flex-end" gap="xs">
          {beside}
          <Button type="submit" variant="filled" loading={pending}>
            {kind === 'first' ? text.first : text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Stands for a password that is not changed: nothing is wrong with it. */
const untouched = 'as it was before';

/** What stands beside the fields of a new password, typed twice, and a PIN that may be left empty. */
export function wrongInSecrets(typed: {
  readonly password: string;
  readonly again: string;
  readonly pin: string;
}): Record<string, string> {
  return {
    ...wrongPassword(typed.password),
    ...(typed.password === typed.again ? {} : { again: text.differ }),
    ...(typed.pin === '' || isPin(typed.pin) ? {} : { pin: text.pinWrong }),
  };
}

function wrongPassword(password: string): Record<string, string> {
  if (password.length < shortestPassword) return { password: text.tooShort };
  return isCommonPassword(password) ? { password: text.tooCommon } : {};
}
