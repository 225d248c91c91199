import { TextInput } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { ClockTime } from '#domain/time';
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
  const [typed, setTyped] = useState<string>(value);
  useEffect(() => setTyped((before) => (clockTimeFrom(before) === value ? before : value)), [value]);
  const understood = clockTimeFrom(typed);
  return (
    <TextInput
      label={label}
      value={typed}
      inputMode="numeric"
      maxLength={5}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const clock = clockTimeFrom(event.currentTarget.value);
        if (clock !== null) onChange(clock);
      }}
      onBlur={() => setTyped(understood ?? value)}
      error={understood === null ? propertyText.clockWrong : error}
    />
  );
}
