import type { KeyListInput } from '#api/inputs';
import type { KeyPage } from '#api/views';
import type { DoorId } from '#domain/ids';
import type { Key } from '#domain/key';
import type { PropertySettings } from '#domain/settings';
import type { InstantText } from '#domain/time';
import type { View } from '#main/storage/store';
import { keysInTrouble } from './attention.ts';
import { joinKey } from './key-doors-view.ts';
import { periodOf, rowOf } from './key-views.ts';

/** How many keys are looked at together while a filter walks a tab. */
const stride = 1_000;

const indexOf = { owner: 'statusByOwner', arrival: 'statusByArrival', departure: 'statusByDeparture' } as const;

/** One page of a tab. Without a filter it costs the page; with one, a walk over the tab's keys. */
export async function listKeys(
  view: View,
  input: KeyListInput,
  around: { readonly settings: PropertySettings; readonly now: InstantText },
): Promise<KeyPage> {
  const { keys, total } = await pageOf(view, input);
  const rows = [];
  for (const key of keys) {
    const alerts = await view.find('alerts', 'key', { value: key.id });
    rows.push(rowOf(await joinKey(view, key, around), alerts));
  }
  return { rows, total };
}

interface Page {
  readonly keys: readonly Key[];
  readonly total: number;
}

async function pageOf(view: View, input: KeyListInput): Promise<Page> {
  if (input.attention) return pageOfTrouble(view, input);
  const { offset, limit, descending } = input;
  if (input.filter.trim() === '' && input.source === 'all') {
    const keys = await view.find('keys', indexOf[input.sort], tabOf(input), { offset, limit, descending });
    return { keys, total: await view.count('keys', 'status', { value: input.status }) };
  }
  const matches = await matcher(view, input);
  const found: Key[] = [];
  for (let from = 0; ; from += stride) {
    const part = await view.find('keys', indexOf[input.sort], tabOf(input), {
      offset: from,
      limit: stride,
      descending,
    });
    for (const key of part) if (await matches(key)) found.push(key);
    if (part.length < stride) break;
  }
  return { keys: found.slice(offset, offset + limit), total: found.length };
}

async function pageOfTrouble(view: View, input: KeyListInput): Promise<Page> {
  const matches = await matcher(view, input);
  const found: Key[] = [];
  for (const id of await keysInTrouble(view)) {
    const key = await view.get('keys', id);
    if (key !== null && key.status === input.status && (await matches(key))) found.push(key);
  }
  const sign = input.descending ? -1 : 1;
  const ordered = found.toSorted((one, other) => sign * (sortValue(one, input) < sortValue(other, input) ? -1 : 1));
  return { keys: ordered.slice(input.offset, input.offset + input.limit), total: found.length };
}

/** Whether a key has every word of the filter in its people, doors or reservation number. */
async function matcher(view: View, input: KeyListInput): Promise<(key: Key) => Promise<boolean>> {
  const words = input.filter
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .filter((word) => word !== '');
  const doors = new Map<DoorId, string>((await view.all('doors')).map((door) => [door.id, door.name]));
  return async (key) => {
    if (input.source !== 'all' && key.source !== input.source) return false;
    if (words.length === 0) return true;
    const reservation = key.reservationId === null ? null : await view.get('reservations', key.reservationId);
    const text = [
      ...key.people.map(({ firstName, lastName }) => `${firstName} ${lastName}`),
      ...key.doors.map(({ doorId }) => doors.get(doorId) ?? ''),
      reservation?.number ?? '',
    ]
      .join(' ')
      .toLocaleLowerCase('en');
    return words.every((word) => text.includes(word));
  };
}

/** `<status>/…`: every sort value of the tab. */
function tabOf({ status }: KeyListInput): { readonly from: string; readonly below: string } {
  return { from: `${status}/`, below: `${status}0` };
}

function sortValue(key: Key, { sort }: KeyListInput): string {
  const { arrival, departure } = periodOf(key);
  const [owner] = key.people;
  if (sort === 'owner') return `${owner?.lastName ?? ''}, ${owner?.firstName ?? ''}`.toLocaleLowerCase('en');
  return (sort === 'arrival' ? arrival : departure) ?? '';
}
