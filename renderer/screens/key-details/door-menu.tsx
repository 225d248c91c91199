import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCircleOff,
  IconDoor,
  IconDoorEnter,
  IconDoorOff,
  IconDots,
  IconHandStop,
  IconPencil,
  IconRefresh,
  IconRotate,
  IconShieldLock,
} from '@tabler/icons-react';
import type { KeyDoorView } from '#api/views';
import { doorMenuTexts as texts } from './sentences.ts';

export type DoorChoice =
  | 'edit-door'
  | 'portal-room'
  | 'move-room'
  | 'remove-door'
  | 'reprovision'
  | 'try-now'
  | 'give-up'
  | 'revoke'
  | 'restore'
  | 'open-door';

export interface DoorMenuProps {
  readonly door: KeyDoorView;
  /** A key made by hand has no PMS to follow, and may be moved here. */
  readonly isManual: boolean;
  /** False for a key that is over or revoked: nothing can be given any more. */
  readonly live: boolean;
  readonly onChoose: (choice: DoorChoice) => void;
}

/**
 * The three dots of a door. What makes no sense now is there and grey, so that it is found in the same place; the
 * keyboard begins at what can be chosen, or Escape would not be heard.
 */
export function DoorMenu({ door, isManual, live, onChoose }: DoorMenuProps) {
  const isRevoked = door.revokedAt !== null;
  const state = door.doorcode?.state;
  const isWaiting = state === 'waiting-for-lock' || state === 'removal-pending';
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false} width={270}>
      <Menu.Target>
        <ActionIcon size={28} aria-label={texts.open(door.name)}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {door.linkedFrom === null ? null : <Menu.Label>{texts.opensWith(door.linkedFrom)}</Menu.Label>}
        <Menu.Item
          leftSection={<IconPencil size={16} aria-hidden />}
          disabled={!live || isRevoked}
          onClick={() => onChoose('edit-door')}
        >
          {door.linkedFrom === null ? texts.editDoor : texts.editSource(door.linkedFrom)}
        </Menu.Item>
        {isManual ? (
          <Menu.Item
            leftSection={<IconDoorEnter size={16} aria-hidden />}
            disabled={!live || isRevoked || door.linkedFrom !== null}
            onClick={() => onChoose('move-room')}
          >
            {texts.moveRoom}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconShieldLock size={16} aria-hidden />}
            disabled={!live}
            onClick={() => onChoose('portal-room')}
          >
            {door.linkedFrom === null ? texts.portalRoom : texts.sourceRoom(door.linkedFrom)}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconRefresh size={16} aria-hidden />}
          disabled={!live || isRevoked}
          onClick={() => onChoose('reprovision')}
        >
          {texts.reprovision}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconRotate size={16} aria-hidden />}
          disabled={!isWaiting && state !== 'failed'}
          onClick={() => onChoose('try-now')}
        >
          {texts.tryNow}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconHandStop size={16} aria-hidden />}
          disabled={!isWaiting}
          onClick={() => onChoose('give-up')}
        >
          {texts.giveUp}
        </Menu.Item>
        <Menu.Divider />
        {isRevoked ? (
          <Menu.Item
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            disabled={!door.restorable}
            {...(door.restorable ? { 'data-autofocus': true } : {})}
            onClick={() => onChoose('restore')}
          >
            {texts.restore}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconCircleOff size={16} aria-hidden />}
            c="var(--portal-bad)"
            disabled={!live || door.linkedFrom !== null}
            onClick={() => onChoose('revoke')}
          >
            {texts.revokeDevice}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconDoorOff size={16} aria-hidden />}
          c="var(--portal-bad)"
          disabled={!live || isRevoked || door.linkedFrom !== null}
          onClick={() => onChoose('remove-door')}
        >
          {texts.removeDoor}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconDoor size={16} aria-hidden />}
          {...(live ? {} : { 'data-autofocus': true })}
          onClick={() => onChoose('open-door')}
        >
          {texts.openDoor}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
