import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { words } from '../../text/words.ts';
import styles from './demo.module.css';
import { demoTexts as texts } from './sentences.ts';

export interface NewReservationDialogProps {
  readonly opened: boolean;
  readonly rooms: readonly string[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const empty = { firstName: '', lastName: '', email: '', room: null as string | null, nights: 2 };

/** A stay from today on, made in the simulated PMS. */
export function NewReservationDialog({ opened, rooms, onDone, onClose }: NewReservationDialogProps) {
  const [form, setForm] = useState(empty);
  const [isTried, setTried] = useState(false);
  const create = useAct((room: string) =>
    portal.demo.createReservation.mutate({ ...form, room, email: form.email.trim() === '' ? null : form.email.trim() }),
  );
  const change = (part: Partial<typeof empty>) => setForm({ ...form, ...part });
  const error = (isMissing: boolean, sentence: string) => (isTried && isMissing ? { error: sentence } : {});
  async function reserve() {
    setTried(true);
    if (form.firstName.trim() === '' || form.lastName.trim() === '' || form.room === null) return;
    if ((await create.run(form.room)) === undefined) return;
    setForm(empty);
    setTried(false);
    onDone();
  }
  return (
    <Modal opened={opened} onClose={onClose} title={texts.newReservation}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void reserve();
        }}
      >
        <Stack gap="sm">
          <div className={styles['pair']}>
            <TextInput
              label={texts.firstName}
              value={form.firstName}
              {...error(form.firstName.trim() === '', texts.missing)}
              onChange={(event) => change({ firstName: event.currentTarget.value })}
              data-autofocus
            />
            <TextInput
              label={texts.lastName}
              value={form.lastName}
              {...error(form.lastName.trim() === '', texts.missing)}
              onChange={(event) => change({ lastName: event.currentTarget.value })}
            />
          </div>
          <TextInput
            label={texts.email}
            value={form.email}
            onChange={(event) => change({ email: event.currentTarget.value })}
          />
          <div className={styles['pair']}>
            <Select
              label={texts.room}
              searchable
              data={[...rooms]}
              value={form.room}
              {...error(form.room === null, texts.chooseRoom)}
              onChange={(room) => change({ room })}
            />
            <NumberInput
              label={texts.nights}
              min={1}
              max={60}
              value={form.nights}
              onChange={(nights) => change({ nights: Number(nights) || 1 })}
            />
          </div>
          <FailureNotice failure={create.failure} />
          <Group justify="flex-end" gap="xs">
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button type="submit" variant="filled" loading={create.pending}>
              {texts.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
