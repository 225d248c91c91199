import {
  keyColumns,
  reportColumns,
  type BulkLine,
  type KeyColumn,
  type KeySelection,
  type ReportColumn,
} from '#api/bulk';
import type { Sheet } from '#domain/text/sheet';
import { isLive } from '#domain/key/key-status';
import { heldKeycards } from '#domain/situation/held-keycards';
import type { KeySituation } from '#domain/situation/key-situation';
import { loadSituations } from '#main/settling/load-situation';
import type { InstantText } from '#domain/time/time';
import type { View } from '#main/storage/store';
import { rowOf } from './key-views.ts';
import { keysInStrides, selectedIds } from './selected-keys.ts';
import { nameOf } from '#domain/text/names';

/** One line a key, as the list shows it. Never a code, and never a card's UID. */
export async function exportedKeys(view: View, selection: KeySelection, now: InstantText): Promise<Sheet<KeyColumn>> {
  const rows: (readonly string[])[] = [];
  for await (const keys of keysInStrides(view, await selectedIds(view, selection))) {
    for (const situation of await loadSituations(view, keys, now)) rows.push(lineOf(situation));
  }
  return { columns: keyColumns, rows };
}

function lineOf(situation: KeySituation): readonly string[] {
  const { key } = situation;
  const row = rowOf(situation);
  return [
    row.status,
    row.lastName,
    row.firstName,
    key.people.slice(1).map(nameOf).join('; '),
    row.doors.join('; '),
    row.arrival ?? '',
    row.departure ?? '',
    row.doorcode?.worst ?? '',
    // A key that has ended holds no card any more.
    isLive(key) ? (row.keycard ?? '') : '',
    cardNumbers(situation).join('; '),
    row.source,
    row.reservationNumber ?? '',
    row.id,
  ];
}

/** What became of each key of a run. */
export function exportedReport(lines: readonly BulkLine[]): Sheet<ReportColumn> {
  const rows = lines.map((line) => [
    line.owner,
    line.doors.join('; '),
    line.reservationNumber ?? '',
    line.outcome === 'change' ? 'not-reached' : line.outcome,
    line.because ?? '',
    line.departure === null ? '' : `${line.departure.from} > ${line.departure.to}`,
    line.newDoorcode ? 'new' : '',
    line.keyId,
  ]);
  return { columns: reportColumns, rows };
}

/** Of the cards that are the key's own: one that has ended only remembers them. */
function cardNumbers(situation: KeySituation): readonly string[] {
  return [...heldKeycards(situation).values()].flatMap(({ card, isTheirs }) =>
    card !== null && isTheirs ? [card.number] : [],
  );
}
