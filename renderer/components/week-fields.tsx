import { Chip, Group, Radio, TextInput } from '@mantine/core';
import type { Weekday } from '#domain/time/time';
import { editDoorTexts as texts } from '../text/doors.ts';
import { weekdayName } from '../text/format.ts';
import { type EditDoorForm, everyWeekday, type FieldErrors } from './edit-door-form.ts';
import styles from './edit-door.module.css';

interface WeekdaysFieldProps {
  readonly value: readonly Weekday[];
  readonly error: string | undefined;
  readonly onChange: (value: readonly Weekday[]) => void;
}

/** Seven days, each on or off; all on is "every day". */
export function WeekdaysField({ value, error, onChange }: WeekdaysFieldProps) {
  return (
    <fieldset className={styles['fieldset']}>
      <legend>{texts.days}</legend>
      <Group gap={6}>
        {everyWeekday.map((day) => (
          <Chip
            variant="outline"
            key={day}
            size="xs"
            radius={6}
            checked={value.includes(day)}
            aria-label={weekdayName(day, 'long')}
            onChange={(isOn) => onChange(isOn ? [...value, day] : value.filter((one) => one !== day))}
          >
            {weekdayName(day, 'short')}
          </Chip>
        ))}
      </Group>
      {error === undefined ? null : (
        <p role="alert" className={styles['fieldError']}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface HoursFieldProps {
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
