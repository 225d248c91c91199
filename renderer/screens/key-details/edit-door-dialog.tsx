import { Button, Group, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { KeyDoorView } from '#api/views';
import type { LocalDateTime } from '#domain/time/time';
import type { Failure } from '../../channel/failure.ts';
import { EditDoorFields } from '../../components/edit-door-fields.tsx';
import { fieldsSaid } from '../../text/refusals.ts';
import {
  type DoorRules,
  type EditDoorForm,
  type FieldErrors,
  formOf,
  harmOf,
  readForm,
} from '../../components/edit-door-form.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { type Closing, editDoorTexts as texts } from '../../text/doors.ts';
import { cardsEncodeAgain, type HeldCredentials } from '../../text/held-cards.ts';
import { words } from '../../text/words.ts';
import { actTexts } from './act-sentences.ts';
import styles from './key-details.module.css';

export interface EditDoorDialogProps {
  /** As it was when the dialog opened: what is typed is never replaced by a live change. */
  readonly door: KeyDoorView;
  readonly owner: string;
  readonly isManual: boolean;
  /** The doors that open only because they are linked to this one. */
  readonly linkedDoors: readonly string[];
  /** What the guest can no longer open where this door closes. */
  readonly closing: Closing;
  /** What opens the door for them. */
  readonly held: HeldCredentials;
  readonly now: LocalDateTime;
  readonly pending: boolean;
  readonly failure: Failure | null;
  readonly onUpdate: (rules: DoorRules) => void;
  /** Throws away what was typed and shows the door as it is now. */
  readonly onShowNow: () => void;
  readonly onClose: () => void;
}

/** Edit door: when and how one door of the key opens. Asks once more when the guest would lose something. */
export function EditDoorDialog(props: EditDoorDialogProps) {
  const { door, owner, failure } = props;
  const [form, setForm] = useState(() => formOf(door));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [harm, setHarm] = useState<readonly string[]>([]);

  function change(part: Partial<EditDoorForm>) {
    setForm({ ...form, ...part });
    setErrors({});
    setHarm([]);
  }

  function update() {
    const read = readForm(form);
    if ('errors' in read) return setErrors(read.errors);
    const found = harmOf(door, read.rules, { owner, closing: props.closing, held: props.held, now: props.now });
    if (found.length > 0 && harm.length === 0) return setHarm(found);
    return props.onUpdate(read.rules);
  }

  return (
    <Modal opened onClose={props.onClose} title={texts.title(door.name)} size={520}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          update();
        }}
      >
        <EditDoorFields
          form={form}
          errors={{ ...errors, ...serverErrors(failure) }}
          linkedDoors={props.linkedDoors}
          mayHaveNoEnd={props.isManual}
          onChange={change}
        />
        {harm.length > 0 || !isChanged(form, formOf(door)) ? null : (
          <p className={styles['quiet']}>{cardsEncodeAgain(props.held.cards).join(' ')}</p>
        )}
        {harm.length === 0 ? null : (
          <p role="alert" className={styles['harm']}>
            <IconAlertTriangle size={16} aria-hidden />
            {harm.join(' ')}
          </p>
        )}
        <div className={styles['notice']}>
          <FailureNotice
            failure={failure}
            act={
              failure?.code === 'changed-meanwhile' ? <Button onClick={props.onShowNow}>{words.showNow}</Button> : null
            }
          />
        </div>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button onClick={props.onClose}>{words.cancel}</Button>
          <Button type="submit" variant="filled" loading={props.pending} {...(harm.length > 0 ? { color: 'red' } : {})}>
            {harm.length > 0 ? actTexts.editDoor.anyway : actTexts.editDoor.confirm}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function isChanged(form: EditDoorForm, before: EditDoorForm): boolean {
  return JSON.stringify(form) !== JSON.stringify(before);
}

function serverErrors(failure: Failure | null): FieldErrors {
  if (failure === null) return {};
  const { arrival, departure, weekdays } = fieldsSaid(failure);
  return {
    ...(arrival === undefined ? {} : { firstDay: arrival }),
    ...(departure === undefined ? {} : { lastDay: departure }),
    ...(weekdays === undefined ? {} : { weekdays }),
  };
}
