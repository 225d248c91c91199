import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ZoneName } from '#domain/time/time';
import type { DoorRow } from '#api/views';
import { doorPageTexts as texts } from './sentences.ts';
import type { DoorSort } from './door-list.ts';
import { DoorTableRow } from './door-table-row.tsx';
import styles from './doors.module.css';

export interface DoorTableProps {
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
