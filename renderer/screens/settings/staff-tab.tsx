import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleX,
  IconClockHour4,
  IconDots,
  IconHourglassEmpty,
  IconUserPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { StaffRow } from '#api/staff-views';
import { portal } from '../../channel/portal-client.ts';
import { useMe, useZone } from '../../channel/use-desk.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { FailureNotice, Waiting } from '../../components/notices.tsx';
import { Panel } from '../../components/page.tsx';
import { StateTag } from '../../components/state-tag.tsx';
import { momentText } from '../../text/format.ts';
import { roleNames } from '../../text/frame.ts';
import { RoleMatrix } from './role-matrix.tsx';
import styles from './settings.module.css';
import { StaffDialogs, type StaffQuestion } from './staff-dialogs.tsx';
import { staffText as text } from './staff-sentences.ts';

const looks = {
  active: { tone: 'ok', icon: <IconCircleCheck aria-hidden /> },
  invited: { tone: 'info', icon: <IconClockHour4 aria-hidden /> },
  expired: { tone: 'warn', icon: <IconHourglassEmpty aria-hidden /> },
  disabled: { tone: 'neutral', icon: <IconCircleX aria-hidden /> },
} as const;

/** Who may sign in, and what each role may do. */
export function StaffTab() {
  const staff = useAnswer(['settings', 'staff'], () => portal.staff.list.query());
  const me = useMe().data;
  const [question, setQuestion] = useState<StaffQuestion | null>(null);
  return (
    <div className={styles['stack']}>
      <Panel
        title={text.title}
        beside={staff.data === undefined ? undefined : String(staff.data.length)}
        acts={
          <Button leftSection={<IconUserPlus size={16} />} onClick={() => setQuestion({ kind: 'invite' })}>
            {text.invite}
          </Button>
        }
      >
        <FailureNotice failure={staff.failure} />
        {staff.waiting ? <Waiting>{text.loading}</Waiting> : null}
        {staff.data === undefined ? null : (
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{text.columns.name}</th>
                <th scope="col">{text.columns.role}</th>
                <th scope="col">{text.columns.state}</th>
                <th scope="col" className={styles['number']}>
                  {text.columns.acts}
                </th>
              </tr>
            </thead>
            <tbody>
              {staff.data.map((member) => (
                <Member key={member.id} member={member} isMe={member.id === me?.id} onAsk={setQuestion} />
              ))}
            </tbody>
          </table>
        )}
      </Panel>
      <RoleMatrix />
      <StaffDialogs question={question} mayAppointOwner={me?.role === 'owner'} onClose={() => setQuestion(null)} />
    </div>
  );
}

interface MemberProps {
  readonly member: StaffRow;
  readonly isMe: boolean;
  readonly onAsk: (question: StaffQuestion) => void;
}

function Member({ member, isMe, onAsk }: MemberProps) {
  const zone = useZone();
  const { name, role, state, codeUntil } = member;
  return (
    <tr>
      <td>
        <strong>{name}</strong>
        {isMe ? <span className={styles['said']}> {text.you}</span> : null}
      </td>
      <td>{roleNames[role]}</td>
      <td>
        <StateTag {...looks[state]}>
          {state === 'invited' && codeUntil !== null
            ? text.invitedUntil(momentText(codeUntil, zone))
            : text.states[state]}
        </StateTag>
      </td>
      <td className={styles['number']}>
        <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon aria-label={text.acts(name)}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onAsk({ kind: 'role', member })}>{text.setRole}</Menu.Item>
            <Menu.Item onClick={() => onAsk({ kind: 'reset', member })}>{text.reset}</Menu.Item>
            {state === 'disabled' ? (
              <Menu.Item onClick={() => onAsk({ kind: 'enable', member })}>{text.enable}</Menu.Item>
            ) : (
              <Menu.Item c="var(--portal-bad)" onClick={() => onAsk({ kind: 'disable', member })}>
                {text.disable}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
}
