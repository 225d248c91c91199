import { journalPath, snapshotPath } from '#main/storage/lowdb/store-files';
import { faultyDisk, noSpace } from '#tests/support/storage-faults';
import { openIn, temporaryFolder } from '#tests/support/storage-folder';
import { rememberingLog } from '#tests/support/storage-log';
import { keyRecord } from '#tests/support/storage-records';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

/** What a power cut may leave of a file: as long as it was, and zeros. */

async function zeros(path: string): Promise<void> {
  await writeFile(path, Buffer.alloc((await stat(path)).size));
}

/** Thirty keys whose snapshot the full disk refused: journal 1 has them, and journal 2 the key that came after. */
async function folderWithoutRoomForSnapshots(): Promise<string> {
  const folder = await temporaryFolder();
  const { log, lines } = rememberingLog();
  const disk = faultyDisk((operation) => {
    if (operation.startsWith('write snapshot')) throw noSpace();
  });
  const store = await openIn(folder, { log, disk });
  await store.transact(async (transaction) => {
    for (let number = 1; number <= 30; number += 1) await transaction.put('keys', keyRecord(number));
  });
  await expect.poll(() => lines.map(({ message }) => message)).toContain('could not write a snapshot');
  await store.transact((transaction) => transaction.put('keys', keyRecord(31)));
  await store.close();
  return folder;
}

const keysIn = async (folder: string): Promise<number> => {
  const store = await openIn(folder);
  const all = await store.read((view) => view.all('keys'));
  await store.close();
  return all.length;
};

describe('a start on files of zeros', () => {
  it('stops where the journal after the last snapshot lost what was in it, and writes nothing over it', async () => {
    const folder = await folderWithoutRoomForSnapshots();
    await zeros(journalPath(folder, 2));
    const before = await readFile(journalPath(folder, 2));

    await expect(openIn(folder)).rejects.toMatchObject({
      code: 'data-damaged',
      message: expect.stringContaining(`${journalPath(folder, 2)}: its first line is gone`),
    });

    expect(await readFile(journalPath(folder, 2))).toEqual(before);
  });

  it('stops where the snapshot is zeros', async () => {
    const folder = await temporaryFolder();
    const { log, lines } = rememberingLog();
    const store = await openIn(folder, { log });
    await store.transact(async (transaction) => {
      for (let number = 1; number <= 30; number += 1) await transaction.put('keys', keyRecord(number));
    });
    await expect.poll(() => lines.map(({ message }) => message)).toContain('wrote a snapshot');
    await store.close();
    await zeros(snapshotPath(folder, 2));

    await expect(openIn(folder)).rejects.toMatchObject({ code: 'data-damaged' });
  });

  it('goes on where an older Portal had no room for the first line of its next journal', async () => {
    const folder = await folderWithoutRoomForSnapshots();
    await writeFile(journalPath(folder, 3), '');

    expect(await keysIn(folder)).toBe(31);
  });

  it('goes on where the next journal was not begun to the end, and takes it away', async () => {
    const folder = await folderWithoutRoomForSnapshots();
    await writeFile(`${journalPath(folder, 3)}.new`, Buffer.alloc(100));

    expect(await keysIn(folder)).toBe(31);
    expect(await readdir(folder)).not.toContain('journal-000003.jsonl.new');
  });
});
