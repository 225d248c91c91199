import { journalPath, snapshotPath } from '#main/storage/lowdb/store-files';
import { commitsLine, headerLine } from '#main/storage/lowdb/journal-line';
import { StoredRecord } from '#main/storage/lowdb/stored-record';
import type { Store } from '#main/storage/store';
import { openIn, temporaryFolder } from '#tests/support/storage-folder';
import { rememberingLog } from '#tests/support/storage-log';
import { keyRecord } from '#tests/support/storage-records';
import { testSealer } from '#tests/support/storage-sealer';
import { appendFile, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

describe('a start on files that are not as they were written', () => {
  it('a torn last line is cut off, kept beside and logged', async () => {
    const folder = await folderWith(keyRecord(1));
    await appendFile(journalPath(folder, 1), '8f3a1b2c {"commits":[[{"put":"ke');
    const { log, lines } = rememberingLog();

    const store = await openIn(folder, { log });

    expect(await all(store)).toEqual([keyRecord(1)]);
    expect(lines).toMatchObject([{ level: 'warn', facts: { generation: 1, bytes: 32 } }]);
    const torn = (await readdir(folder)).find((name) => name.startsWith('torn-')) ?? '';
    expect(await readFile(`${folder}/${torn}`, 'utf8')).toBe('8f3a1b2c {"commits":[[{"put":"ke');
  });

  it('commits after a torn line was cut off are there at the next start', async () => {
    const folder = await folderWith(keyRecord(1));
    await appendFile(journalPath(folder, 1), '8f3a1b2c {"commits":[[\0\0\0');
    const store = await openIn(folder);

    await put(store, keyRecord(2));
    await store.close();

    expect(await all(await openIn(folder))).toEqual([keyRecord(1), keyRecord(2)]);
  });

  it('the journal is the only copy no longer than the set-up: the first snapshot comes after 16 kB', async () => {
    const folder = await temporaryFolder();
    const { log, lines } = rememberingLog();
    const store = await openIn(folder, { log });

    await store.transact(async (transaction) => {
      for (let number = 1; number <= 30; number += 1) await transaction.put('keys', keyRecord(number));
    });

    await expect.poll(() => lines.map(({ message }) => message), { timeout: 10_000 }).toContain('wrote a snapshot');
  });

  it('a journal that lost its first line beside its own snapshot is damage', async () => {
    const folder = await folderWithTwoSnapshots();
    const newest =
      (await readdir(folder))
        .filter((name) => name.startsWith('journal-'))
        .toSorted()
        .at(-1) ?? '';
    await writeFile(`${folder}/${newest}`, Buffer.alloc(4096));

    await expect(openIn(folder)).rejects.toMatchObject({ code: 'data-damaged' });
  });

  it('zeros behind the last line are no damage', async () => {
    const folder = await folderWith(keyRecord(1));
    await appendFile(journalPath(folder, 1), Buffer.alloc(10_000));
    const { log, lines } = rememberingLog();

    expect(await all(await openIn(folder, { log }))).toEqual([keyRecord(1)]);
    expect(lines).toEqual([]);
  });

  it('a journal damaged before its end stops the start, names the line and changes nothing', async () => {
    const folder = await folderWith(keyRecord(1), keyRecord(2), keyRecord(3));
    await alter(journalPath(folder, 1), (text) => text.replace('key-000000002', 'key-000000009'));
    const before = await contents(folder);

    await expect(openIn(folder)).rejects.toMatchObject({
      code: 'data-damaged',
      message: expect.stringContaining(`${journalPath(folder, 1)}: line 3 does not match its checksum`),
    });

    expect(await contents(folder)).toEqual(before);
  });

  it('a damaged snapshot stops the start and names the last good copy, from which everything is recovered', async () => {
    const folder = await folderWithTwoSnapshots();
    await alter(snapshotPath(folder, 3), (text) => text.replace('"current"', '"revoked"'));

    await expect(openIn(folder)).rejects.toMatchObject({
      code: 'data-damaged',
      message: expect.stringContaining(`the last good copy is ${snapshotPath(folder, 2)}`),
    });
    await rename(snapshotPath(folder, 3), `${folder}/damaged.json`);

    expect(await all(await openIn(folder))).toHaveLength(60);
  });

  it('a journal that is gone stops the start', async () => {
    const folder = await folderWithTwoSnapshots();
    await rm(journalPath(folder, 3));

    await expect(openIn(folder)).rejects.toMatchObject({ code: 'data-damaged' });
  });

  it('a snapshot of a newer Portal stops the start and stays as it is', async () => {
    const folder = await folderWithTwoSnapshots();
    await alter(snapshotPath(folder, 3), (text) => text.replace('{"format":2,', '{"format":3,'));
    const before = await contents(folder);

    await expect(openIn(folder)).rejects.toMatchObject({ code: 'data-too-new' });

    expect(await contents(folder)).toEqual(before);
  });

  it('records of a collection that this Portal does not know are never dropped', async () => {
    const folder = await temporaryFolder();
    const change = { collection: 'spas' as 'keys', id: 'one', kind: 'put' as const, stored: null };
    await writeFile(journalPath(folder, 1), Buffer.concat([header('any'), commitsLine([{ changes: [change] }])]));

    await expect(openIn(folder)).rejects.toMatchObject({ code: 'data-too-new' });
  });

  it('records that were put under other schemas are checked one by one', async () => {
    const folder = await temporaryFolder();
    const stored = new StoredRecord('space-1', '{"id":"space-1","name":101}');
    const changes = [{ collection: 'spaces' as const, id: 'space-1', kind: 'put' as const, stored }];
    await writeFile(journalPath(folder, 1), Buffer.concat([header('older'), commitsLine([{ changes }])]));

    await expect(openIn(folder)).rejects.toMatchObject({
      code: 'data-damaged',
      message: expect.stringContaining('spaces space-1: name invalid_type'),
    });
  });
});

describe('what rests on disk', () => {
  it('doorcodes are sealed, names are readable, and only this account may read the files', async () => {
    const folder = await folderWithTwoSnapshots();

    const text = Object.values(await contents(folder)).join('\n');

    expect(text).toContain('"lastName":"Dubois 1"');
    expect(text).not.toContain('"code":"007919"');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(snapshotPath(folder, 3))).mode & 0o777).toBe(0o600);
    expect((await stat(journalPath(folder, 3))).mode & 0o777).toBe(0o600);
  });

  it('another key than the one that sealed does not open the codes', async () => {
    const folder = await folderWith(keyRecord(1, { status: 'current' }));

    await expect(openIn(folder, { sealer: testSealer('another key') })).rejects.toMatchObject({ code: 'data-damaged' });
  });
});

