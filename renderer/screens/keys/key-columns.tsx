import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import { Link } from '@tanstack/react-router';
import type { KeyRow } from '#api/views';
import { listName } from '../../format.ts';
import { KeycardRowTag } from '../../components/keycard-standing-tag.tsx';
import { SummaryTag } from './summary-tag.tsx';
import { isWorking } from '../../text/keycards.ts';
import { doorsText, doorsTitle, keysText, sourceName } from './sentences.ts';
import { LocalTime } from './local-time.tsx';
import styles from './key-table.module.css';

/** The desk sorts (it has all the rows); the table only keeps which column is asked for. */
export const keyTableFeatures = tableFeatures({ rowSortingFeature });

const column = createColumnHelper<typeof keyTableFeatures, KeyRow>();

export const keyColumns = column.columns([
  column.accessor('lastName', {
    id: 'owner',
    header: keysText.columns.owner,
    cell: ({ row: { original: key } }) => (
      <>
        <Link
          to="/keys/$keyId"
          params={{ keyId: key.id }}
          className={styles['owner']}
          tabIndex={-1}
          title={listName(key)}
        >
          {listName(key)}
        </Link>
        {key.others === 0 ? null : <span className={styles['quiet']}> +{key.others}</span>}
      </>
    ),
  }),
  column.accessor('doors', {
    header: keysText.columns.doors,
    enableSorting: false,
    cell: ({ row: { original: key } }) => (
      <span
        title={doorsTitle(key.doors, key.linkedDoors)}
        className={key.doors.length === 0 ? styles['quiet'] : undefined}
      >
        {doorsText(key.doors, key.linkedDoors)}
      </span>
    ),
  }),
  column.accessor('doorcode', {
    id: 'credentials',
    header: keysText.columns.credentials,
    enableSorting: false,
    cell: ({ row: { original: key } }) =>
      key.doorcode === null && key.keycard === null ? (
        <span className={styles['quiet']}>{keysText.noDoorcode}</span>
      ) : (
        <span className={styles['tags']}>
          {key.doorcode === null ? null : <SummaryTag summary={key.doorcode} hasCard={isWorking(key.keycard)} />}
          {key.keycard === null ? null : <KeycardRowTag standing={key.keycard} />}
        </span>
      ),
  }),
  column.accessor('arrival', {
    header: keysText.columns.arrival,
    cell: ({ row: { original: key } }) => <LocalTime at={key.arrival} />,
  }),
  column.accessor('departure', {
    header: keysText.columns.departure,
    cell: ({ row: { original: key } }) => <LocalTime at={key.departure} />,
  }),
  column.accessor('source', {
    header: keysText.columns.source,
    enableSorting: false,
    cell: ({ row: { original: key } }) => (
      <span className={styles['soft']} title={key.reservationNumber ?? undefined}>
        {sourceName(key)}
      </span>
    ),
  }),
]);
