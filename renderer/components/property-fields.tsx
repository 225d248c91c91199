import { Group, Select, TextInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { PropertyInput } from '#api/inputs';
import type { ClockTime, ZoneName } from '#domain/time/time';
import { clockTimeFrom } from '../text/format.ts';
import { propertyText } from '../text/property.ts';

interface PropertyFieldsProps {
  readonly value: PropertyInput;
  readonly onChange: (change: Partial<PropertyInput>) => void;
  /** Sentences by field. */
  readonly wrong: Readonly<Record<string, string>>;
}

/** Name, time zone and the usual times of arrival and departure. */
export function PropertyFields({ value, onChange, wrong }: PropertyFieldsProps) {
  const zones = useMemo(() => zonesWith(value.zone), [value.zone]);
  return (
    <>
      <TextInput
        label={propertyText.name}
        placeholder={propertyText.nameExample}
        value={value.name}
        maxLength={80}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={wrong['name']}
      />
      <Select
        label={propertyText.zone}
        description={propertyText.zoneMeaning}
        data={zones}
        value={value.zone}
        searchable
        selectFirstOptionOnChange
        limit={60}
        allowDeselect={false}
        nothingFoundMessage={propertyText.zoneNone}
        onChange={(zone) => {
          if (zone !== null) onChange({ zone: zone as ZoneName });
        }}
        error={wrong['zone']}
      />
      <div>
        <Group grow align="flex-start">
          <ClockInput
            label={propertyText.arrival}
            value={value.defaultArrival}
            onChange={(defaultArrival) => onChange({ defaultArrival })}
            error={wrong['defaultArrival']}
          />
          <ClockInput
            label={propertyText.departure}
            value={value.defaultDeparture}
            onChange={(defaultDeparture) => onChange({ defaultDeparture })}
            error={wrong['defaultDeparture']}
          />
        </Group>
        <FieldNote>{propertyText.timesMeaning}</FieldNote>
      </div>
    </>
  );
}

function FieldNote({ children }: { readonly children: string }) {
  return <p style={{ margin: '4px 0 0', fontSize: 12, color: 'var(--portal-text-2)' }}>{children}</p>;
}

/** The browser's own list, with the property's zone even where the list lacks it. */
function zonesWith(zone: ZoneName): { readonly value: string; readonly label: string }[] {
  const known = Intl.supportedValuesOf('timeZone');
  const all = known.includes(zone) ? known : [zone, ...known];
  return all.map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}

interface ClockInputProps {
  readonly label: string;
  readonly value: ClockTime;
  readonly onChange: (value: ClockTime) => void;
  readonly error?: ReactNode;
}

/** A time of day, always in 24 hours, whatever this PC is set to. */
function ClockInput({ label, value, onChange, error }: ClockInputProps) {
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
