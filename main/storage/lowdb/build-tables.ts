import { AppError } from '#domain/failure';
import type { CollectionName } from '../collections.ts';
import { idsPart, type NamedPart } from './index-file.ts';
import { definitionOf, type AnyRecord, type RecordCodec } from './record-codec.ts';
import { recordPlaces } from './snapshot.ts';
import { lookUp } from './sorted-tree.ts';
import { StoredRecord } from './stored-record.ts';
import { TableBuilder } from './table-builder.ts';
import { collectionNames, tablesFrom, type Tables, type Version } from './tables.ts';

/** The last version of each record in the journals; null: it was removed. */
export type Changed = ReadonlyMap<CollectionName, ReadonlyMap<string, Version | null>>;

export interface SnapshotContent {
  readonly bytes: Buffer;
  /** Where the records end. */
  readonly end: number;
  readonly path: string;
}

/** Of each table so many records are looked at, whether what the index file says of them is what the indexers say. */
const looked = 100;

/** From the records alone: each is parsed, and every index is sorted. With `validate` each is checked by its schema. */
export function tablesFromRecords(from: {
  readonly snapshot: SnapshotContent | null;
  readonly changed: Changed;
  readonly codec: RecordCodec;
  readonly validate: boolean;
}): Tables {
  const { snapshot, changed, codec, validate } = from;
  const builders = newBuilders();
  const add = (collection: CollectionName, { stored, record }: Version): void => {
    builders[collection].add(stored, validate ? codec.fromRest(collection, stored) : record);
  };
  if (snapshot !== null) {
    const { bytes, end, path } = snapshot;
    for (const place of recordPlaces(bytes, end, path)) {
      const record = codec.forIndexing(place.collection, bytes.toString('utf8', place.start, place.end));
      // A journal's version of a record replaces the snapshot's.
      if (changed.get(place.collection)?.has(record.id) === true) continue;
      add(place.collection, { stored: new StoredRecord(record.id, bytes, place.start, place.end), record });
    }
  }
  for (const [collection, version] of versions(changed)) {
    // Parsed anew: an index file that did not fit may have left its traces in the record.
    add(collection, { stored: version.stored, record: codec.forIndexing(collection, version.stored.json) });
  }
  return builtFrom(builders);
}

/**
 * With the index file of the snapshot: only the journals' records are parsed. Throws AppError: the parts do not open, or
 * they do not fit the records; then `tablesFromRecords` is to say what is true.
 */
export function tablesFromIndexes(from: {
  readonly snapshot: SnapshotContent;
  readonly parts: Iterable<NamedPart>;
  readonly changed: Changed;
  readonly codec: RecordCodec;
}): Tables {
  const { snapshot, changed, codec } = from;
  const builders = newBuilders();
  const lines = linesOf(snapshot);
  const numbered = eachCollection((): (StoredRecord | null)[] => []);
  for (const { collection, index, list } of from.parts) {
    const known = numbered[collection];
    if (index !== idsPart) {
      builders[collection].place(index, list, known);
      continue;
    }
    for (const id of list) {
      const line = lines[collection][known.length];
      if (line === undefined || typeof id !== 'string') throw misfit(collection);
      const isChanged = changed.get(collection)?.has(id) === true;
      const stored = isChanged ? null : new StoredRecord(id, snapshot.bytes, line.start, line.end);
      known.push(stored);
      if (stored !== null) builders[collection].addRow(stored);
    }
  }
  for (const name of collectionNames) if (numbered[name].length !== lines[name].length) throw misfit(name);
  for (const [collection, version] of versions(changed)) {
    builders[collection].add(version.stored, codec.veiled(collection, version.record));
  }
  const tables = builtFrom(builders);
  for (const name of collectionNames) lookAt(tables, name, numbered[name], codec);
  return tables;
}

/** An indexer that was changed and not noticed would lose records from lists: a sample is looked at on every start. */
function lookAt(
  tables: Tables,
  collection: CollectionName,
  records: readonly (StoredRecord | null)[],
  codec: RecordCodec,
): void {
  const step = Math.max(1, Math.floor(records.length / looked));
  for (let at = 0; at < records.length; at += step) {
    const stored = records[at] ?? null;
    if (stored === null) continue;
    const record = codec.forIndexing(collection, stored.json);
    if (record.id !== stored.id || !isPlaced(tables, collection, record)) throw misfit(collection);
  }
}

function isPlaced(tables: Tables, collection: CollectionName, record: AnyRecord): boolean {
  return Object.entries(definitionOf(collection).indexes).every(([name, indexer]) => {
    const tree = tables[collection].indexes[name];
    return tree !== undefined && indexer(record).every((value) => lookUp(tree, value, record.id) !== null);
  });
}

function linesOf({ bytes, end, path }: SnapshotContent) {
  const lines = eachCollection((): { readonly start: number; readonly end: number }[] => []);
  for (const place of recordPlaces(bytes, end, path)) lines[place.collection].push(place);
  return lines;
}

function* versions(changed: Changed): Generator<readonly [CollectionName, Version]> {
  for (const [collection, records] of changed) {
    for (const version of records.values()) if (version !== null) yield [collection, version];
  }
}

function newBuilders(): Record<CollectionName, TableBuilder> {
  return eachCollection((name) => new TableBuilder(name));
}

function builtFrom(builders: Record<CollectionName, TableBuilder>): Tables {
  return tablesFrom((name) => builders[name].build());
}

function eachCollection<Thing>(make: (name: CollectionName) => Thing): Record<CollectionName, Thing> {
  return Object.fromEntries(collectionNames.map((name) => [name, make(name)])) as Record<CollectionName, Thing>;
}

function misfit(collection: CollectionName): AppError {
  return new AppError('internal', `building ${collection}: the index file does not fit the records`);
}
