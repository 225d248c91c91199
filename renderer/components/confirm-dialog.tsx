import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Failure } from '../channel/failure.ts';
import { words } from '../text/words.ts';
import { FailureNotice } from './notices.tsx';

export interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen, before it does: who loses access to what, and when. */
  readonly consequence: ReactNode;
  /** The verb: "Revoke key". */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly pending: boolean;
  readonly failure: Failure | null;
}

/** Says what will happen, then does it. Stays open, with the reason, when it was refused. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title}>
      <Stack gap="md">
        <div>{props.consequence}</div>
        <FailureNotice failure={props.failure} />
        <Group justify="flex-end" gap="xs">
          <Button onClick={props.onClose}>{words.cancel}</Button>
          <Button
            variant="filled"
            {...(props.danger === true ? { color: 'red' } : {})}
            onClick={props.onConfirm}
            loading={props.pending}
            data-autofocus
          >
            {props.confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
