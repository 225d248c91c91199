import { Chip, Group } from '@mantine/core';
import type { Weekday } from '#domain/time/time';
import { editDoorTexts as texts, weekdayTexts } from '../text/doors.ts';
import { everyWeekday } from './edit-door-form.ts';
import styles from './edit-door.module.css';

export interface WeekdaysFieldProps {
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
            aria-label={weekdayTexts[day].long}
            onChange={(isOn) => onChange(isOn ? [...value, day] : value.filter((one) => one !== day))}
          >
            {weekdayTexts[day].short}
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
