import { AppError } from '#domain/failure';
import type { CollectionName } from '../collections.ts';
import type { Disk } from './disk.ts';
import type { FileHeader } from './file-header.ts';
import { readJournal, type JournalContent } from './journal.ts';
import type { JournalChange } from './journal-line.ts';
import type { RecordCodec } from './record-codec.ts';
import { isWhole, knownCollection, readSnapshotHeader, recordPlaces } from './snapshot.ts';
import { firstGeneration, journalPath, listStoreFiles, snapshotPath, type StoreFiles } from './store-files.ts';
import { StoredRecord } from './stored-record.ts';
import { TableBuilder } from './table-builder.ts';
import { collectionNames, tablesFrom, type Tables, type Version } from './tables.ts';

export interface LoadedFolder {
  readonly tables: Tables;
  readonly files: StoreFiles;
  readonly snapshotBytes: number;
  /** The journals after the snapshot, ascending; the last one is the one to go on with. */
  readonly journals: readonly LoadedJournal[];
  /** Whether every record was put under the schemas of this program. */
  readonly schemasAreCurrent: boolean;
}

export interface LoadedJournal extends JournalContent {
  readonly generation: number;
}

/** The last version of each record in the journals; null: it was removed. */
type Changed = Map<CollectionName, Map<string, Version | null>>;

/**
 * Reads the newest snapshot and what followed it. Writes nothing. Throws AppError('data-damaged'), which names the file
 * and the last good copy, or AppError('data-too-new').
 */
export async function loadFolder(
  disk: Disk,
  folder: string,
  codec: RecordCodec,
  schemas: string,
): Promise<LoadedFolder> {
  const files = await listStoreFiles(disk, folder);
  const generation = files.snapshots.at(-1) ?? null;
  const snapshot = generation === null ? null : await readSnapshot(disk, folder, files, generation);
  const journals = await readJournals(disk, folder, files, generation);
  const headers = [snapshot?.header, ...journals.map(({ header }) => header)].filter((each) => each != null);
  const schemasAreCurrent = headers.every((header) => header.schemas === schemas);
  const changed = lastChanges(journals, folder);
  return {
    tables: buildTables({ snapshot, changed, codec, validate: !schemasAreCurrent }),
    files,
    snapshotBytes: snapshot?.bytes.length ?? 0,
    journals,
    schemasAreCurrent,
  };
}

interface Snapshot {
  readonly bytes: Buffer;
  readonly header: FileHeader;
  readonly path: string;
}

async function readSnapshot(disk: Disk, folder: string, files: StoreFiles, generation: number): Promise<Snapshot> {
  const path = snapshotPath(folder, generation);
  const bytes = await disk.read(path);
  const header = readSnapshotHeader(bytes, path);
  if (header?.generation === generation && isWhole(bytes)) return { bytes, header, path };
  const before = files.snapshots.at(-2) ?? null;
  const good = before === null ? null : snapshotPath(folder, before);
  const isGood = good !== null && isWhole(await disk.read(good));
  throw damaged(path, 'its checksum does not match', isGood ? good : null);
}

async function readJournals(
  disk: Disk,
  folder: string,
  files: StoreFiles,
  snapshot: number | null,
): Promise<readonly LoadedJournal[]> {
  const first = snapshot ?? firstGeneration;
  const good = snapshot === null ? null : snapshotPath(folder, snapshot);
  const generations = files.journals.filter((each) => each >= first);
  const journals: LoadedJournal[] = [];
  for (const [at, generation] of generations.entries()) {
    if (generation !== first + at) throw damaged(journalPath(folder, first + at), 'it is missing', good);
    const path = journalPath(folder, generation);
    const content = readJournal(await disk.read(path), path);
    if ('damagedLine' in content) throw damaged(path, `line ${content.damagedLine} does not match its checksum`, good);
    const stranger = content.header !== null && content.header.generation !== generation;
    if (stranger) throw damaged(path, 'it is the journal of another generation', good);
    journals.push({ ...content, generation });
  }
  const isGone = generations.length === 0 && (snapshot !== null || files.journals.length > 0);
  if (isGone) throw damaged(journalPath(folder, first), 'it is missing', good);
  // A commit goes into the newest journal only once the one before is complete: a torn line before a commit is damage.
  const torn = journals.findIndex((each) => each.torn.length > 0);
  const isFollowed = torn !== -1 && journals.slice(torn + 1).some((each) => each.changes.length > 0);
  if (isFollowed) throw damaged(journalPath(folder, first + torn), 'its last line is torn', good);
  return journals;
}

function lastChanges(journals: readonly LoadedJournal[], folder: string): Changed {
  const changed: Changed = new Map();
  for (const { changes, generation } of journals) {
    for (const change of changes) noteChange(changed, change, journalPath(folder, generation));
  }
  return changed;
}

function noteChange(changed: Changed, change: JournalChange, path: string): void {
  const collection = knownCollection('put' in change ? change.put : change.remove, path);
  let records = changed.get(collection);
  if (records === undefined) changed.set(collection, (records = new Map()));
  if ('remove' in change) {
    records.set(change.id, null);
    return;
  }
  const { record } = change;
  records.set(record.id, { stored: new StoredRecord(record.id, JSON.stringify(record)), record });
}

function buildTables(from: {
  readonly snapshot: Snapshot | null;
  readonly changed: Changed;
  readonly codec: RecordCodec;
  readonly validate: boolean;
}): Tables {
  const { snapshot, changed, codec, validate } = from;
  const builders = new Map(collectionNames.map((name) => [name, new TableBuilder(name)]));
  const add = (collection: CollectionName, { stored, record }: Version): void => {
    builders.get(collection)?.add(stored, validate ? codec.fromRest(collection, stored) : record);
  };
  if (snapshot !== null) {
    const { bytes, path } = snapshot;
    for (const { collection, start, end } of recordPlaces(bytes, path)) {
      const record = codec.forIndexing(collection, bytes.toString('utf8', start, end));
      // A journal's version of a record replaces the snapshot's.
      if (changed.get(collection)?.has(record.id) === true) continue;
      add(collection, { stored: new StoredRecord(record.id, bytes, start, end), record });
    }
  }
  for (const [collection, records] of changed) {
    for (const version of records.values()) {
      if (version === null) continue;
      add(collection, { stored: version.stored, record: codec.veiled(collection, version.record) });
    }
  }
  return tablesFrom((name) => (builders.get(name) ?? new TableBuilder(name)).build());
}

function damaged(path: string, what: string, good: string | null): AppError {
  const copy = good === null ? 'there is no earlier good copy in the folder' : `the last good copy is ${good}`;
  return new AppError('data-damaged', `opening ${path}: ${what}; ${copy}; nothing was changed`);
}
