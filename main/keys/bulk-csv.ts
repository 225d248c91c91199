import type { BulkLine, KeySelection } from '#api/bulk';
import { csvOf } from '#domain/text/write-csv';
import { AppError } from '#domain/failure';
import type { InstantText } from '#domain/time/time';
import type { View } from '#main/storage/store';
import { joinKey, type JoinedKey } from './key-doors-view.ts';
import { rowOf } from './key-views.ts';
import { eachKey, selectedIds } from './selected-keys.ts';

export interface ExportedKeys {
  readonly csv: string;
  readonly keys: number;
}

/** One line a key, as the list shows it. Never a code, and never a card's UID. */
export async function exportedKeys(view: View, selection: KeySelection, now: InstantText): Promise<ExportedKeys> {
  const settings = await view.get('settings', 'property');
  if (settings === null) throw new AppError('internal', 'exporting keys before the property is set up');
  const rows: (readonly string[])[] = [keyColumns];
  for await (const key of eachKey(view, await selectedIds(view, selection))) {
    const joined = await joinKey(view, key, { settings, now });
    const row = rowOf(joined, []);
    rows.push([
      row.status,
      row.lastName,
      row.firstName,
      key.people.slice(1).map(nameOf).join('; '),
      row.doors.join('; '),
      row.arrival ?? '',
      row.departure ?? '',
      row.doorcode?.worst ?? '',
      // A key that has ended holds no card any more.
      key.status === 'past' || key.status === 'revoked' ? '' : (row.keycard ?? ''),
      cardNumbers(joined).join('; '),
      row.source,
      row.reservationNumber ?? '',
      row.id,
    ]);
  }
  return { csv: csvOf(rows), keys: rows.length - 1 };
}

/** What became of each key of a run. */
export function exportedReport(lines: readonly BulkLine[]): string {
  const rows = lines.map((line) => [
    line.owner,
    line.doors.join('; '),
    line.reservationNumber ?? '',
    line.outcome === 'change' ? 'not reached' : line.outcome,
    line.because ?? '',
    line.departure === null ? '' : `${line.departure.from} > ${line.departure.to}`,
    line.newDoorcode ? 'yes' : '',
    line.keyId,
  ]);
  return csvOf([reportColumns, ...rows]);
}

const keyColumns = [
  'Status',
  'Last name',
  'First name',
  'Others',
  'Doors',
  'Arrival',
  'Departure',
  'Doorcode',
  'Keycard',
  'Keycard numbers',
  'Source',
  'Reservation',
  'Key',
];
const reportColumns = ['Owner', 'Doors', 'Reservation', 'Outcome', 'Because', 'Departure', 'New doorcode', 'Key'];

/** Of the cards that are the key's own: one that has ended only remembers them. */
function cardNumbers({ keycards }: JoinedKey): readonly string[] {
  return [...keycards.values()].flatMap(({ card, isTheirs }) => (card !== null && isTheirs ? [card.number] : []));
}

function nameOf({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string {
  return `${firstName} ${lastName}`.trim();
}
