import { ActionIcon, Checkbox, Group, Stack, TextInput, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { doorcodeTexts } from '../text/doorcode.ts';
import { editDoorTexts as texts } from '../text/doors.ts';
import { DayInput } from './day-input.tsx';
import type { EditDoorForm, FieldErrors } from './edit-door-form.ts';
import styles from './edit-door.module.css';
import { HoursField, WeekdaysField } from './week-fields.tsx';

export interface EditDoorFieldsProps {
  readonly form: EditDoorForm;
  readonly errors: FieldErrors;
  readonly linkedDoors: readonly string[];
  /** Keys made by hand may have no end. */
  readonly mayHaveNoEnd: boolean;
  /** On a page of its own there is room for a row. */
  readonly wide?: boolean;
  /** The whole stay is changed: its dates and nothing else. */
  readonly only?: 'period';
  readonly onChange: (part: Partial<EditDoorForm>) => void;
}

export function EditDoorFields({
  form,
  errors,
  linkedDoors,
  mayHaveNoEnd,
  wide = false,
  only,
  onChange,
}: EditDoorFieldsProps) {
  return (
    <Stack gap="md">
      <fieldset className={styles['fieldset']}>
        <legend>{texts.accessPeriod}</legend>
        <div className={styles['period']} data-wide={wide || undefined}>
          <DayInput
            label={texts.firstDay}
            value={form.firstDay}
            error={errors.firstDay}
            onChange={(firstDay) => onChange({ firstDay })}
            {...(wide ? {} : { 'data-autofocus': true })}
          />
          <TextInput
            label={texts.arrivalTime}
            value={form.arrivalTime}
            error={errors.arrivalTime}
            inputMode="numeric"
            onChange={(event) => onChange({ arrivalTime: event.currentTarget.value })}
          />
          <DayInput
            label={texts.lastDay}
            value={form.noEnd ? '' : form.lastDay}
            disabled={form.noEnd}
            error={errors.lastDay}
            onChange={(lastDay) => onChange({ lastDay })}
          />
          <TextInput
            label={texts.departureTime}
            value={form.noEnd ? '' : form.departureTime}
            disabled={form.noEnd}
            error={errors.departureTime}
            inputMode="numeric"
            onChange={(event) => onChange({ departureTime: event.currentTarget.value })}
          />
        </div>
        {mayHaveNoEnd ? (
          <Checkbox
            mt={8}
            label={texts.noEnd}
            checked={form.noEnd}
            onChange={(event) => onChange({ noEnd: event.currentTarget.checked })}
          />
        ) : null}
      </fieldset>
      {only === 'period' ? null : (
        <>
          <WeekdaysField
            value={form.weekdays}
            error={errors.weekdays}
            onChange={(weekdays) => onChange({ weekdays })}
          />
          <HoursField value={form.hours} errors={errors} onChange={(hours) => onChange({ hours })} />
          <Group gap={4}>
            <Checkbox
              label={texts.allowProvisioning}
              checked={form.allowProvisioning}
              onChange={(event) => onChange({ allowProvisioning: event.currentTarget.checked })}
            />
            <Tooltip label={doorcodeTexts.allowProvisioning}>
              <ActionIcon size={22} aria-label={texts.aboutProvisioning}>
                <IconInfoCircle size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </Group>
          <Checkbox
            label={texts.allowLinked}
            description={linkedDoors.length === 0 ? texts.allowLinkedHint : texts.linkedNow(linkedDoors)}
            checked={form.allowLinkedDoors}
            onChange={(event) => onChange({ allowLinkedDoors: event.currentTarget.checked })}
          />
          {mayHaveNoEnd ? null : <p className={styles['quiet']}>{texts.staffSet}</p>}
        </>
      )}
    </Stack>
  );
}
