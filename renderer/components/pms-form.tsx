import { Button, Group, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { PmsSystemView } from '#api/settings-views';
import type { Failure } from '../channel/failure.ts';
import { pmsFormText } from '../text/integrations.ts';
import { fieldsSaid } from '../text/refusals.ts';
import { FailureNotice } from './notices.tsx';

type Values = Readonly<Record<string, string>>;

export interface PmsFormProps {
  /** What may be connected; with one there is nothing to choose. */
  readonly systems: readonly PmsSystemView[];
  /** What is known of the connection already: never a secret. */
  readonly shown?: Values;
  /** The word on the button, where it is not that of a first connection. */
  readonly confirm?: string;
  readonly onConnect: (input: { readonly system: string; readonly fields: Record<string, string> }) => void;
  readonly pending: boolean;
  readonly failure: Failure | null;
  /** Beside the button: Cancel, Skip. */
  readonly beside?: ReactNode;
}

/** What a PMS asks for to be connected, as it describes itself. Secrets are only ever written, never shown again. */
export function PmsForm({ systems, shown = {}, confirm, onConnect, pending, failure, beside }: PmsFormProps) {
  const [chosen, setChosen] = useState(systems[0]?.name ?? '');
  const [written, setWritten] = useState<Values>({});
  const system = systems.find(({ name }) => name === chosen);
  if (system === undefined) return null;
  const { title, fields } = system;
  const wrong = fieldsSaid(failure);
  const valueOf = (field: PmsField) => written[field.name] ?? shown[field.name] ?? field.default;

  function submit(event: FormEvent) {
    event.preventDefault();
    onConnect({ system: chosen, fields: Object.fromEntries(fields.map((field) => [field.name, valueOf(field)])) });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {systems.length < 2 ? null : (
          <Select
            label={pmsFormText.system}
            data={systems.map(({ name, title: label }) => ({ value: name, label }))}
            value={chosen}
            onChange={(name) => setChosen(name ?? chosen)}
            allowDeselect={false}
          />
        )}
        {fields.map((field) => (
          <Field
            key={`${chosen} ${field.name}`}
            field={field}
            value={valueOf(field)}
            problem={wrong[`fields.${field.name}`]}
            onWrite={(value) => setWritten({ ...written, [field.name]: value })}
          />
        ))}
        <FailureNotice failure={failure} />
        <Group justify="flex-end" gap="xs">
          {beside}
          <Button type="submit" variant="filled" loading={pending}>
            {confirm ?? pmsFormText.connect(title)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type PmsField = PmsSystemView['fields'][number];

interface FieldProps {
  readonly field: PmsField;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onWrite: (value: string) => void;
}

function Field({ field, value, problem, onWrite }: FieldProps) {
  const { label, meaning } = pmsFormText.fields[field.label];
  const looks = {
    label,
    description: meaning,
    value,
    error: problem,
    autoComplete: 'off',
  };
  if (field.kind === 'choice')
    return <Select {...looks} data={[...field.choices]} onChange={(chosen) => onWrite(chosen ?? '')} />;
  const Input = field.kind === 'secret' ? PasswordInput : TextInput;
  return <Input {...looks} onChange={(event) => onWrite(event.currentTarget.value)} />;
}
