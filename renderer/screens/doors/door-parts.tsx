import { Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBattery1,
  IconBattery2,
  IconBattery3,
  IconBattery4,
  IconBatteryOff,
  IconCheck,
  IconHelp,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LockView } from '#api/views';
import type { ZoneName } from '#domain/time/time';
import { useNow } from '../../channel/desk-clock.ts';
import { StateTag, type Tone } from '../../components/state-tag.tsx';
import { sinceText } from '../../text/format.ts';
import styles from './door-parts.module.css';
import { doorPageTexts as texts } from './sentences.ts';

/** Whether a lock answers, and since when it does not. */
export function DoorLockState({
  lock,
  zone,
}: {
  readonly lock: Pick<LockView, 'online' | 'onlineSince'>;
  readonly zone: ZoneName;
}) {
  const now = useNow();
  const { tone, icon } = looks[lock.online];
  return (
    <StateTag tone={tone} icon={icon}>
      {lock.online === 'offline'
        ? texts.offlineSince(sinceText(lock.onlineSince, now, zone))
        : texts.online[lock.online]}
    </StateTag>
  );
}

const looks: Record<LockView['online'], { readonly tone: Tone; readonly icon: ReactNode }> = {
  online: { tone: 'ok', icon: <IconCheck aria-hidden /> },
  offline: { tone: 'bad', icon: <IconAlertTriangle aria-hidden /> },
  unknown: { tone: 'neutral', icon: <IconHelp aria-hidden /> },
};

interface DoorBatteryProps {
  /** Percent; null: the lock does not say. */
  readonly percent: number | null;
  readonly isLow: boolean;
}

export function DoorBattery({ percent, isLow }: DoorBatteryProps) {
  if (percent === null)
    return (
      <span className={styles['part']} data-tone="quiet">
        <IconBatteryOff size={17} aria-hidden />
        {texts.batteryUnknown}
      </span>
    );
  const Icon =
    [IconBattery1, IconBattery2, IconBattery3, IconBattery4][Math.min(3, Math.floor(percent / 25))] ?? IconBattery4;
  const battery = (
    <span className={styles['part']} data-tone={isLow ? 'bad' : undefined} {...(isLow ? { tabIndex: 0 } : {})}>
      <Icon size={17} aria-hidden />
      {texts.percent(percent)}
      {isLow ? ` · ${texts.batteryLow}` : ''}
    </span>
  );
  return isLow ? <Tooltip label={texts.batteryLowHint}>{battery}</Tooltip> : battery;
}

interface DoorCapacityProps {
  readonly lock: Pick<LockView, 'held' | 'wanted' | 'slots'>;
  readonly capacity: 'room' | 'nearly-full' | 'full';
}

/** How many codes a lock holds of those that fit; what it should hold where that differs. */
export function DoorCapacity({ lock, capacity }: DoorCapacityProps) {
  const share = lock.slots === 0 ? 0 : Math.min(100, (100 * Math.max(lock.held, lock.wanted)) / lock.slots);
  return (
    <span className={styles['part']} data-tone={capacity === 'room' ? undefined : 'warn'}>
      <span className={styles['meter']} aria-hidden>
        <span className={styles['fill']} style={{ width: `${share}%` }} />
      </span>
      {texts.codesOf(lock.held, lock.slots)}
      {lock.wanted === lock.held ? null : <span className={styles['quiet']}> · {texts.codesPending(lock.wanted)}</span>}
      {capacity === 'room' ? null : (
        <strong className={styles['word']}>
          <IconAlertTriangle size={14} aria-hidden /> {capacity === 'full' ? texts.full : texts.nearlyFull}
        </strong>
      )}
    </span>
  );
}
