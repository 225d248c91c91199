import { AppError } from '#domain/failure';
import type { Log } from '#main/ports/log';
import type { Sealer } from '#main/ports/secret-vault';
import type { CollectionName } from '../collections.ts';
import { tablesFromIndexes, tablesFromRecords, type Changed, type SnapshotContent } from './build-tables.ts';
import type { Disk } from './disk.ts';
import type { FileHeader } from './file-header.ts';
import { readIndexFile } from './index-file.ts';
import { readJournal, type JournalContent } from './journal.ts';
import type { JournalChange } from './journal-line.ts';
import type { RecordCodec } from './record-codec.ts';
import { knownCollection, readSnapshotHeader } from './snapshot.ts';
import {
  firstGeneration,
  indexesPath,
  journalPath,
  listStoreFiles,
  snapshotPath,
  type StoreFiles,
} from './store-files.ts';
import { StoredRecord } from './stored-record.ts';
import type { Tables, Version } from './tables.ts';
import { tailOf } from './write-beside.ts';

export interface LoadedFolder {
  readonly tables: Tables;
  readonly files: StoreFiles;
  readonly snapshotBytes: number;
  /** The journals after the snapshot, ascending; the last one is the one to go on with. */
  readonly journals: readonly LoadedJournal[];
  /** Whether every record was put under the schemas of this program. */
  readonly schemasAreCurrent: boolean;
  /** Whether the next start will find the indexes of the snapshot, if there is one. */
  readonly hasIndexes: boolean;
}

export interface LoadedJournal extends JournalContent {
  readonly generation: number;
}

export interface LoadParts {
  readonly disk: Disk;
  readonly folder: string;
  readonly codec: RecordCodec;
  readonly sealer: Sealer;
  readonly log: Log;
}

/**
 * Reads the newest snapshot and what followed it. Writes nothing. Throws AppError('data-damaged'), which names the file
 * and the last good copy, or AppError('data-too-new').
 */
export async function loadFolder(parts: LoadParts, schemas: string): Promise<LoadedFolder> {
  const { disk, folder } = parts;
  const files = await listStoreFiles(disk, folder);
  const generation = files.snapshots.at(-1) ?? null;
  const snapshot = generation === null ? null : await readSnapshot(disk, folder, files, generation);
  const journals = await readJournals(disk, folder, files, generation);
  const headers = [snapshot?.header, ...journals.map(({ header }) => header)].filter((each) => each != null);
  const schemasAreCurrent = headers.every((header) => header.schemas === schemas);
  const changed = lastChanges(journals, folder);
  const built = await buildTables(parts, { snapshot, changed, validate: !schemasAreCurrent });
  return {
    ...built,
    files,
    snapshotBytes: snapshot?.bytes.length ?? 0,
    journals,
    schemasAreCurrent,
  };
}

interface Snapshot extends SnapshotContent {
  readonly header: FileHeader;
  readonly checksum: string;
}

async function readSnapshot(disk: Disk, folder: string, files: StoreFiles, generation: number): Promise<Snapshot> {
  const path = snapshotPath(folder, generation);
  const bytes = await disk.read(path);
  const header = readSnapshotHeader(bytes, path);
  const tail = tailOf(bytes);
  if (header?.generation === generation && tail !== null) {
    return { bytes, header, path, end: tail.start, checksum: tail.checksum };
  }
  const before = files.snapshots.at(-2) ?? null;
  const good = before === null ? null : snapshotPath(folder, before);
  const isGood = good !== null && tailOf(await disk.read(good)) !== null;
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
    const bytes = await disk.read(path);
    const content = readJournal(bytes, path);
    if ('damagedLine' in content) throw damaged(path, `line ${content.damagedLine} does not match its checksum`, good);
    // The first one of all may be that of a start that was killed, and an older Portal left an empty one where the disk was full.
    const mayBeUnbegun = generation === firstGeneration || (bytes.length === 0 && generation !== snapshot);
    if (content.header === null && !mayBeUnbegun) throw damaged(path, 'its first line is gone', good);
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

type Changes = Map<CollectionName, Map<string, Version | null>>;

function lastChanges(journals: readonly LoadedJournal[], folder: string): Changed {
  const changed: Changes = new Map();
  for (const { changes, generation } of journals) {
    for (const change of changes) noteChange(changed, change, journalPath(folder, generation));
  }
  return changed;
}

function noteChange(changed: Changes, change: JournalChange, path: string): void {
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

/** With the index file where it fits; without it the answer is the same, and takes twice as long. */
async function buildTables(
  parts: LoadParts,
  from: { readonly snapshot: Snapshot | null; readonly changed: Changed; readonly validate: boolean },
): Promise<{ readonly tables: Tables; readonly hasIndexes: boolean }> {
  const { codec } = parts;
  const { snapshot, changed, validate } = from;
  if (snapshot === null || validate) return { tables: tablesFromRecords({ ...from, codec }), hasIndexes: true };
  const tables = await fromIndexes(parts, snapshot, changed);
  return { tables: tables ?? tablesFromRecords({ ...from, codec }), hasIndexes: tables !== null };
}

/** null: there is no index file that fits. Whatever is wrong with it, the records say what is true. */
async function fromIndexes(parts: LoadParts, snapshot: Snapshot, changed: Changed): Promise<Tables | null> {
  const { disk, folder, codec, sealer, log } = parts;
  const { generation } = snapshot.header;
  try {
    const { indexes } = await listStoreFiles(disk, folder);
    if (!indexes.includes(generation)) return null;
    const named = readIndexFile(await disk.read(indexesPath(folder, generation)), snapshot.checksum, sealer);
    return named === null ? null : tablesFromIndexes({ snapshot, parts: named, changed, codec });
  } catch (err) {
    log.warn({ err, generation }, 'passed over the index file');
    return null;
  }
}

function damaged(path: string, what: string, good: string | null): AppError {
  const copy = good === null ? 'there is no earlier good copy in the folder' : `the last good copy is ${good}`;
  return new AppError('data-damaged', `opening ${path}: ${what}; ${copy}; nothing was changed`);
}