async function folderWith(...records: readonly ReturnType<typeof keyRecord>[]): Promise<string> {
  const folder = await temporaryFolder();
  const store = await openIn(folder);
  for (const record of records) await put(store, record);
  await store.close();
  return folder;
}

/** Sixty keys, snapshots 2 and 3, the journals 2 and 3. */
async function folderWithTwoSnapshots(): Promise<string> {
  const folder = await temporaryFolder();
  for (const first of [1, 31]) {
    const { log, lines } = rememberingLog();
    const store = await openIn(folder, { log, compactAfterBytes: 20_000 });
    await store.transact(async (transaction) => {
      for (let number = first; number < first + 30; number += 1) await transaction.put('keys', keyRecord(number));
    });
    await expect.poll(() => lines.map(({ message }) => message), { timeout: 10_000 }).toContain('wrote a snapshot');
    await store.close();
  }
  return folder;
}

function put(store: Store, record: ReturnType<typeof keyRecord>): Promise<void> {
  return store.transact((transaction) => transaction.put('keys', record));
}

function all(store: Store) {
  return store.read((view) => view.all('keys'));
}

function header(schemas: string): Buffer {
  return headerLine({ format: 1, generation: 1, schemas, writtenAt: null });
}

async function alter(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')));
}

async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folder);
  const pairs = names.map(async (name) => [name, await readFile(`${folder}/${name}`, 'utf8')] as const);
  return Object.fromEntries(await Promise.all(pairs));
}
