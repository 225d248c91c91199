import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconCalendarClock,
  IconCheck,
  IconCircleOff,
  IconClockCheck,
  IconCreditCard,
  IconDoorEnter,
  IconDots,
  IconRefresh,
  IconRotate,
  IconUserPlus,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { KeyDetails } from '#api/views';
import type { KeyStatus } from '#domain/key/key';
import { isLive } from '#domain/key/key-status';
import { hasNoEnd } from '#domain/key/no-end';
import { askToEncode } from '../../channel/encoder-asking.ts';
import { StateTag, type Tone } from '../../components/state-tag.tsx';
import { periodText } from '../../text/format.ts';
import { pmsName } from '../../text/pms.ts';
import { actTexts, keycardActTexts } from './act-sentences.ts';
import type { KeyAct } from './key-act.ts';
import { keyDetailsTexts as texts } from './sentences.ts';

/** "MW-88213 · Mews · 2 nights · Mon 23 Nov 15:00 → Wed 25 Nov 11:00", with the status in front. */
export function KeyFacts({ details }: { readonly details: KeyDetails }) {
  const { tone, icon } = statusLooks[details.status];
  const period =
    details.arrival === null || details.departure === null ? null : periodText(details.arrival, details.departure);
  const facts = [
    details.reservation?.number ?? null,
    details.connector === null ? texts.manual : pmsName(details.connector),
    details.nights === null || details.departure === null || hasNoEnd(details.departure)
      ? null
      : texts.nights(details.nights),
    period,
  ];
  return (
    <>
      <StateTag tone={tone} icon={icon}>
        {texts.statuses[details.status]}
      </StateTag>
      <span>{facts.filter((fact) => fact !== null).join(' · ')}</span>
    </>
  );
}

export interface KeyHeaderActsProps {
  readonly details: KeyDetails;
  readonly onAct: (asked: KeyAct) => void;
  readonly onForm: (form: 'stay' | 'add-doors' | 'add-person') => void;
  readonly onTryNow: () => void;
}

export function KeyHeaderActs({ details, onAct, onForm, onTryNow }: KeyHeaderActsProps) {
  const live = isLive(details);
  const { extendable } = details;
  return (
    <>
      {live && details.people.length > 0 ? (
        <Button
          size="sm"
          leftSection={<IconCreditCard size={16} aria-hidden />}
          onClick={() => askToEncode(details.id)}
        >
          {keycardActTexts.encode}
        </Button>
      ) : null}
      {live ? (
        <Button size="sm" c="var(--portal-bad)" onClick={() => onAct({ act: 'revoke', doorId: null })}>
          {texts.revoke}
        </Button>
      ) : null}
      {details.status === 'revoked' ? <Restore details={details} onAct={onAct} /> : null}
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={texts.more}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCalendarClock size={16} aria-hidden />}
            disabled={!extendable || details.doors.length === 0}
            onClick={() => onForm('stay')}
          >
            {actTexts.stay.menu}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconDoorEnter size={16} aria-hidden />}
            disabled={!extendable}
            onClick={() => onForm('add-doors')}
          >
            {actTexts.addDoors.confirm}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconUserPlus size={16} aria-hidden />}
            disabled={!extendable}
            onClick={() => onForm('add-person')}
          >
            {actTexts.addPerson.menu}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconRefresh size={16} aria-hidden />}
            disabled={!live || details.doors.length === 0}
            onClick={() => onAct({ act: 'reprovision', doorId: null })}
          >
            {texts.reprovision}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconRotate size={16} aria-hidden />}
            // Where the rest is grey the keyboard begins here, or Escape would not be heard.
            {...(live ? {} : { 'data-autofocus': true })}
            onClick={onTryNow}
          >
            {texts.tryNow}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function Restore({ details, onAct }: Pick<KeyHeaderActsProps, 'details' | 'onAct'>) {
  const restore = (
    <Button
      size="sm"
      {...(details.restorable ? {} : { 'data-disabled': true, 'aria-disabled': true })}
      onClick={() => {
        if (details.restorable) onAct({ act: 'restore', doorId: null });
      }}
    >
      {texts.restore}
    </Button>
  );
  return details.restorable ? restore : <Tooltip label={texts.notRestorable}>{restore}</Tooltip>;
}

const statusLooks: Record<KeyStatus, { readonly tone: Tone; readonly icon: ReactNode }> = {
  upcoming: { tone: 'neutral', icon: <IconCalendarClock aria-hidden /> },
  current: { tone: 'info', icon: <IconClockCheck aria-hidden /> },
  past: { tone: 'neutral', icon: <IconCheck aria-hidden /> },
  revoked: { tone: 'bad', icon: <IconCircleOff aria-hidden /> },
};
