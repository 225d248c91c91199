import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import type { DemoView } from '#api/demo';
import type { Failure } from '../../channel/failure.ts';
import { DayInput } from '../../components/day-input.tsx';
import { FailureNotice } from '../../components/notices.tsx';
import { words } from '../../text/words.ts';
import { demoTexts as texts } from './sentences.ts';

export interface ChangeStayDialogProps {
  readonly act: 'move' | 'dates';
  readonly reservation: DemoView['reservations'][number];
  readonly rooms: readonly string[];
  readonly pending: boolean;
  readonly failure: Failure | null;
  readonly onChange: (change: { readonly room?: string; readonly departure?: string }) => void;
  readonly onClose: () => void;
}

/** Moves a stay to another room, or changes the day on which it ends. */
export function ChangeStayDialog(props: ChangeStayDialogProps) {
  const { act, reservation } = props;
  const [room, setRoom] = useState<string | null>(null);
  const [departure, setDeparture] = useState(reservation.departure.slice(0, 10));
  const isMove = act === 'move';
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={isMove ? texts.moveTitle(reservation.guest) : texts.datesTitle(reservation.guest)}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isMove) props.onChange({ departure });
          else if (room !== null) props.onChange({ room });
        }}
      >
        <Stack gap="md">
          {isMove ? (
            <Select
              label={texts.room}
              // Its list must not lie over the buttons before anybody types.
              openOnFocus={false}
              searchable
              data={props.rooms.filter((one) => one !== reservation.room)}
              value={room}
              onChange={setRoom}
              data-autofocus
            />
          ) : (
            <DayInput label={texts.departure} value={departure} onChange={setDeparture} data-autofocus />
          )}
          <FailureNotice failure={props.failure} />
          <Group justify="flex-end" gap="xs">
            <Button onClick={props.onClose}>{words.cancel}</Button>
            <Button
              type="submit"
              variant="filled"
              loading={props.pending}
              disabled={isMove ? room === null : departure === ''}
            >
              {isMove ? texts.move : texts.change}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
