import { Link } from '@tanstack/react-router';
import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import type { DoorcodeSummary } from '#domain/situation/doorcode-state';
import type { KeyRow } from '#api/views';
import { hasNoEnd } from '#domain/key/no-end';
import type { LocalDateTime } from '#domain/time/time';
import { useNow } from '../../channel/desk-clock.ts';
import { useZone } from '../../channel/use-desk.ts';
import { doorcodeStateIcons } from '../../components/doorcode-state.tsx';
import { KeycardRowTag } from '../../components/keycard-standing-tag.tsx';
import { StateTag } from '../../components/state-tag.tsx';
import { doorcodeTone, summaryTooltip } from '../../text/doorcode.ts';
import { listName, localText, shortLocalText, timeTexts } from '../../text/format.ts';
import { isWorking } from '../../text/keycards.ts';
import styles from './key-table.module.css';
import { doorsText, doorsTitle, keysText, sourceName, summaryWords } from './sentences.ts';

/** The desk sorts (it has all the rows); the table only keeps which column is asked for. */
export const keyTableFeatures = tableFeatures({ rowSortingFeature });

const column = createColumnHelper<typeof keyTableFeatures, KeyRow>();

export const keyColumns = column.columns([
  column.accessor('lastName', {
    id: 'owner',
    header: () => keysText.columns.owner,
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
    header: () => keysText.columns.doors,
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
    header: () => keysText.columns.credentials,
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
    header: () => keysText.columns.arrival,
    cell: ({ row: { original: key } }) => <LocalTime at={key.arrival} />,
  }),
  column.accessor('departure', {
    header: () => keysText.columns.departure,
    cell: ({ row: { original: key } }) => <LocalTime at={key.departure} />,
  }),
  column.accessor('source', {
    header: () => keysText.columns.source,
    enableSorting: false,
    cell: ({ row: { original: key } }) => (
      <span className={styles['soft']} title={key.reservationNumber ?? undefined}>
        {sourceName(key)}
      </span>
    ),
  }),
]);

/** Where a key's doorcode stands over all its doors, in one tag. */
function SummaryTag({ summary, hasCard }: { readonly summary: DoorcodeSummary; readonly hasCard: boolean }) {
  const tooltip = summaryTooltip(summary);
  return (
    <StateTag
      tone={doorcodeTone(summary.worst, { unassigned: summary.unassigned, hasCard })}
      icon={doorcodeStateIcons[summary.worst]}
      {...(tooltip === null ? {} : { tooltip })}
    >
      {summaryWords(summary)}
    </StateTag>
  );
}

/** An arrival or departure in a narrow column; null: none. */
function LocalTime({ at }: { readonly at: LocalDateTime | null }) {
  const now = useNow();
  const zone = useZone();
  if (at === null || hasNoEnd(at)) return timeTexts.noEnd;
  return (
    <time dateTime={at} title={localText(at)}>
      {shortLocalText(at, now, zone)}
    </time>
  );
}
