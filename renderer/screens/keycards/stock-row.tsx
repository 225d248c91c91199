import { ActionIcon, Menu } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconCircleDashed,
  IconCreditCardOff,
  IconDots,
  IconHistory,
  IconPencil,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { KeycardRow } from '#api/keycards';
import type { InstantText, ZoneName } from '#domain/time/time';
import { useNow } from '../../channel/desk-clock.ts';
import { StateTag } from '../../components/state-tag.tsx';
import { endText, sinceText } from '../../text/format.ts';
import type { CardQuestion } from './card-dialogs.tsx';
import styles from './keycards.module.css';
import { historyText, keycardStateTones, stockText as text } from './sentences.ts';

const icons = {
  available: <IconCircleDashed aria-hidden />,
  assigned: <IconCheck aria-hidden />,
  lost: <IconAlertTriangle size={16} aria-hidden />,
  blocked: <IconBan size={16} aria-hidden />,
  'worn-out': <IconCreditCardOff size={16} aria-hidden />,
} as const;

export interface StockRowProps {
  readonly row: KeycardRow;
  readonly zone: ZoneName;
  readonly editable: boolean;
  readonly onAsk: (question: CardQuestion) => void;
}

export function StockRow({ row, zone, editable, onAsk }: StockRowProps) {
  const { number, name, uidEnd, state, holder, writing } = row;
  return (
    <tr>
      <td>
        <strong>{number}</strong>{' '}
        <span className={styles['soft']}>{uidEnd === null ? text.notRead : `…${uidEnd}`}</span>
      </td>
      <td>{name}</td>
      <td>
        <StateTag tone={keycardStateTones[state]} icon={icons[state]}>
          {text.states[state]}
        </StateTag>
      </td>
      <td>
        {holder === null ? null : (
          <>
            <Link to="/keys/$keyId" params={{ keyId: holder.keyId }} className={styles['link']}>
              {holder.owner}
            </Link>{' '}
            <span className={styles['soft']}>{holder.doors.join(' · ')}</span>
          </>
        )}
      </td>
      <td>
        {writing === null ? (
          <span className={styles['soft']}>{text.nothingWritten}</span>
        ) : (
          <>
            {historyText.states[writing.state]}
            <span className={styles['soft']}>
              {' '}
              · {writing.kind === 'one-shot' ? `${historyText.oneShot} · ` : ''}
              {writing.doors.join(', ')} · {endText(writing.until)}
            </span>
          </>
        )}
      </td>
      <td>{writing === null ? null : <Since at={writing.at} zone={zone} />}</td>
      <td className={styles['menu']}>
        <Menu position="bottom-end" withInitialFocusPlaceholder={false} width={200}>
          <Menu.Target>
            <ActionIcon size={28} aria-label={text.actsFor(number)}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconHistory size={16} aria-hidden />}
              onClick={() => onAsk({ ask: 'history', row })}
            >
              {text.acts.history}
            </Menu.Item>
            {editable ? <Changes row={row} onAsk={onAsk} /> : null}
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
}

/** Draws itself anew every second, and not the row with it. */
function Since({ at, zone }: { readonly at: InstantText; readonly zone: ZoneName }) {
  return sinceText(at, useNow(), zone);
}

function Changes({ row, onAsk }: Pick<StockRowProps, 'row' | 'onAsk'>) {
  const isOut = row.state !== 'available' && row.state !== 'assigned';
  return (
    <>
      <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onAsk({ ask: 'rename', row })}>
        {text.acts.rename}
      </Menu.Item>
      <Menu.Divider />
      {isOut ? (
        <Menu.Item leftSection={<IconCheck size={16} aria-hidden />} onClick={() => onAsk({ ask: 'available', row })}>
          {text.acts.available}
        </Menu.Item>
      ) : null}
      {(['lost', 'blocked', 'worn-out'] as const)
        .filter((state) => state !== row.state)
        .map((state) => (
          <Menu.Item
            key={state}
            leftSection={icons[state]}
            c="var(--portal-bad)"
            onClick={() => onAsk({ ask: state, row })}
          >
            {text.acts[state]}
          </Menu.Item>
        ))}
    </>
  );
}
