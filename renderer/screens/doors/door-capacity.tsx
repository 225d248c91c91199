import { IconAlertTriangle } from '@tabler/icons-react';
import type { LockView } from '#api/views';
import { doorPageTexts as texts } from './sentences.ts';
import styles from './door-parts.module.css';

export interface DoorCapacityProps {
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
