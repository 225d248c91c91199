import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { DoorRow } from '#api/views';
import type { ZoneName } from '#domain/time/time';
import { StateTag } from '../../components/state-tag.tsx';
import { doorTypeTexts } from '../../text/doors.ts';
import { capacityOf, type DoorSort, doorTroubles, isBatteryLow } from './door-list.ts';
import { DoorBattery, DoorCapacity, DoorLockState } from './door-parts.tsx';
import styles from './doors.module.css';
import { doorPageTexts as texts } from './sentences.ts';

interface DoorTableProps {
  readonly rows: readonly DoorRow[];
  readonly zone: ZoneName;
  readonly sort: { readonly by: DoorSort; readonly descending: boolean };
  readonly onSort: (by: DoorSort) => void;
}

export function DoorTable({ rows, zone, sort, onSort }: DoorTableProps) {
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                {...(sort.by === column ? { 'aria-sort': sort.descending ? 'descending' : 'ascending' } : {})}
              >
                {column === 'rooms' ? (
                  texts.columns.rooms
                ) : (
                  <UnstyledButton className={styles['sort'] ?? ''} onClick={() => onSort(column)}>
                    {texts.columns[column]}
                    {sort.by === column ? <SortArrow descending={sort.descending} /> : null}
                  </UnstyledButton>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((door) => (
            <DoorTableRow key={door.id} door={door} zone={zone} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const columns = ['name', 'lock', 'battery', 'codes', 'gateway', 'rooms', 'attention'] as const;

function SortArrow({ descending }: { readonly descending: boolean }) {
  return descending ? <IconArrowDown size={13} aria-hidden /> : <IconArrowUp size={13} aria-hidden />;
}

function DoorTableRow({ door, zone }: { readonly door: DoorRow; readonly zone: ZoneName }) {
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
