import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { KeyDetails } from '#api/views';
import type { DoorId } from '#domain/ids';
import { localAt, type ZoneName } from '#domain/time/time';
import { useNow } from '../../channel/desk-clock.ts';
import type { Failure } from '../../channel/failure.ts';
import { portal } from '../../channel/portal-client.ts';
import { useSeed } from '../../components/use-draft.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { DoorPicker } from '../../components/door-picker.tsx';
import { EditDoorFields } from '../../components/edit-door-fields.tsx';
import { type DoorRules, type FieldErrors, formOf, readForm } from '../../components/edit-door-form.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { editDoorTexts } from '../../text/doors.ts';
import { words } from '../../text/words.ts';
import { actTexts } from './act-sentences.ts';
import { addDoorsConsequence, moveConsequence, stayConsequence } from './consequences.ts';
import { heldBy } from './held-credentials.ts';
import { openDoors, ownersOf } from './key-act.ts';
import styles from './key-details.module.css';

export interface WholeKeyDialogProps {
  readonly details: KeyDetails;
  readonly zone: ZoneName;
  /** @param version What Undo names. */
  readonly onDone: (text: string, version: number) => void;
  readonly onClose: () => void;
}

/** Extend or shorten the stay: one Access Period for every door. */
export function StayForm({ details, zone, onDone, onClose }: WholeKeyDialogProps) {
  const { seed, showNow } = useSeed(details);
  const now = localAt(useNow(), zone);
  const [form, setForm] = useState(() => formOf(rulesOf(seed, now)));
  const [errors, setErrors] = useState<FieldErrors>({});
  const save = useAct(async ({ arrival, departure }: DoorRules) => {
    const { version } = await portal.keys.changeStay.mutate({
      keyId: seed.id,
      version: seed.version,
      arrival,
      departure,
    });
    onDone(actTexts.stay.done, version);
  });
  const owners = ownersOf(seed);
  const read = readForm(form);
  const change = 'rules' in read ? stayChange(seed, read.rules) : 'none';
  return (
    <WholeKeyForm
      title={actTexts.stay.title(owners)}
      confirm={actTexts.stay.confirm}
      consequence={stayConsequence({ owners, doors: openDoors(seed), held: heldBy(seed.people), change })}
      pending={save.pending}
      failure={save.failure}
      onShowNow={() => {
        save.reset();
        showNow();
        setForm(formOf(rulesOf(details, now)));
      }}
      onClose={onClose}
      onSubmit={() => {
        if ('errors' in read) return setErrors(read.errors);
        if (read.rules.departure <= now) return setErrors({ lastDay: editDoorTexts.over });
        return void save.run(read.rules);
      }}
    >
      <EditDoorFields
        form={form}
        errors={errors}
        linkedDoors={[]}
        mayHaveNoEnd={seed.source === 'manual'}
        only="period"
        onChange={(part) => {
          setForm({ ...form, ...part });
          setErrors({});
        }}
      />
    </WholeKeyForm>
  );
}

/** Add Door: one or more, with rules that start as those of the key's first door. */
export function AddDoorsForm({ details, zone, onDone, onClose }: WholeKeyDialogProps) {
  const { seed, showNow } = useSeed(details);
  const now = localAt(useNow(), zone);
  const all = useAnswer(['doors', 'list'], () => portal.doors.list.query()).data ?? [];
  const [doorIds, setDoorIds] = useState<readonly DoorId[]>([]);
  const [form, setForm] = useState(() => formOf(rulesOf(seed, now)));
  const [errors, setErrors] = useState<FieldErrors & { readonly doors?: string }>({});
  const save = useAct(async (rules: DoorRules) => {
    const edit = { keyId: seed.id, version: seed.version };
    const { version } = await portal.keys.addDoors.mutate({ ...edit, doorIds: [...doorIds], ...rules });
    onDone(actTexts.addDoors.done, version);
  });
  const owners = ownersOf(seed);
  const present = new Set(seed.doors.flatMap((door) => (isOwn(door) ? [door.doorId] : [])));
  const free = all.filter(({ id }) => !present.has(id));
  const names = free.filter(({ id }) => doorIds.includes(id)).map(({ name }) => name);
  return (
    <WholeKeyForm
      title={actTexts.addDoors.title(owners)}
      confirm={actTexts.addDoors.confirm}
      consequence={names.length === 0 ? null : addDoorsConsequence(owners, names, heldBy(seed.people))}
      pending={save.pending}
      failure={save.failure}
      onShowNow={() => {
        save.reset();
        showNow();
      }}
      onClose={onClose}
      onSubmit={() => {
        const read = readForm(form);
        const noDoor = doorIds.length === 0 ? { doors: editDoorTexts.noDoor } : {};
        if ('errors' in read || doorIds.length === 0)
          return setErrors({ ...('errors' in read ? read.errors : {}), ...noDoor });
        return void save.run(read.rules);
      }}
    >
      <DoorPicker
        doors={free}
        chosen={doorIds}
        error={errors.doors}
        onChange={(chosen) => {
          setDoorIds(chosen);
          setErrors({});
        }}
      />
      <EditDoorFields
        form={form}
        errors={errors}
        linkedDoors={[]}
        mayHaveNoEnd={seed.source === 'manual'}
        onChange={(part) => {
          setForm({ ...form, ...part });
          setErrors({});
        }}
      />
    </WholeKeyForm>
  );
}

