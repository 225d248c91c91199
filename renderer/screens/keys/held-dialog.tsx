import { Button, Group, Modal, ScrollArea, Stack, Table } from '@mantine/core';
import type { HeldGroup } from '#api/brake';
import type { AlertView } from '#api/views';
import { endingCauses } from '#domain/brake/ending';
import { portal } from '../../channel/portal-client.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { FailureNotice, Waiting } from '../../components/notices.tsx';
import { heldWords } from '../../text/alerts.ts';
import { localText } from '../../text/format.ts';
import { joined } from '../../text/language.ts';
import { heldText as text } from './held-sentences.ts';

interface HeldDialogProps {
  readonly alert: AlertView;
  readonly onClose: () => void;
}

/** Who would lose access, before anybody does; the button that changes nothing is the one in focus. */
export function HeldDialog({ alert, onClose }: HeldDialogProps) {
  const connection = alert.facts['connection'] ?? '';
  const cause = endingCauses.find((each) => each === alert.facts['cause']) ?? 'gone';
  const held = useAnswer(['desk', 'held', connection, cause], () => portal.brake.held.query({ connection, cause }));
  const count = held.data?.guests.length ?? 0;
  const letEnd = useAct(async () => {
    await portal.brake.letEnd.mutate({ connection, cause, count });
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={text.title} size="lg">
      <Stack gap="md">
        <p>
          <strong>{heldWords(alert.facts)}</strong> {text.asking}
        </p>
        {held.data === undefined ? <Waiting>{text.loading}</Waiting> : <HeldGuests group={held.data} />}
        <FailureNotice failure={held.failure ?? letEnd.failure} />
        <Group justify="flex-end" gap="xs">
          <Button variant="filled" onClick={onClose} data-autofocus>
            {text.keep}
          </Button>
          <Button
            color="red"
            disabled={count === 0}
            onClick={() => void letEnd.run(undefined)}
            loading={letEnd.pending}
          >
            {cause === 'moved' ? text.letMove(count) : text.letEnd(count)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function HeldGuests({ group: { guests } }: { readonly group: HeldGroup }) {
  if (guests.length === 0) return <p>{text.over}</p>;
  return (
    <ScrollArea.Autosize mah={320} type="auto" tabIndex={0}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {Object.values(text.columns).map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {guests.map((guest) => (
            <Table.Tr key={guest.keyId}>
              <Table.Td>{guest.owner}</Table.Td>
              <Table.Td>{guest.doors.length === 0 ? text.noDoor : joined(guest.doors)}</Table.Td>
              <Table.Td>{guest.departure === null ? '' : localText(guest.departure)}</Table.Td>
              <Table.Td>{guest.isInHouse ? text.inHouse : text.notInHouse}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
