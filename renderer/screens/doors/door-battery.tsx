import { Tooltip } from '@mantine/core';
import { IconBattery1, IconBattery2, IconBattery3, IconBattery4, IconBatteryOff } from '@tabler/icons-react';
import { doorPageTexts as texts } from './sentences.ts';
import styles from './door-parts.module.css';

export interface DoorBatteryProps {
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
      {percent} %{isLow ? ` · ${texts.batteryLow}` : ''}
    </span>
  );
  return isLow ? <Tooltip label={texts.batteryLowHint}>{battery}</Tooltip> : battery;
}