/** A manual key's guest moves to another room. */
export function MoveRoomForm({ details, doorId, onDone, onClose }: WholeKeyDialogProps & { readonly doorId: DoorId }) {
  const { seed, showNow } = useSeed(details);
  const all = useAnswer(['doors', 'list'], () => portal.doors.list.query()).data ?? [];
  const [to, setTo] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const from = seed.doors.find((door) => door.doorId === doorId)?.name ?? '';
  const move = useAct(async (target: DoorId) => {
    const rooms = { from: doorId, to: target };
    const { version } = await portal.keys.moveRoom.mutate({ keyId: seed.id, version: seed.version, ...rooms });
    onDone(actTexts.move.done, version);
  });
  const present = new Set(seed.doors.flatMap((door) => (isOwn(door) ? [door.doorId] : [])));
  const free = all.filter(({ id }) => !present.has(id));
  const owners = ownersOf(seed);
  const target = free.find(({ id }) => id === to);
  return (
    <WholeKeyForm
      title={actTexts.move.title(owners, from)}
      confirm={actTexts.move.confirm}
      consequence={
        target === undefined ? null : moveConsequence({ owners, from, to: target.name, held: heldBy(seed.people) })
      }
      pending={move.pending}
      failure={move.failure}
      onShowNow={() => {
        move.reset();
        showNow();
      }}
      onClose={onClose}
      onSubmit={() => {
        if (target === undefined) setMissing(true);
        else void move.run(target.id);
      }}
    >
      <Select
        label={actTexts.move.newRoom}
        // Its list must not lie over the buttons before anybody types.
        openOnFocus={false}
        data={free.map(({ id, name }) => ({ value: id as string, label: name }))}
        value={to}
        searchable
        selectFirstOptionOnChange
        error={missing ? editDoorTexts.noDoor : undefined}
        data-autofocus
        onChange={(value) => {
          setTo(value);
          setMissing(false);
        }}
      />
    </WholeKeyForm>
  );
}

interface WholeKeyFormProps {
  readonly title: string;
  readonly confirm: string;
  readonly consequence: string | null;
  readonly pending: boolean;
  readonly failure: Failure | null;
  readonly onSubmit: () => void;
  readonly onShowNow: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The frame of these forms: fields, the consequence in words, and what to do when somebody was quicker. */
function WholeKeyForm(props: WholeKeyFormProps) {
  const { failure } = props;
  return (
    <Modal opened onClose={props.onClose} title={props.title} size={520}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        <Stack gap="md">
          {props.children}
          {props.consequence === null ? null : <p className={styles['quiet']}>{props.consequence}</p>}
          <FailureNotice
            failure={failure}
            act={
              failure?.code === 'changed-meanwhile' ? <Button onClick={props.onShowNow}>{words.showNow}</Button> : null
            }
          />
          <Group justify="flex-end" gap="xs">
            <Button onClick={props.onClose}>{words.cancel}</Button>
            <Button type="submit" variant="filled" loading={props.pending}>
              {props.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function isOwn(door: KeyDetails['doors'][number]): boolean {
  return door.linkedFrom === null && door.place === 'standing';
}

function stayChange(before: KeyDetails, rules: Pick<DoorRules, 'arrival' | 'departure'>) {
  if (rules.departure === before.departure && rules.arrival === before.arrival) return 'none';
  return before.departure !== null && rules.departure < before.departure ? 'shorter' : 'longer';
}

/** What a new door of the key starts with: the rules of its first door. */
function rulesOf(details: KeyDetails, now: KeyDetails['doors'][number]['arrival']): Parameters<typeof formOf>[0] {
  const first = details.doors.find((door) => isOwn(door)) ?? details.doors[0];
  if (first !== undefined)
    return { ...first, arrival: details.arrival ?? first.arrival, departure: details.departure ?? first.departure };
  return { arrival: now, departure: now, weekdays: null, hours: null, allowProvisioning: true, allowLinkedDoors: true };
}
