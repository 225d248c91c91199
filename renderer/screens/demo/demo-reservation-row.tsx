import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCalendarClock, IconCheck, IconCircleOff, IconDots, IconHome } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DemoView } from '#api/demo';
import type { DemoActInput } from '#api/inputs';
import type { InstantText, LocalDateTime, ZoneName } from '#domain/time/time';
import { StateTag, type Tone } from '../../components/state-tag.tsx';
import { dateText, localDateText, timeTexts } from '../../text/format.ts';
import styles from './demo.module.css';
import { demoTexts as texts } from './sentences.ts';

interface DemoReservationRowProps {
  readonly reservation: DemoView['reservations'][number];
  readonly zone: ZoneName;
  readonly pending: boolean;
  readonly said: string | null;
  readonly onChoose: (act: DemoActInput['act']) => void;
}

export function DemoReservationRow({ reservation, zone, pending, said, onChoose }: DemoReservationRowProps) {
  const stay = stayOf(reservation.state);
  const { first, rest } = actsFor(stay);
  return (
    <tr>
      <td>
        <strong>{reservation.guest}</strong> <span className={styles['quiet']}>{reservation.number}</span>
        <span role="status" className={styles['done']}>
          {said}
        </span>
      </td>
      <td>{reservation.room ?? <span className={styles['quiet']}>{texts.noRoom}</span>}</td>
      <td>
        <StateTag {...looks[stay]}>{texts.states[reservation.state] ?? reservation.state}</StateTag>
      </td>
      <td>{timeTexts.span(dayOf(reservation.arrival, zone), dayOf(reservation.departure, zone))}</td>
      <td className={styles['acts']}>
        <Button disabled={pending} onClick={() => onChoose(first)}>
          {texts.acts[first]}
        </Button>
        {rest.length === 0 ? (
          <span className={styles['noMenu']} />
        ) : (
          <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
            <Menu.Target>
              <ActionIcon size={28} aria-label={texts.more(reservation.guest)}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {rest.map((act) => (
                <Menu.Item key={act} onClick={() => onChoose(act)}>
                  {texts.acts[act]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </td>
    </tr>
  );
}

/** "Mon 23 Nov": the PMS speaks in moments (UTC) or in the hotel's own time. */
function dayOf(when: string, zone: ZoneName): string {
  return when.endsWith('Z') ? dateText(when as InstantText, zone) : localDateText(when as LocalDateTime);
}

const looks: Record<DemoStay, { readonly tone: Tone; readonly icon: ReactNode }> = {
  expected: { tone: 'neutral', icon: <IconCalendarClock aria-hidden /> },
  'in-house': { tone: 'info', icon: <IconHome aria-hidden /> },
  departed: { tone: 'neutral', icon: <IconCheck aria-hidden /> },
  ended: { tone: 'bad', icon: <IconCircleOff aria-hidden /> },
};

/** Where a stay stands at the PMS, in the few words that decide what may be done with it. */
type DemoStay = 'expected' | 'in-house' | 'departed' | 'ended';

/** The simulated PMS uses Mews' words. */
function stayOf(state: string): DemoStay {
  if (state === 'Started' || state === 'in-house') return 'in-house';
  if (state === 'Processed' || state === 'departed') return 'departed';
  return ['Canceled', 'NoShow', 'cancelled', 'no-show'].includes(state) ? 'ended' : 'expected';
}

/** What can be done at the PMS with a stay: the usual next step, and the rest. */
function actsFor(stay: DemoStay): {
  readonly first: DemoActInput['act'];
  readonly rest: readonly DemoActInput['act'][];
} {
  switch (stay) {
    case 'expected':
      return { first: 'check-in', rest: ['move', 'dates', 'cancel', 'no-show'] };
    case 'in-house':
      return { first: 'check-out', rest: ['move', 'dates'] };
    case 'departed':
    case 'ended':
      return { first: 'reinstate', rest: [] };
  }
}
