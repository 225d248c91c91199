import { Radio, Stack } from '@mantine/core';

export interface RadioCardsProps<Choice extends string> {
  readonly label: string;
  readonly value: Choice;
  readonly choices: Readonly<Record<Choice, { readonly label: string; readonly meaning: string }>>;
  readonly onChange: (choice: Choice) => void;
}

/** A choice of a few, each with the sentence that says what it does. */
export function RadioCards<Choice extends string>({ label, value, choices, onChange }: RadioCardsProps<Choice>) {
  return (
    <Radio.Group label={label} value={value} onChange={onChange}>
      <Stack gap="xs" mt={6}>
        {Object.entries<{ readonly label: string; readonly meaning: string }>(choices).map(([id, choice]) => (
          <Radio key={id} size="sm" value={id} label={choice.label} description={choice.meaning} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
