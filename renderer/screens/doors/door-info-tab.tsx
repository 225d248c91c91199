import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DoorDetails } from '#api/views';
import { type DoorType, doorTypes } from '#domain/house/door';
import type { ClockTime } from '#domain/time/time';
import { portal } from '../../channel/portal-client.ts';
import { doorTypeTexts } from '../../text/doors.ts';
import { clockTimeFrom } from '../../text/format.ts';
import styles from './doors.module.css';
import { useDraft } from '../../components/use-draft.ts';
import { SaveFoot } from './save-foot.tsx';
import { doorInfoTexts as texts } from './sentences.ts';

export interface DoorTabProps {
  readonly door: DoorDetails;
  readonly mayEdit: boolean;
}

interface DoorInfo {
  readonly name: string;
  readonly type: DoorType;
  /** As typed; empty: the property's. */
  readonly arrival: string;
  readonly departure: string;
}

/** Name, type and usual hours of a door. */
export function DoorInfoTab({ door, mayEdit }: DoorTabProps) {
  const draft = useDraft<DoorInfo>(infoOf(door), door.version, ({ name, type, arrival, departure }, version) =>
    portal.doors.save.mutate({
      doorId: door.id,
      version,
      name,
      type,
      defaultArrival: timeOf(arrival),
      defaultDeparture: timeOf(departure),
    }),
  );
  const { value, change } = draft;
  const [isTried, setTried] = useState(false);
  const errors = isTried ? errorsOf(value) : {};
  return (
    <form
      noValidate
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (Object.keys(errorsOf(value)).length === 0) draft.save();
      }}
    >
      <TextInput
        label={texts.name}
        value={value.name}
        readOnly={!mayEdit}
        error={errors.name ?? draft.wrong['name']}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Select
        label={texts.type}
        value={value.type}
        readOnly={!mayEdit}
        allowDeselect={false}
        data={doorTypes.map((type) => ({ value: type, label: doorTypeTexts[type] }))}
        onChange={(type) => change({ type: doorTypes.find((one) => one === type) ?? value.type })}
      />
      <div className={styles['pair']}>
        <TextInput
          label={texts.defaultArrival}
          placeholder={texts.propertyTime}
          value={value.arrival}
          readOnly={!mayEdit}
          error={errors.arrival}
          onChange={(event) => change({ arrival: event.currentTarget.value })}
        />
        <TextInput
          label={texts.defaultDeparture}
          placeholder={texts.propertyTime}
          value={value.departure}
          readOnly={!mayEdit}
          error={errors.departure}
          onChange={(event) => change({ departure: event.currentTarget.value })}
        />
      </div>
      <p className={styles['words']}>{texts.defaultHint}</p>
      <SaveFoot draft={draft} mayEdit={mayEdit} />
    </form>
  );
}

function infoOf(door: DoorDetails): DoorInfo {
  return {
    name: door.name,
    type: door.type,
    arrival: door.defaultArrival ?? '',
    departure: door.defaultDeparture ?? '',
  };
}

function timeOf(typed: string): ClockTime | null {
  return typed.trim() === '' ? null : clockTimeFrom(typed);
}

function errorsOf(value: DoorInfo): Partial<Record<'name' | 'arrival' | 'departure', string>> {
  return {
    ...(value.name.trim() === '' ? { name: texts.nameMissing } : {}),
    ...(isTime(value.arrival) ? {} : { arrival: texts.badTime }),
    ...(isTime(value.departure) ? {} : { departure: texts.badTime }),
  };
}

function isTime(typed: string): boolean {
  return typed.trim() === '' || clockTimeFrom(typed) !== null;
}
