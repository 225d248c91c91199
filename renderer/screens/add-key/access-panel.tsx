import { Button } from '@mantine/core';
import type { DoorRow } from '#api/views';
import type { DoorId } from '#domain/ids';
import { DoorPicker } from '../../components/door-picker.tsx';
import { EditDoorFields } from '../../components/edit-door-fields.tsx';
import type { EditDoorForm, FieldErrors } from '../../components/edit-door-form.ts';
import type { AccessForm } from './add-key-form.ts';
import styles from './add-key.module.css';
import { addKeyText as texts } from './sentences.ts';

export interface AccessPanelProps {
  readonly number: number;
  readonly access: AccessForm;
  readonly doors: readonly DoorRow[];
  readonly errors: FieldErrors & { readonly doors?: string };
  readonly onDoors: (doorIds: readonly DoorId[]) => void;
  readonly onRules: (part: Partial<EditDoorForm>) => void;
  /** null: the only access stays. */
  readonly onRemove: (() => void) | null;
}

/** One or more doors and when they open. */
export function AccessPanel({ number, access, doors, errors, onDoors, onRules, onRemove }: AccessPanelProps) {
  const linked = doors
    .filter(({ id }) => access.doorIds.includes(id))
    .flatMap(({ linkedDoors }) => linkedDoors.map(({ name }) => name));
  return (
    <section className={styles['access']} aria-label={texts.accessOf(number)}>
      <DoorPicker doors={doors} chosen={access.doorIds} error={errors.doors} onChange={onDoors} />
      <div className={styles['rules']}>
        <EditDoorFields
          wide
          form={access.rules}
          errors={errors}
          linkedDoors={[...new Set(linked)]}
          mayHaveNoEnd
          onChange={onRules}
        />
      </div>
      {onRemove === null ? null : <Button onClick={onRemove}>{texts.removeAccess}</Button>}
    </section>
  );
}
