import { IconAlertTriangle } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ZoneName } from '#domain/time/time';
import type { DoorRow } from '#api/views';
import { DoorBattery } from './door-battery.tsx';
import { DoorCapacity } from './door-capacity.tsx';
import { DoorLockState } from './door-lock-state.tsx';
import { StateTag } from '../../components/state-tag.tsx';
import { doorPageTexts as texts } from './sentences.ts';
import { doorTypeTexts } from '../../text/doors.ts';
import { capacityOf, doorTroubles, isBatteryLow } from './door-list.ts';
import styles from './doors.module.css';

export function DoorTableRow({ door, zone }: { readonly door: DoorRow; readonly zone: ZoneName }) {
  const navigate = useNavigate();
  const { lock } = door;
  const [trouble] = doorTroubles(door);
  return (
    <tr className={styles['row']} onClick={() => void navigate({ to: '/doors/$doorId', params: { doorId: door.id } })}>
      <td>
        <Link
          to="/doors/$doorId"
          params={{ doorId: door.id }}
          className={styles['name']}
          onClick={(event) => event.stopPropagation()}
        >
          {door.name}
        </Link>{' '}
        <span className={styles['quiet']}>{doorTypeTexts[door.type]}</span>
      </td>
      <td>
        {lock === null ? (
          <span className={styles['quiet']}>{texts.noLock}</span>
        ) : (
          <DoorLockState lock={lock} zone={zone} />
        )}
      </td>
      <td>{lock === null ? null : <DoorBattery percent={lock.battery} isLow={isBatteryLow(lock)} />}</td>
      <td>{lock === null ? null : <DoorCapacity lock={lock} capacity={capacityOf(lock)} />}</td>
      <td className={styles['second']}>{lock?.gatewayName}</td>
      <td className={styles['second']}>
        {door.spaces.length === 0 ? null : door.spaces.map((space) => space.name).join(', ')}
      </td>
      <td>
        {trouble === undefined ? null : (
          <StateTag
            tone={trouble === 'alerts' || trouble === 'offline' ? 'bad' : 'warn'}
            icon={<IconAlertTriangle aria-hidden />}
          >
            {trouble === 'alerts' ? texts.alerts(door.alerts) : texts.reasons[trouble]}
          </StateTag>
        )}
      </td>
    </tr>
  );
}
