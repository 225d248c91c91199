import type { Collections } from '#main/storage/collections';
import type { Store } from '#main/storage/store';
import { keyRecord } from '#tests/support/storage-records';

export function putKeys(store: Store, ...records: readonly Collections['keys'][]): Promise<void> {
  return store.transact(async (transaction) => {
    for (const record of records) await transaction.put('keys', record);
  });
}

export function get(store: Store, number: number): Promise<Collections['keys'] | null> {
  return store.read((view) => view.get('keys', keyRecord(number).id));
}

export async function idsOf(store: Store, status: Collections['keys']['status']): Promise<readonly string[]> {
  return (await store.read((view) => view.find('keys', 'status', { value: status }))).map(({ id }) => id);
}

export function spaceRecord(number: string): Collections['spaces'] {
  const id = `space-${number}` as Collections['spaces']['id'];
  return { id, connectionId: 'mews', name: number, parentId: null, kind: 'room', active: true };
}

/** A store may refuse the change (frozen records) or give copies; both are fine. */
export function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // Refused: fine.
  }
}
