import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ConnectPmsInput } from '#api/inputs';
import type { Failure } from '../channel/failure.ts';
import { mewsText } from '../text/integrations.ts';
import { fieldsSaid } from '../text/refusals.ts';
import { FailureNotice } from './failure-notice.tsx';

/** Where most properties' Mews is. */
const usualAddress = 'https://api.mews.com';

export interface MewsFormProps {
  readonly address?: string;
  /** The word on the button. */
  readonly confirm: string;
  readonly onConnect: (input: ConnectPmsInput) => void;
  readonly pending: boolean;
  readonly failure: Failure | null;
  /** Beside the button: Cancel, Skip. */
  readonly beside?: ReactNode;
}

/** What Portal needs to ask Mews. The tokens are only ever written, never shown again. */
export function MewsForm({ address = usualAddress, confirm, onConnect, pending, failure, beside }: MewsFormProps) {
  const [input, setInput] = useState({ address, clientToken: '', accessToken: '' });
  const wrong = fieldsSaid(failure);

  function submit(event: FormEvent) {
    event.preventDefault();
    onConnect({ system: 'mews', ...input });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label={mewsText.address}
          description={mewsText.addressMeaning}
          value={input.address}
          onChange={(event) => setInput({ ...input, address: event.currentTarget.value })}
          error={wrong['address']}
          autoComplete="off"
        />
        <PasswordInput
          label={mewsText.clientToken}
          value={input.clientToken}
          onChange={(event) => setInput({ ...input, clientToken: event.currentTarget.value })}
          error={wrong['clientToken']}
          autoComplete="off"
        />
        <PasswordInput
          label={mewsText.accessToken}
          description={mewsText.accessMeaning}
          value={input.accessToken}
          onChange={(event) => setInput({ ...input, accessToken: event.currentTarget.value })}
          error={wrong['accessToken']}
          autoComplete="off"
        />
        <FailureNotice failure={failure} />
        <Group justify="flex-end" gap="xs">
          {beside}
          <Button type="submit" variant="filled" loading={pending}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
