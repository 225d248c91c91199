import type { KeyRow } from '#api/views';
import type { KeyStatus } from '#domain/key/key';
import type { DoorcodeSummary } from '#domain/situation/doorcode-state';
import { doorcodeTexts } from '../../text/doorcode.ts';
import { countText, joined, plural, sentences } from '../../text/language.ts';
import { pmsName } from '../../text/pms.ts';

export const keysText = sentences('keys', {
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
  count: (total: number) => plural(total, { one: '1 key', other: `${countText(total)} keys` }),
  matching: (total: number) =>
    plural(total, { one: '1 key matches the filter', other: `${countText(total)} keys match the filter` }),
  noDoor: 'no door',
  doorsAndLinked: (doors: readonly string[], linked: number) =>
    plural(linked, {
      one: joined([...doors, '1 linked door']),
      other: joined([...doors, `${linked} linked doors`]),
    }),
  noDoorcode: 'No doorcode',
  provisioned: (done: string) => `Doorcode ${done}`,
  manual: 'Manual',
  addKey: 'Add Key',
  showAll: 'Show all keys',
  openDemo: 'Make a reservation in the demo hotel',
  connectPms: 'Connect a PMS',
  /** What will appear under a tab and how, while there is nothing. */
  empty: {
    upcoming: {
      title: 'No upcoming keys',
      words: 'Every reservation in the PMS that has not begun yet appears here as a key, within seconds of being made.',
    },
    current: {
      title: 'No current keys',
      words: 'When a guest checks in at the PMS, or the time of arrival comes, the key moves here and opens its doors.',
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
  } satisfies Record<KeyStatus, { readonly title: string; readonly words: string }>,
  nothingMatches: {
    title: 'No key matches',
    words: 'No key under this tab matches the filter. The search above covers all tabs.',
  },
});

/** The panel above the keys. What each problem is called is in text/alerts.ts. */
export const needsAttentionText = sentences('needs-attention', {
  title: 'Needs attention',
  all: (count: number) => `Show all ${count}`,
  fewer: 'Show fewer',
  since: (time: string) => `Since ${time}.`,
  openKey: 'Open key',
  trying: 'Portal is trying again now.',
  tryingDoor: (door: string) => `Portal is trying ${door} again now.`,
});

/** Lists that are kept under a name. */
export const savedFiltersText = sentences('saved-filters', {
  menu: 'Saved',
  save: 'Save this list…',
  manage: 'Rename or delete…',
  saveTitle: 'Save this list',
  manageTitle: 'Saved lists',
  name: 'Name',
  nameOf: (name: string) => `Name of ${name}`,
  forEverybody: 'Keeps the tab, its filters and its order, for everybody at the desk.',
  replaces: 'A list with this name already exists; it will be replaced.',
  taken: 'Another list has this name.',
  rename: 'Rename',
  remove: (name: string) => `Delete ${name}`,
});

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
  return linked === 0 ? doors.join(', ') : keysText.doorsAndLinked(doors, linked);
}

/** One tag for the key's doorcode: the state that staff should know first, and how many doors are done. */
export function summaryWords(summary: DoorcodeSummary): string {
  const label = doorcodeTexts.states[summary.worst];
  const done = `${summary.provisioned}/${summary.doors}`;
  switch (summary.worst) {
    case 'provisioned':
      return keysText.provisioned(done);
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
