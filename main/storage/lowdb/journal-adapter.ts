import { AppError } from '#domain/failure';
import type { Log } from '#main/ports/log';
import type { Sealer } from '#main/ports/secret-vault';
import type { Adapter } from 'lowdb';
import type { Disk } from './disk.ts';
import { fileFormat, schemasFingerprint, type FileHeader } from './file-header.ts';
import { Journal } from './journal.ts';
import { commitsLine } from './journal-line.ts';
import { loadFolder, type LoadedFolder } from './load-folder.ts';
import type { RecordCodec } from './record-codec.ts';
import { indexFileParts } from './index-file.ts';
import { snapshotParts } from './snapshot.ts';
import { firstGeneration, indexesPath, journalPath, listStoreFiles, snapshotPath, tornPath } from './store-files.ts';
import type { Commit } from './tables-store.ts';
import { noTables, type Tables } from './tables.ts';
import { writeBeside } from './write-beside.ts';

/** What lowdb holds: the state, and the commits that led to it and are not on disk yet. */
export interface LowdbState {
  readonly tables: Tables;
  readonly commits: readonly Commit[];
}

export interface AdapterOptions {
  readonly folder: string;
  readonly disk: Disk;
  readonly codec: RecordCodec;
  /** For the file of the indexes. */
  readonly sealer: Sealer;
  readonly log: Log;
  /** For the header of each file. */
  readonly now: () => string | null;
  /** A journal of at least this many bytes, and of a quarter of the snapshot, starts a compaction. */
  readonly compactAfterBytes: number;
  /** What tells that there were records here; null: nothing does. */
  readonly hadRecords: string | null;
}

/** About what the set-up of a hotel leaves, with its first rooms. */
const firstCompactAfterBytes = 16 * 1024;

/**
 * lowdb's adapter: `read` loads the folder, `write` appends the new commits to the journal, whatever the size of the
 * rest. When the journal has grown, a new one is begun and the state at that moment is written as a snapshot beside the
 * commits that go on; until the snapshot has its name, a start reads the old one and both journals.
 */
export class JournalAdapter implements Adapter<LowdbState> {
  readonly #options: AdapterOptions;
  readonly #schemas = schemasFingerprint();
  readonly #stop = new AbortController();
  #journal: Journal | null = null;
  #generation = firstGeneration;
  #snapshotBytes = 0;
  /** As the journal stands. */
  #tables: Tables = noTables;
  #isWriting = false;
  /** Waits for the end of a write to begin with the next journal. */
  #afterWrite: (() => void) | null = null;
  #compaction: Promise<void> | null = null;

  constructor(options: AdapterOptions) {
    this.#options = options;
  }

