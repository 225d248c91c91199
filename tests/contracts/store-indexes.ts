import type { Store } from '#main/storage/store';
import { keyRecord } from '#tests/support/storage-records';
import { expect, it } from 'vitest';
import { putKeys, spaceRecord } from './store-steps.ts';

/** The part of the store's contract that is about finding, counting and order. */
export function storeIndexes(opened: () => Promise<Store>): void {
  it('records in an index come in order of the value, then of the id, page by page, both ways', async () => {
    const store = await opened();
    await putKeys(store, ...[25, 13, 1, 2, 37].map((number) => keyRecord(number, { status: 'past' })));
    const page = (from: { offset?: number; limit?: number; descending?: boolean }) =>
      store.read(async (view) => {
        const found = await view.find('keys', 'statusByArrival', { from: 'past/', below: 'past0' }, from);
        return found.map(({ id }) => Number(id.slice(4)));
      });

    // Arrivals: 2 on 3 March, the others in February, on the 2nd (1), 14th (13), 26th (25) and 10th (37).
    expect(await page({})).toEqual([1, 37, 13, 25, 2]);
    expect(await page({ offset: 1, limit: 2 })).toEqual([37, 13]);
    expect(await page({ descending: true })).toEqual([2, 25, 13, 37, 1]);
    expect(await page({ descending: true, offset: 1, limit: 2 })).toEqual([25, 13]);
    expect(await page({ offset: 4, limit: 5 })).toEqual([2]);
    expect(await page({ offset: 9 })).toEqual([]);
    expect(await page({ limit: 0 })).toEqual([]);
  });

  it('places tell what would be found, page by page, without making the records', async () => {
    const store = await opened();
    await putKeys(store, ...[25, 13, 1].map((number) => keyRecord(number, { status: 'past' })));
    const places = (page: { offset?: number; limit?: number; descending?: boolean }) =>
      store.read((view) => view.places('keys', 'statusByArrival', { from: 'past/', below: 'past0' }, page));

    expect(await places({ limit: 2 })).toEqual([
      { value: 'past/2026-02-02T15:00', id: 'key-000000001' },
      { value: 'past/2026-02-14T15:00', id: 'key-000000013' },
    ]);
    expect(await places({ descending: true, limit: 1 })).toEqual([
      { value: 'past/2026-02-26T15:00', id: 'key-000000025' },
    ]);
  });

  it('a range holds its first value and not its last one', async () => {
    const store = await opened();
    const numbers = ['1001', '1002', '1003', '10020'];
    await store.transact(async (transaction) => {
      for (const number of numbers) await transaction.put('spaces', spaceRecord(number));
    });
    const names = (match: { from?: string; below?: string } | { value: string }) =>
      store.read(async (view) => (await view.find('spaces', 'name', match)).map(({ name: found }) => found));

    expect(await names({ from: '1002', below: '1003' })).toEqual(['1002', '10020']);
    expect(await names({ from: '1002' })).toEqual(['1002', '10020', '1003']);
    expect(await names({ below: '1002' })).toEqual(['1001']);
    expect(await names({ from: '1003', below: '1001' })).toEqual([]);
    expect(await names({ value: '1002' })).toEqual(['1002']);
  });

  it('count is what find would give without a page', async () => {
    const store = await opened();
    await putKeys(store, keyRecord(1, { status: 'past' }), keyRecord(2, { status: 'past' }), keyRecord(10));

    const counts = await store.read(async (view) => [
      await view.count('keys', 'status', { value: 'past' }),
      await view.count('keys', 'door', { value: 'gate' }),
      await view.count('keys', 'statusByOwner', { from: 'current/', below: 'current0' }),
      await view.count('keys', 'status', { value: 'revoked' }),
    ]);

    expect(counts).toEqual([2, 3, 1, 0]);
  });

  it('a record with two values in a range is found under each of them', async () => {
    const store = await opened();
    await putKeys(store, keyRecord(1));

    const found = await store.read(async (view) => ({
      records: await view.find('keys', 'door', { from: 'door-' }),
      count: await view.count('keys', 'door', { from: 'door-' }),
    }));

    expect(found).toEqual({ records: [keyRecord(1), keyRecord(1)], count: 2 });
  });

  it('all gives every record in order of id', async () => {
    const store = await opened();
    await putKeys(store, keyRecord(3), keyRecord(1), keyRecord(2));

    const all = await store.read((view) => view.all('keys'));
    const last = await store.read((view) => view.all('keys', { descending: true, limit: 1 }));

    expect(all).toEqual([keyRecord(1), keyRecord(2), keyRecord(3)]);
    expect(last).toEqual([keyRecord(3)]);
  });
}
