import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ClockTime } from '#domain/time/time';
import { clockTimeFrom } from '../format.ts';
import { propertyText } from '../text/property.ts';

export interface ClockInputProps {
  readonly label: string;
  readonly value: ClockTime;
  readonly onChange: (value: ClockTime) => void;
  readonly error?: ReactNode;
}

/** A time of day, always in 24 hours, whatever this PC is set to. */
export function ClockInput({ label, value, onChange, error }: ClockInputProps) {
  // What is being typed, as it was typed; null while nobody types here.
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && clockTimeFrom(typed) === null;
  return (
    <TextInput
      label={label}
      value={typed ?? value}
      inputMode="numeric"
      maxLength={5}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const clock = clockTimeFrom(event.currentTarget.value);
        if (clock !== null) onChange(clock);
      }}
      onBlur={() => setTyped(null)}
      error={wrong ? propertyText.clockWrong : error}
    />
  );
}
