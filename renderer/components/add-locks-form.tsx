import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { AddGatewayInput } from '#api/inputs';
import type { Failure } from '../channel/failure.ts';
import { portal } from '../channel/portal-client.ts';
import { useAct, useAnswer } from '../channel/use-portal.ts';
import { addLocksText, lockSystemName } from '../text/integrations.ts';
import { FailureNotice } from './notices.tsx';
import { fieldsSaid } from '../text/refusals.ts';

interface AddLocksFormProps {
  /** What may be added; with one there is nothing to choose. Empty: not known yet. */
  readonly systems: readonly string[];
  /** Resolves to true when they were added: the form is then empty for the next. */
  readonly onAdd: (input: AddGatewayInput) => Promise<boolean>;
  readonly pending: boolean;
  readonly failure: Failure | null;
  /** What was added, said after it was. */
  readonly said?: string | null;
  readonly beside?: ReactNode;
}

const blank = { name: '', setupCode: '', address: '' };

/** A lock or a bridge by its setup code. */
export function AddLocksForm({ systems, onAdd, pending, failure, said, beside }: AddLocksFormProps) {
  const [input, setInput] = useState(blank);
  const [fixed, setFixed] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const system = chosen ?? systems[0];
  const wrong = fieldsSaid(failure);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (system === undefined) return;
    const added = await onAdd({
      ...input,
      system,
      address: fixed && input.address.trim() !== '' ? input.address : null,
    });
    if (added) setInput(blank);
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        {systems.length < 2 ? null : (
          <Select
            label={addLocksText.system}
            data={systems.map((name) => ({ value: name, label: lockSystemName(name) }))}
            value={system ?? null}
            onChange={setChosen}
            allowDeselect={false}
          />
        )}
        <Group grow align="flex-start">
          <TextInput
            label={addLocksText.name}
            placeholder={addLocksText.nameExample}
            value={input.name}
            onChange={(event) => setInput({ ...input, name: event.currentTarget.value })}
            error={wrong['name']}
          />
          <TextInput
            label={addLocksText.setupCode}
            value={input.setupCode}
            onChange={(event) => setInput({ ...input, setupCode: event.currentTarget.value })}
            error={wrong['setupCode']}
            autoComplete="off"
          />
        </Group>
        <p style={{ margin: 0, fontSize: 12, color: 'var(--portal-text-2)' }}>{addLocksText.setupCodeMeaning}</p>
        <Checkbox
          size="xs"
          label={addLocksText.fixedAddress}
          checked={fixed}
          onChange={(event) => setFixed(event.currentTarget.checked)}
        />
        {fixed ? (
          <TextInput
            label={addLocksText.address}
            description={addLocksText.addressMeaning}
            placeholder={addLocksText.addressExample}
            value={input.address}
            onChange={(event) => setInput({ ...input, address: event.currentTarget.value })}
            error={wrong['address']}
          />
        ) : null}
        <FailureNotice failure={failure} />
        <Group justify="flex-end" gap="xs">
          <p role="status" style={{ margin: 0, marginInlineEnd: 'auto', color: 'var(--portal-text-2)' }}>
            {pending ? addLocksText.adding : said}
          </p>
          {beside}
          <Button type="submit" variant="filled" loading={pending} disabled={system === undefined}>
            {addLocksText.add}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Adds a lock or bridge, and says with how many locks it came. */
export function useAddLocks() {
  const [said, setSaid] = useState<string | null>(null);
  const systems = useAnswer(['settings', 'lock-systems'], () => portal.settings.lockSystems.query());
  const add = useAct((input: AddGatewayInput) => portal.settings.addGateway.mutate(input));
  return {
    systems: systems.data ?? [],
    said,
    pending: add.pending,
    failure: add.failure ?? systems.failure,
    onAdd: async (input: AddGatewayInput) => {
      setSaid(null);
      const answer = await add.run(input);
      if (answer !== undefined) setSaid(addLocksText.added(input.name, answer.locks));
      return answer !== undefined;
    },
  };
}
