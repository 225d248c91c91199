import { AppError } from '#domain/failure';
import type { Clock } from '#main/ports/clock';
import type { Log } from '#main/ports/log';
import type { Sealer } from '#main/ports/secret-vault';
import { Low } from 'lowdb';
import type { Store } from '../store.ts';
import type { Disk } from './disk.ts';
import { lockFolder } from './folder-lock.ts';
import { JournalAdapter, type LowdbState } from './journal-adapter.ts';
import { nodeDisk } from './node-disk.ts';
import { RecordCodec } from './record-codec.ts';
import { noTables } from './tables.ts';
import { TablesStore } from './tables-store.ts';

export interface LowdbStoreOptions {
  /** Portal's alone; it is made, with its parents, when it is not there. */
  readonly folder: string;
  /** Seals the fields that a collection's definition names. Another key than last time: AppError('data-damaged'). */
  readonly sealer: Sealer;
  readonly log: Log;
  /** Only to write into each file when it was begun. */
  readonly clock?: Pick<Clock, 'now'>;
  readonly disk?: Disk;
  readonly compactAfterBytes?: number;
  /** What tells that there were records here: an empty folder is then damage, not a beginning. null: nothing does. */
  readonly hadRecords?: string | null;
}

/** Small enough to be read back in a tenth of a second. */
const defaultCompactAfterBytes = 8 * 1024 * 1024;

/**
 * The embedded store: lowdb over a snapshot and a journal (docs/storage.md).
 * Throws AppError: `data-folder-unwritable`, `data-folder-in-use`, `data-damaged` (the message names the file and the last
 * good copy), `data-too-new`. When it throws, the records on disk are as they were.
 */
export async function openLowdbStore(options: LowdbStoreOptions): Promise<Store> {
  const { folder, sealer, log, clock, disk = nodeDisk } = options;
  await makeFolder(disk, folder);
  const unlock = await lockFolder(folder);
  try {
    const codec = new RecordCodec(sealer);
    const adapter = new JournalAdapter({
      folder,
      disk,
      codec,
      sealer,
      log,
      now: () => clock?.now() ?? null,
      compactAfterBytes: options.compactAfterBytes ?? defaultCompactAfterBytes,
      hadRecords: options.hadRecords ?? null,
    });
    const low = new Low<LowdbState>(adapter, { tables: noTables, commits: [] });
    await low.read();
    return new TablesStore({ tables: low.data.tables, codec, log, durability: durabilityOf(low, adapter, unlock) });
  } catch (error) {
    await unlock();
    throw error;
  }
}

function durabilityOf(low: Low<LowdbState>, adapter: JournalAdapter, unlock: () => Promise<void>) {
  return {
    async write(commits: LowdbState['commits']): Promise<void> {
      const before = low.data;
      low.data = { tables: commits.at(-1)?.tables ?? before.tables, commits };
      try {
        await low.write();
      } catch (error) {
        // lowdb itself would keep in memory what the disk refused.
        low.data = before;
        throw error;
      }
    },
    async close(): Promise<void> {
      try {
        await adapter.close();
      } finally {
        await unlock();
      }
    },
  };
}

async function makeFolder(disk: Disk, folder: string): Promise<void> {
  try {
    await disk.makeFolder(folder);
  } catch (cause) {
    throw new AppError('data-folder-unwritable', `making ${folder}`, { cause });
  }
}
