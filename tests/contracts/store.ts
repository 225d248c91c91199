import type { Collections } from '#main/storage/collections';
import type { Change, Store } from '#main/storage/store';
import { keyRecord } from '#tests/support/storage-records';
import { describe, expect, it, onTestFinished } from 'vitest';
import { storeIndexes } from './store-indexes.ts';
import { storeLookUps } from './store-look-ups.ts';
import { storeProperties } from './store-properties.ts';
import { attempt, get, idsOf, putKeys } from './store-steps.ts';

export interface OpenedStore {
  readonly store: Store;
  /** Closes the store and opens what it left; absent where nothing outlives the program. */
  readonly reopen?: () => Promise<Store>;
}

/** What every store promises (main/storage/store.ts). `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  const opened = async (): Promise<Store> => {
    const { store } = await open();
    onTestFinished(() => store.close());
    return store;
  };

  describe(`${name} keeps the contract of a store`, () => {
    it('a record that was put is read back as it was', async () => {
      const store = await opened();

      await store.transact((transaction) => transaction.put('keys', keyRecord(1)));

      expect(await get(store, 1)).toEqual(keyRecord(1));
    });

    it('an id that nobody put is null, and removing it is no error', async () => {
      const store = await opened();

      await store.transact((transaction) => transaction.remove('keys', keyRecord(1).id));

      expect(await get(store, 1)).toBeNull();
    });

    it('putting an id again replaces the record and its place in every index', async () => {
      const store = await opened();
      await putKeys(store, keyRecord(1, { status: 'upcoming' }));

      await putKeys(store, keyRecord(1, { status: 'current', version: 1 }));

      expect(await get(store, 1)).toEqual(keyRecord(1, { status: 'current', version: 1 }));
      expect(await idsOf(store, 'upcoming')).toEqual([]);
      expect(await idsOf(store, 'current')).toEqual(['key-000000001']);
    });

    it('a removed record is in no index any more', async () => {
      const store = await opened();
      await putKeys(store, keyRecord(1), keyRecord(2));

      await store.transact((transaction) => transaction.remove('keys', keyRecord(1).id));

      const found = await store.read((view) => view.find('keys', 'door', { value: 'gate' }));
      expect(found).toEqual([keyRecord(2)]);
    });

    it('a transaction sees its own writes in get, find, count and all', async () => {
      const store = await opened();
      await putKeys(store, keyRecord(1, { status: 'past' }));

      const seen = await store.transact(async (transaction) => {
        await transaction.put('keys', keyRecord(2, { status: 'current' }));
        await transaction.remove('keys', keyRecord(1).id);
        return {
          got: await transaction.get('keys', keyRecord(2).id),
          found: await transaction.find('keys', 'status', { value: 'current' }),
          past: await transaction.count('keys', 'status', { value: 'past' }),
          all: await transaction.all('keys'),
        };
      });

      const two = keyRecord(2, { status: 'current' });
      expect(seen).toEqual({ got: two, found: [two], past: 0, all: [two] });
    });

    it('nobody else sees a transaction before it is committed', async () => {
      const store = await opened();

      const seenMeanwhile = await store.transact(async (transaction) => {
        await transaction.put('keys', keyRecord(1));
        return get(store, 1);
      });

      expect(seenMeanwhile).toBeNull();
      expect(await get(store, 1)).toEqual(keyRecord(1));
    });

    it('a reader sees one state from its beginning to its end', async () => {
      const store = await opened();
      await putKeys(store, keyRecord(1, { version: 1 }));

      const seen = await store.read(async (view) => {
        await putKeys(store, keyRecord(1, { version: 2 }), keyRecord(2));
        return { one: await view.get('keys', keyRecord(1).id), all: await view.all('keys') };
      });

      expect(seen).toEqual({ one: keyRecord(1, { version: 1 }), all: [keyRecord(1, { version: 1 })] });
    });

    it('work that throws changes nothing, and its error comes out as it is', async () => {
      const store = await opened();
      const problem = new Error('the desk changed its mind');

      const outcome = store.transact(async (transaction) => {
        await transaction.put('keys', keyRecord(1));
        throw problem;
      });

      await expect(outcome).rejects.toBe(problem);
      expect(await get(store, 1)).toBeNull();
    });

    it('a hundred desks that count up one record at once lose no count', async () => {
      const store = await opened();
      await putKeys(store, keyRecord(1));
      const raise = () =>
        store.transact(async (transaction) => {
          const before = await transaction.get('keys', keyRecord(1).id);
          await transaction.put('keys', keyRecord(1, { version: (before?.version ?? 0) + 1 }));
        });

      await Promise.all(Array.from({ length: 100 }, raise));

      expect((await get(store, 1))?.version).toBe(100);
    });

    it('two desks that draw one free code do not both get it', async () => {
      const store = await opened();
      const code = keyRecord(7).people[0]?.doorcode?.code ?? '';
      const claim = (record: Collections['keys']) =>
        store.transact(async (transaction) => {
          const taken = await transaction.count('keys', 'liveCode', { value: code });
          if (taken === 0) await transaction.put('keys', record);
          return taken === 0;
        });
      const key = keyRecord(7, { status: 'current' });

      const granted = await Promise.all([claim(key), claim({ ...key, id: keyRecord(8).id })]);

      expect(granted).toEqual([true, false]);
    });

    storeIndexes(opened);
    storeLookUps(opened);

    it('changing a record after it was put changes nothing in the store', async () => {
      const store = await opened();
      const record = structuredClone(keyRecord(1));
      await putKeys(store, record);

      Object.assign(record.people[0] ?? {}, { lastName: 'Somebody Else' });

      expect(await get(store, 1)).toEqual(keyRecord(1));
    });

    it('what was read is not changed by a later commit', async () => {
      const store = await opened();
      await putKeys(store, keyRecord(1, { version: 1 }));
      const before = await get(store, 1);

      await putKeys(store, keyRecord(1, { version: 2 }));

      expect(before).toEqual(keyRecord(1, { version: 1 }));
    });

    it('a reader cannot change the store through what it read', async () => {
      const store = await opened();
      await putKeys(store, keyRecord(1));
      const read = await get(store, 1);

      attempt(() => Object.assign(read?.people[0] ?? {}, { lastName: 'Somebody Else' }));

      expect(await get(store, 1)).toEqual(keyRecord(1));
    });

    it('a record that its schema refuses is not put', async () => {
      const store = await opened();
      const wrong = { ...keyRecord(1), status: 'lost' as 'past' };

      await expect(putKeys(store, wrong)).rejects.toMatchObject({ code: 'internal' });

      expect(await get(store, 1)).toBeNull();
    });

    it('listeners hear each commit once, in order, when it can be read', async () => {
      const store = await opened();
      const heard: (readonly Change[])[] = [];
      store.onCommit((changes) => void heard.push(changes));

      await Promise.all([
        putKeys(store, keyRecord(1), keyRecord(2)),
        store.transact(async () => undefined),
        putKeys(store, { ...keyRecord(9), status: 'lost' as 'past' }).catch(() => undefined),
        store.transact((transaction) => transaction.remove('keys', keyRecord(1).id)),
      ]);

      expect(heard).toEqual([
        [
          { collection: 'keys', id: 'key-000000001', kind: 'put' },
          { collection: 'keys', id: 'key-000000002', kind: 'put' },
        ],
        [{ collection: 'keys', id: 'key-000000001', kind: 'remove' }],
      ]);
    });

    it('a listener that was taken back hears nothing more, and one that throws harms nobody', async () => {
      const store = await opened();
      const heard: string[] = [];
      const undo = store.onCommit(() => void heard.push('taken back'));
      store.onCommit(() => {
        throw new Error('a listener of bad habits');
      });
      store.onCommit(() => void heard.push('stays'));
      undo();

      await putKeys(store, keyRecord(1));

      expect(heard).toEqual(['stays']);
    });

    it('closing waits for the commits under way and refuses later calls', async () => {
      const store = await opened();
      const heard: (readonly Change[])[] = [];
      store.onCommit((changes) => void heard.push(changes));
      const underWay = [putKeys(store, keyRecord(1)), putKeys(store, keyRecord(2))];

      await store.close();

      expect(heard).toHaveLength(2);
      await Promise.all(underWay);
      await expect(putKeys(store, keyRecord(3))).rejects.toMatchObject({ code: 'store-closed' });
      await expect(get(store, 1)).rejects.toMatchObject({ code: 'store-closed' });
    });

    it('what was committed is there after the store was opened again', async (test) => {
      const { store, reopen } = await open();
      onTestFinished(() => store.close());
      if (reopen === undefined) return test.skip('nothing outlives this store');
      await putKeys(store, keyRecord(1, { status: 'current' }), keyRecord(2, { status: 'current' }), keyRecord(3));
      await store.transact((transaction) => transaction.remove('keys', keyRecord(2).id));

      const again = await reopen();
      onTestFinished(() => again.close());

      expect(await again.read((view) => view.all('keys'))).toEqual([keyRecord(1, { status: 'current' }), keyRecord(3)]);
      expect(await idsOf(again, 'current')).toEqual(['key-000000001']);
    });

    storeProperties(opened);
  });
}
