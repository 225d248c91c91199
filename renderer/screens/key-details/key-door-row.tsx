import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDoor, IconDots, IconPencil, IconShieldLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { KeyDoorView, LinkedDoorNotAllowed } from '#api/views';
import type { ZoneName } from '#domain/time/time';
import { DoorcodeStateCell } from '../../components/doorcode-state.tsx';
import { limitsText } from '../../text/access-words.ts';
import { doorTypeTexts } from '../../text/doors.ts';
import { momentText, shortPeriodText } from '../../text/format.ts';
import { type DoorChoice, DoorMenu } from './door-menu.tsx';
import styles from './key-details.module.css';
import { type Said, SaidNote } from './said-note.tsx';
import { doorMenuTexts, keyDetailsTexts as texts } from './sentences.ts';

interface KeyDoorRowProps {
  readonly door: KeyDoorView;
  /** The door in the row above: the same Access Period is written as "same". */
  readonly above: KeyDoorView | null;
  readonly isManual: boolean;
  readonly live: boolean;
  /** Whose doorcode this is, has a keycard that works. */
  readonly hasCard: boolean;
  readonly zone: ZoneName;
  readonly said: Said | null;
  readonly onChoose: (choice: DoorChoice) => void;
}

export function KeyDoorRow({ door, above, isManual, live, hasCard, zone, said, onChoose }: KeyDoorRowProps) {
  const isSame = above !== null && above.arrival === door.arrival && above.departure === door.departure;
  const limits = limitsText(door);
  return (
    <tr data-revoked={door.revokedAt !== null || undefined}>
      <td>
        <Link to="/doors/$doorId" params={{ doorId: door.doorId }} className={styles['doorName']}>
          {door.name}
        </Link>{' '}
        <span className={styles['doorType']}>
          {door.linkedFrom === null ? (
            doorTypeTexts[door.type]
          ) : (
            <Tooltip label={texts.linkedFrom(door.linkedFrom)}>
              <span tabIndex={0}>{texts.linked}</span>
            </Tooltip>
          )}
        </span>
        {door.protect && door.linkedFrom === null ? (
          <Tooltip label={texts.protectedTooltip}>
            <IconShieldLock tabIndex={0} size={15} className={styles['shield']} aria-label={texts.protected} />
          </Tooltip>
        ) : null}
      </td>
      <td>
        <span title={shortPeriodText(door)}>{isSame ? texts.same : shortPeriodText(door)}</span>
        {limits === null ? null : <span className={styles['limits']}>{limits}</span>}
        {door.leavesAt === null ? null : <span className={styles['limits']}>{texts.leaves}</span>}
        {door.revokedAt === null ? null : (
          <span className={styles['limits']}>{texts.revokedAt(momentText(door.revokedAt, zone))}</span>
        )}
      </td>
      <td>
        <div className={styles['stateCell']}>
          {door.doorcode === null ? (
            texts.none
          ) : (
            <DoorcodeStateCell
              state={door.doorcode}
              hasCard={hasCard}
              offlineSince={door.lockOnline === 'offline' ? door.lockOnlineSince : null}
              proof={door.lockProof}
              zone={zone}
            />
          )}
          <SaidNote said={said} place={`door/${door.doorId}`} />
        </div>
      </td>
      <td className={styles['menuCell']}>
        <DoorMenu door={door} isManual={isManual} live={live} onChoose={onChoose} />
      </td>
    </tr>
  );
}

interface LinkedDoorRowProps {
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
