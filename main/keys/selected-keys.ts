import type { KeySelection } from '#api/bulk';
import type { KeyId } from '#domain/ids';
import type { Key } from '#domain/key/key';
import type { View } from '#main/storage/store';
import { setImmediate as breath } from 'node:timers/promises';
import { matchingIds } from './matching-keys.ts';

/** Keys made before everybody else has a turn: some milliseconds. */
const stride = 50;

/** What staff chose, as it is now. */
export async function selectedIds(view: View, selection: KeySelection): Promise<readonly KeyId[]> {
  if (selection.kind === 'these') return [...new Set(selection.ids)];
  const ids = await matchingIds(view, selection.question);
  const left = new Set(selection.but);
  return left.size === 0 ? ids : ids.filter((id) => !left.has(id));
}

/** Keys that are gone are left out. */
export async function keysInOrder(view: View, ids: readonly string[]): Promise<readonly Key[]> {
  const { keys } = await view.getMany({ keys: { collection: 'keys', ids } });
  return ids.flatMap((id) => keys.get(id) ?? []);
}

/** Makes the keys some at a time, and lets everybody else have their turn in between. Keys that are gone are left out. */
export async function* keysInStrides(view: View, ids: readonly KeyId[]): AsyncGenerator<readonly Key[]> {
  for (let at = 0; at < ids.length; at += stride) {
    if (at > 0) await breath();
    yield keysInOrder(view, ids.slice(at, at + stride));
  }
}
