import type { Store } from '#main/storage/store';
import { openLowdbStore } from '#main/storage/lowdb/open-lowdb-store';
import { dyingDisk, faultyDisk, mountedFolder, noSpace } from '#tests/support/storage-faults';
import { openIn, temporaryFolder } from '#tests/support/storage-folder';
import { rememberingLog } from '#tests/support/storage-log';
import { keyRecord } from '#tests/support/storage-records';
import { testSealer } from '#tests/support/storage-sealer';
import { rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

describe('a disk that refuses', () => {
  it('a full disk refuses the commit, keeps nothing of it, and takes the next one when there is room', async (test) => {
    const folder = await mountedFolder('size=600k');
    if (folder === null) return test.skip('this account may not mount a small disk; the next test stands in for it');
    const store = await openIn(folder);
    await put(store, 1);
    const ballast = `${folder}/ballast`;
    await fillUp(ballast);

    await expect(putMany(store, 2, 400)).rejects.toMatchObject({ code: 'disk-write-failed' });
    expect(await ids(store)).toEqual([1]);
    await rm(ballast);
    await put(store, 3);
    await store.close();

    expect(await ids(await openIn(folder))).toEqual([1, 3]);
  });

  it('a write that fails half way stores nothing, in memory or on disk', async () => {
    const folder = await temporaryFolder();
    let isFull = false;
    const disk = faultyDisk((operation) => {
      if (isFull && operation.startsWith('write')) throw noSpace();
    });
    const store = await openIn(folder, { disk });
    const heard: string[] = [];
    store.onCommit((changes) => void heard.push(...changes.map(({ id }) => id)));
    await put(store, 1);
    isFull = true;

    const outcomes = await Promise.allSettled([put(store, 2), put(store, 3), put(store, 4)]);

    const refused = { status: 'rejected', reason: { code: 'disk-write-failed' } };
    expect(outcomes).toMatchObject([refused, refused, refused]);
    expect(await ids(store)).toEqual([1]);
    isFull = false;
    await put(store, 5);
    expect(heard).toEqual(['key-000000001', 'key-000000005']);
    await store.close();
    expect(await ids(await openIn(folder))).toEqual([1, 5]);
  });

  it('work that saw a commit which the disk then refused is run again', async () => {
    const folder = await temporaryFolder();
    const refused = Promise.withResolvers<void>();
    let isFailing = false;
    const disk = faultyDisk((operation) => {
      if (isFailing && operation.startsWith('datasync')) throw noSpace();
    });
    const store = await openIn(folder, { disk });
    isFailing = true;
    const first = put(store, 1).finally(() => {
      isFailing = false;
      refused.resolve();
    });

    const seen: (readonly number[])[] = [];
    const second = store.transact(async (transaction) => {
      seen.push((await transaction.all('keys')).map(({ id }) => Number(id.slice(4))));
      await refused.promise;
      await transaction.put('keys', keyRecord(2));
    });

    await expect(first).rejects.toMatchObject({ code: 'disk-write-failed' });
    await second;
    expect(seen).toEqual([[1], []]);
    expect(await ids(store)).toEqual([2]);
  });

  it('a disk that cannot even take its half back loses nothing that was acknowledged', async () => {
    const folder = await temporaryFolder();
    let isBroken = false;
    const disk = faultyDisk((operation) => {
      if (isBroken && !operation.startsWith('open')) throw noSpace();
    });
    const store = await openIn(folder, { disk });
    await put(store, 1);
    isBroken = true;
    await expect(put(store, 2)).rejects.toMatchObject({ code: 'disk-write-failed' });
    await expect(put(store, 3)).rejects.toMatchObject({ code: 'disk-write-failed' });
    await store.close();

    expect(await ids(await openIn(folder))).toEqual([1]);
  });

  it('a plug pulled between any two steps of a compaction loses no acknowledged commit', async () => {
    const whole = await compactAndDie(Number.POSITIVE_INFINITY);

    const steps = Array.from({ length: whole.operations.length }, (_, step) => step);
    const outcomes = [];
    for (const step of steps) outcomes.push(await compactAndDie(step));

    expect(whole.operations).toContain('rename snapshot-000002.json');
    expect(whole.operations).toContain('remove journal-000001.jsonl');
    expect(outcomes.filter(({ lost }) => lost.length > 0)).toEqual([]);
  }, 90_000);

  it('a folder that may not be written stops the start', async (test) => {
    const folder = await mountedFolder('ro');
    if (folder === null) return test.skip('this account may not mount a read-only disk');

    await expect(openIn(folder)).rejects.toMatchObject({ code: 'data-folder-unwritable' });
    await expect(openIn(`${folder}/below`)).rejects.toMatchObject({ code: 'data-folder-unwritable' });
  });

  it('a second Portal on the same folder is refused until the first has closed', async () => {
    const folder = await temporaryFolder();
    const first = await openIn(folder);

    await expect(openIn(folder)).rejects.toMatchObject({ code: 'data-folder-in-use' });
    await first.close();

    expect(await ids(await openIn(folder))).toEqual([]);
  });
});

/** A store that compacts twice, on a disk that dies after so many operations; what it acknowledged, what is missing. */
async function compactAndDie(operationsLeft: number) {
  const folder = await temporaryFolder();
  const { disk, operations } = dyingDisk(operationsLeft);
  const { log, lines } = rememberingLog();
  const acknowledged: number[] = [];
  try {
    const store = await openLowdbStore({ folder, sealer: testSealer(), log, disk, compactAfterBytes: 3_000 });
    const fill = async (first: number, snapshots: number): Promise<void> => {
      for (let number = first; number < first + 4; number += 1) {
        await put(store, number);
        acknowledged.push(number);
      }
      // A snapshot was written, or the machine is off and it could not be.
      await expect.poll(() => lines.length, { interval: 2 }).toBeGreaterThanOrEqual(snapshots);
    };
    try {
      await fill(1, 1);
      await fill(5, 2);
    } finally {
      await store.close();
    }
  } catch {
    // The machine is off.
  }
  const present = await ids(await openIn(folder));
  return { operations, acknowledged, lost: acknowledged.filter((number) => !present.includes(number)) };
}

function put(store: Store, number: number): Promise<void> {
  return putMany(store, number, 1);
}

function putMany(store: Store, first: number, count: number): Promise<void> {
  return store.transact(async (transaction) => {
    for (let number = first; number < first + count; number += 1) await transaction.put('keys', keyRecord(number));
  });
}

async function ids(store: Store): Promise<readonly number[]> {
  return (await store.read((view) => view.all('keys'))).map(({ id }) => Number(id.slice(4)));
}

async function fillUp(path: string): Promise<void> {
  await writeFile(path, Buffer.alloc(1_000_000)).catch(() => undefined);
}
