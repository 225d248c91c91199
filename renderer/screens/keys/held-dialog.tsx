import { Button, Group, Modal, Stack } from '@mantine/core';
import type { HeldGroup } from '#api/brake';
import type { AlertView } from '#api/views';
import { endingCauses } from '#domain/brake/ending';
import { portal } from '../../channel/portal-client.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { FailureNotice, Waiting } from '../../components/notices.tsx';
import { localText } from '../../text/format.ts';
import { heldWords } from '../../text/pms-alerts.ts';
import styles from './bulk.module.css';
import { heldText as text } from './held-sentences.ts';
import { doorsText, doorsTitle } from './sentences.ts';

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
        <div>
          <p className={styles['words']}>{heldWords(alert.facts)}</p>
          <p className={styles['note']}>{text.asking}</p>
        </div>
        {held.data === undefined ? <Waiting>{text.loading}</Waiting> : <HeldGuests group={held.data} />}
        <FailureNotice failure={held.failure ?? letEnd.failure} />
        <Group justify="flex-end" gap="xs">
          <Button onClick={onClose} data-autofocus>
            {text.keep}
          </Button>
          <Button
            variant="filled"
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
  if (guests.length === 0) return <p className={styles['note']}>{text.over}</p>;
  return (
    <div className={styles['lines']} role="region" aria-label={text.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {Object.values(text.columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {guests.map((guest) => (
            <tr key={guest.keyId}>
              <td>{guest.owner}</td>
              <td title={doorsTitle(guest.doors, 0)}>{doorsText(guest.doors, 0)}</td>
              <td>{guest.departure === null ? '' : localText(guest.departure)}</td>
              <td>{guest.isInHouse ? text.inHouse : text.notInHouse}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
