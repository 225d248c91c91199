import { Button, Group, Modal, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import type { KeyDoorView } from '#api/views';
import type { ZoneName } from '#domain/time/time';
import type { Failure } from '../../channel/failure.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { momentText, periodText } from '../../text/format.ts';
import { words } from '../../text/words.ts';
import styles from './key-details.module.css';
import { portalRoomTexts as texts } from './sentences.ts';

export interface PortalRoomDialogProps {
  readonly door: KeyDoorView;
  /** The PMS by the name that staff know. */
  readonly system: string;
  /** The other door that the PMS wanted for the guest; null: the same. */
  readonly wantedDoor: string | null;
  readonly zone: ZoneName;
  readonly pending: boolean;
  readonly failure: Failure | null;
  readonly onSave: (protect: boolean) => void;
  readonly onShowNow: () => void;
  readonly onClose: () => void;
}

/** Update Portal Room: whether the PMS may change this door of the key, and what it wanted meanwhile. */
export function PortalRoomDialog(props: PortalRoomDialogProps) {
  const { door, failure } = props;
  const [protect, setProtect] = useState(door.protect);
  return (
    <Modal opened onClose={props.onClose} title={texts.title(door.name)} size={480}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.onSave(protect);
        }}
      >
        <Stack gap="md">
          <Switch
            label={texts.protect}
            description={texts.meaning}
            checked={protect}
            onChange={(event) => setProtect(event.currentTarget.checked)}
            data-autofocus
          />
          {door.protect ? <Wish {...props} /> : null}
          {door.protect && !protect ? <p className={styles['quiet']}>{texts.unprotect}</p> : null}
          <FailureNotice
            failure={failure}
            act={
              failure?.code === 'changed-meanwhile' ? <Button onClick={props.onShowNow}>{words.showNow}</Button> : null
            }
          />
          <Group justify="flex-end" gap="xs">
            <Button onClick={props.onClose}>{words.cancel}</Button>
            <Button type="submit" variant="filled" loading={props.pending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Wish({
  door,
  system,
  wantedDoor,
  zone,
}: Pick<PortalRoomDialogProps, 'door' | 'system' | 'wantedDoor' | 'zone'>) {
  const wish = door.pmsWish;
  if (wish === null) return <p className={styles['quiet']}>{texts.nothingWanted}</p>;
  return (
    <div className={styles['wish']}>
      <p>{texts.wanted[wish.wish](system, momentText(wish.at, zone))}</p>
      {wish.wish === 'change' ? <p>{texts.wantedPeriod(periodText(wish.arrival, wish.departure))}</p> : null}
      {wantedDoor === null ? null : <p>{texts.wantedDoor(wantedDoor)}</p>}
    </div>
  );
}
