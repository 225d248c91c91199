import { Group, Radio, TextInput } from '@mantine/core';
import { editDoorTexts as texts } from '../text/doors.ts';
import type { EditDoorForm, FieldErrors } from './edit-door-form.ts';
import styles from './edit-door.module.css';

export interface HoursFieldProps {
  readonly value: EditDoorForm['hours'];
  readonly errors: FieldErrors;
  readonly onChange: (value: EditDoorForm['hours']) => void;
}

/** All day, or from one hour to another; an end before the start runs over midnight. */
export function HoursField({ value, errors, onChange }: HoursFieldProps) {
  return (
    <fieldset className={styles['fieldset']}>
      <legend>{texts.hours}</legend>
      <Radio.Group
        aria-label={texts.hours}
        value={value === null ? 'all-day' : 'certain'}
        onChange={(choice) => onChange(choice === 'all-day' ? null : { from: '08:00', to: '20:00' })}
      >
        <Group gap="md">
          <Radio value="all-day" label={texts.allDay} />
          <Radio value="certain" label={texts.certainHours} />
        </Group>
      </Radio.Group>
      {value === null ? null : (
        <Group gap="xs" mt={8} align="flex-start">
          <TextInput
            w={96}
            label={texts.from}
            value={value.from}
            error={errors.from}
            inputMode="numeric"
            onChange={(event) => onChange({ ...value, from: event.currentTarget.value })}
          />
          <TextInput
            w={96}
            label={texts.to}
            value={value.to}
            error={errors.to}
            inputMode="numeric"
            description={value.to !== '' && value.to <= value.from ? texts.overMidnight : undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            onChange={(event) => onChange({ ...value, to: event.currentTarget.value })}
          />
        </Group>
      )}
    </fieldset>
  );
}
