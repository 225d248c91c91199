import type { KeySelection } from '#api/bulk';
import type { KeyId } from '#domain/ids';
import type { Key } from '#domain/key/key';
import type { View } from '#main/storage/store';
import { breath } from '#main/storage/breath';
import { matchingIds } from './matching-keys.ts';

/** Keys made before everybody else has a turn: some milliseconds. */
const stride = 25;

/** What staff chose, as it is now. */
export async function selectedIds(view: View, selection: KeySelection): Promise<readonly KeyId[]> {
  if (selection.kind === 'these') return [...new Set(selection.ids)];
  const left = new Set(selection.but);
  return (await matchingIds(view, selection.question)).filter((id) => !left.has(id));
}

/** Makes the keys one by one, and lets everybody else have their turn in between. Keys that are gone are left out. */
export async function* eachKey(view: View, ids: readonly KeyId[]): AsyncGenerator<Key> {
  for (const [position, id] of ids.entries()) {
    if (position % stride === stride - 1) await breath();
    const key = await view.get('keys', id);
    if (key !== null) yield key;
  }
}