  async read(): Promise<LowdbState> {
    const { disk } = this.#options;
    const loaded = await loadFolder(this.#options, this.#schemas);
    this.#refuseEmpty(loaded);
    // Only now, when all was found good, is anything written.
    for (const path of loaded.files.unfinished) await disk.remove(path);
    await this.#cutTornLines(loaded);
    this.#journal = await this.#lastJournal(loaded);
    this.#tables = loaded.tables;
    this.#snapshotBytes = loaded.snapshotBytes;
    const bytes = loaded.journals.reduce((sum, { length }) => sum + length, 0);
    if (!loaded.schemasAreCurrent || !loaded.hasIndexes || bytes > this.#limit) this.#compaction = this.#compact();
    return { tables: loaded.tables, commits: [] };
  }

  async write({ tables, commits }: LowdbState): Promise<void> {
    this.#isWriting = true;
    try {
      await this.#journal?.append(commitsLine(commits));
      this.#tables = tables;
    } finally {
      this.#isWriting = false;
      this.#afterWrite?.();
    }
    if ((this.#journal?.length ?? 0) > this.#limit) this.#compaction ??= this.#compact();
  }

  /** Gives up a compaction under way: the journals hold everything. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#compaction;
    await this.#journal?.close();
  }

  /** "Not there any more" is no "nothing there": a new hotel would be anybody's. */
  #refuseEmpty({ tables }: LoadedFolder): void {
    const { hadRecords, folder } = this.#options;
    if (hadRecords === null || Object.values(tables).some(({ rows }) => rows.size > 0)) return;
    throw new AppError('data-damaged', `opening ${folder}: it is empty, and ${hadRecords}; nothing was changed`);
  }

  async #cutTornLines({ journals }: LoadedFolder): Promise<void> {
    const { disk, folder, log } = this.#options;
    for (const { torn, generation, length } of journals) {
      if (torn.length === 0) continue;
      const kept = tornPath(folder, generation, length);
      const file = await disk.open(kept, 'create');
      file.write(torn, 0);
      await file.close();
      const journal = await Journal.goOn(disk, journalPath(folder, generation), length);
      await journal.close();
      log.warn({ generation, position: length, bytes: torn.length, kept }, 'cut off a torn last line of the journal');
    }
  }

  async #lastJournal({ journals }: LoadedFolder): Promise<Journal> {
    const { disk, folder } = this.#options;
    const last = journals.at(-1);
    this.#generation = last?.generation ?? firstGeneration;
    if (last !== undefined && last.header !== null) {
      return Journal.goOn(disk, journalPath(folder, last.generation), last.length);
    }
    return this.#begin(this.#generation);
  }

  async #begin(generation: number): Promise<Journal> {
    const { disk, folder } = this.#options;
    const path = journalPath(folder, generation);
    // It has its name once its first line is durable: a journal without one has lost what was in it.
    const beside = await Journal.create(disk, `${path}.new`, this.#header(generation));
    await beside.close();
    await disk.rename(beside.path, path);
    await disk.syncFolder(folder);
    return Journal.goOn(disk, path, beside.length);
  }

  async #compact(): Promise<void> {
    const { disk, folder, log, sealer } = this.#options;
    const generation = this.#generation + 1;
    try {
      const next = await this.#begin(generation);
      const tables = await this.#switchTo(next, generation);
      if (tables === null) return;
      const { signal } = this.#stop;
      const parts = snapshotParts(this.#header(generation), tables);
      const written = await writeBeside(disk, snapshotPath(folder, generation), parts, signal);
      if (written === null) return;
      this.#snapshotBytes = written.bytes;
      await this.#removeOld();
      const indexes = indexFileParts(tables, written.checksum, sealer);
      await writeBeside(disk, indexesPath(folder, generation), indexes, signal);
      log.info({ generation, bytes: written.bytes }, 'wrote a snapshot');
    } catch (err) {
      // Nothing is lost: the journals hold it. The next attempt comes when the journal has grown again.
      log.warn({ err, generation }, 'could not write a snapshot');
    } finally {
      this.#compaction = null;
    }
  }

  /** @returns the state that is complete in the journals before `next`; null when the old journal must go on. */
  #switchTo(next: Journal, generation: number): Promise<Tables | null> {
    return new Promise((resolve, reject) => {
      // In one go, between two writes: a commit must not fall between the state that is taken and the new journal.
      const act = (): void => {
        this.#afterWrite = null;
        this.#switchNow(next, generation).then(resolve, reject);
      };
      if (this.#isWriting) this.#afterWrite = act;
      else act();
    });
  }

  async #switchNow(next: Journal, generation: number): Promise<Tables | null> {
    const before = this.#journal;
    if (before === null || before.isUntidy || this.#stop.signal.aborted) {
      await next.close();
      await this.#options.disk.remove(next.path);
      return null;
    }
    const tables = this.#tables;
    this.#journal = next;
    this.#generation = generation;
    await before.close();
    return tables;
  }

  /** Keeps the previous snapshot and every journal since: the last good copy, should the newest be damaged. */
  async #removeOld(): Promise<void> {
    const { disk, folder } = this.#options;
    const { snapshots, journals, indexes } = await listStoreFiles(disk, folder);
    const previous = snapshots.at(-2) ?? firstGeneration;
    for (const each of snapshots) if (each < previous) await disk.remove(snapshotPath(folder, each));
    for (const each of indexes) if (each < previous) await disk.remove(indexesPath(folder, each));
    for (const each of journals) if (each < previous) await disk.remove(journalPath(folder, each));
  }

  /** A quarter: a start reads at most that much more. */
  get #limit(): number {
    // The journal is not the only copy for weeks: the first snapshot comes soon after the set-up.
    if (this.#snapshotBytes === 0) return Math.min(this.#options.compactAfterBytes, firstCompactAfterBytes);
    return Math.max(this.#options.compactAfterBytes, this.#snapshotBytes / 4);
  }

  #header(generation: number): FileHeader {
    return { format: fileFormat, generation, schemas: this.#schemas, writtenAt: this.#options.now() };
  }
}
