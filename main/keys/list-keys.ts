import type { KeyListInput } from '#api/inputs';
import type { KeyPage } from '#api/views';
import type { Key } from '#domain/key/key';
import type { PropertySettings } from '#domain/house/settings';
import type { InstantText } from '#domain/time/time';
import type { View } from '#main/storage/store';
import { joinKey } from './key-doors-view.ts';
import { rowOf } from './key-views.ts';
import { isNarrowed, matchingIds, orderOf, tabOf } from './matching-keys.ts';

/** One page of a tab. Only the keys of the page are made. */
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
  const { offset, limit, descending } = input;
  if (!isNarrowed(input)) {
    const keys = await view.find('keys', orderOf(input), tabOf(input), { offset, limit, descending });
    return { keys, total: await view.count('keys', 'status', { value: input.status }) };
  }
  const ids = await matchingIds(view, input);
  const keys = await Promise.all(ids.slice(offset, offset + limit).map((id) => view.get('keys', id)));
  return { keys: keys.filter((key) => key !== null), total: ids.length };
}
