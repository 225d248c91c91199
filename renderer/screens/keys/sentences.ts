import type { KeyStatus } from '#domain/key/key';
import type { DoorcodeSummary } from '#domain/situation/doorcode-state';
import type { KeyRow } from '#api/views';
import { countText } from '../../format.ts';
import { doorcodeStates } from '../../text/doorcode.ts';
import { pmsName } from '../../frame/status-sentences.ts';

export const keysText = {
  title: 'Keys',
  tabs: { upcoming: 'Upcoming', current: 'Current', past: 'Past', revoked: 'Revoked' } satisfies Record<
    KeyStatus,
    string
  >,
  columns: {
    owner: 'Owner',
    doors: 'Doors',
    credentials: 'Credentials',
    arrival: 'Arrival',
    departure: 'Departure',
    source: 'Source',
  },
  table: 'Keys',
  filter: 'Filter by guest, room or number',
  filterHint: 'Guest, room or number',
  clearFilter: 'Clear the filter',
  source: 'Source',
  sources: { all: 'Source: all', pms: 'Source: PMS', manual: 'Source: manual' },
  access: 'Provisioning',
  accesses: { all: 'Provisioning: all', 'not-allowed': 'Not allowed yet', late: 'Stay came late' },
  needsAttention: 'Needs attention',
  loading: 'Loading keys…',
  loadingRow: 'Loading…',
  hint: { move: 'move', open: 'open', choose: 'choose' },
  count: (total: number, narrowed: boolean) =>
    total === 1
      ? `1 key${narrowed ? ' matches the filter' : ''}`
      : `${countText(total)} keys${narrowed ? ' match the filter' : ''}`,
  noDoor: 'no door',
  noEnd: 'no end',
  noDoorcode: 'No doorcode',
  manual: 'Manual',
  addKey: 'Add Key',
  showAll: 'Show all keys',
  openDemo: 'Make a reservation in the demo hotel',
  connectPms: 'Connect a PMS',
} as const;

/** What will appear under a tab and how, while there is nothing. */
export const emptyKeys: Readonly<Record<KeyStatus, { readonly title: string; readonly words: string }>> = {
  upcoming: {
    title: 'No upcoming keys',
    words: 'Every reservation in the PMS that has not begun yet appears here as a key, within seconds of being made.',
  },
  current: {
    title: 'No current keys',
    words:
      'When a guest checks in at the PMS, or the time of arrival has come, the key moves here and opens its doors.',
  },
  past: {
    title: 'No past keys',
    words: 'After check-out or departure a key is kept here, with everything that happened to it.',
  },
  revoked: {
    title: 'No revoked keys',
    words:
      'Keys that staff revoked, and those of cancelled reservations, are kept here. They can be restored while the stay lasts.',
  },
};
export const nothingMatches = {
  title: 'No key matches',
  words: 'No key under this tab matches the filter. The search above looks under all tabs.',
};

export function sourceName(row: Pick<KeyRow, 'source' | 'connector'>): string {
  return row.source === 'manual' ? keysText.manual : pmsName(row.connector);
}

/** `204 + 2`, `402 · 403`, `201 · 202 + 12` */
export function doorsText(doors: readonly string[], linked: number): string {
  if (doors.length === 0) return keysText.noDoor;
  const named = doors.slice(0, 2).join(' · ');
  const more = doors.length - Math.min(2, doors.length) + linked;
  return more === 0 ? named : `${named} + ${more}`;
}

/** All of them, for whoever points at the short form. */
export function doorsTitle(doors: readonly string[], linked: number): string {
  const named = doors.join(', ');
  if (linked === 0) return named;
  return `${named} and ${linked} linked ${linked === 1 ? 'door' : 'doors'}`;
}

/** One tag for the key's doorcode: the state that staff should know first, and how many doors are done. */
export function summaryWords(summary: DoorcodeSummary): string {
  const { label } = doorcodeStates[summary.worst];
  const done = `${summary.provisioned}/${summary.doors}`;
  switch (summary.worst) {
    case 'provisioned':
      return `Doorcode ${done}`;
    case 'waiting-for-lock':
    case 'writing':
    case 'failed':
      return summary.doors > 1 ? `${label} ${done}` : label;
    case 'no-lock':
    case 'no-doorcode-assigned':
    case 'pending-provisioning':
    case 'scheduled':
    case 'removal-pending':
    case 'removed':
      return label;
    default:
      return summary.worst;
  }
}
