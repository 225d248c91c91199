import { ActionIcon, Menu } from '@mantine/core';
import { IconDoor, IconDots, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { LinkedDoorNotAllowed } from '#api/views';
import { doorMenuTexts } from '../../text/doors.ts';
import { keyDetailsTexts as texts } from './sentences.ts';
import styles from './key-details.module.css';

export interface LinkedDoorRowProps {
  readonly door: LinkedDoorNotAllowed;
  /** False for a key that is over or revoked: nothing can be given any more. */
  readonly live: boolean;
  readonly onChoose: (choice: 'edit-door' | 'open-door') => void;
}

/** Why the pool does not open: a common door that the key does not open, and the way to where it could. */
export function LinkedDoorRow({ door, live, onChoose }: LinkedDoorRowProps) {
  return (
    <tr data-quiet>
      <td>
        <Link to="/doors/$doorId" params={{ doorId: door.doorId }} className={styles['doorName']}>
          {door.name}
        </Link>{' '}
        <span className={styles['doorType']}>{texts.linkedNotAllowed}</span>
      </td>
      <td colSpan={2}>{texts.linkedOffAt(door.linkedFrom)}</td>
      <td className={styles['menuCell']}>
        <Menu position="bottom-end" withInitialFocusPlaceholder={false} width={270}>
          <Menu.Target>
            <ActionIcon size={28} aria-label={doorMenuTexts.open(door.name)}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconPencil size={16} aria-hidden />}
              disabled={!live}
              onClick={() => onChoose('edit-door')}
            >
              {doorMenuTexts.editSource(door.linkedFrom)}
            </Menu.Item>
            <Menu.Item leftSection={<IconDoor size={16} aria-hidden />} onClick={() => onChoose('open-door')}>
              {doorMenuTexts.openDoor}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
}
