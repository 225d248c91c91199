import type { KeyListInput } from '#api/inputs';
import type { KeyPage } from '#api/views';
import type { InstantText } from '#domain/time/time';
import { loadSituations } from '#main/settling/load-situation';
import type { View } from '#main/storage/store';
import { rowOf } from './key-views.ts';
import { selectKeys } from './matching-keys.ts';
import { keysInOrder } from './selected-keys.ts';

/** One page of a tab. Only the keys of the page are made: six store calls at the most, however many they are. */
export async function listKeys(view: View, input: KeyListInput, now: InstantText): Promise<KeyPage> {
  const { ids, total } = await selectKeys(view, input, { offset: input.offset, limit: input.limit });
  if (ids.length === 0) return { rows: [], total };
  const situations = await loadSituations(view, await keysInOrder(view, ids), now);
  return { rows: situations.map((situation) => rowOf(situation)), total };
}
