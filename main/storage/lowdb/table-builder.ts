import { AppError } from '#domain/failure';
import type { CollectionName, Indexer } from '../collections.ts';
import { definitionOf, type AnyRecord } from './record-codec.ts';
import { fromSorted, type SortedTree } from './sorted-tree.ts';
import type { StoredRecord } from './stored-record.ts';
import type { Table } from './tables.ts';

/**
 * Builds a table of many records at once: records are gathered by index value and only the distinct values are sorted,
 * which takes a tenth of inserting them one by one. What comes with its places in order is not even sorted.
 */
export class TableBuilder {
  readonly #collection: CollectionName;
  readonly #rows: StoredRecord[] = [];
  readonly #indexes: ReadonlyMap<string, IndexBuilder>;
  #inOrder = true;

  constructor(collection: CollectionName) {
    this.#collection = collection;
    const indexes = Object.entries(definitionOf(collection).indexes);
    this.#indexes = new Map(
      indexes.map(([name, indexer]) => [name, { indexer, keys: [], entries: [], values: new Map() }]),
    );
  }

  /** Each id once, in any order; in order of ids it is fastest. */
  add(stored: StoredRecord, record: AnyRecord): void {
    this.addRow(stored);
    for (const { indexer, values } of this.#indexes.values()) {
      for (const value of indexer(record)) gather(values, value, stored);
    }
  }

  /** A record without its places: they come through `place`. */
  addRow(stored: StoredRecord): void {
    const last = this.#rows.at(-1);
    if (last !== undefined && last.id > stored.id) this.#inOrder = false;
    this.#rows.push(stored);
  }

  /**
   * Places that are known, in the order of the index. `list`: a value, the numbers of the records under it, the next
   * value, and so on; `numbered`: the record of each number, null for one that is left out.
   */
  place(index: string, list: readonly (string | number)[], numbered: readonly (StoredRecord | null)[]): void {
    const builder = this.#indexes.get(index);
    if (builder === undefined) throw new AppError('internal', `placing in ${this.#collection}: no index ${index}`);
    const { keys, entries } = builder;
    let value = '';
    for (const item of list) {
      if (typeof item === 'string') {
        value = item;
        continue;
      }
      const stored = numbered[item];
      if (stored === undefined)
        throw new AppError('internal', `placing in ${this.#collection}.${index}: no record ${item}`);
      if (stored === null) continue;
      keys.push(value);
      entries.push(stored);
    }
  }

  build(): Table {
    const rows = this.#inOrder ? this.#rows : this.#rows.toSorted(byId);
    return {
      rows: fromSorted(
        rows.map(({ id }) => id),
        rows,
      ),
      indexes: Object.fromEntries([...this.#indexes].map(([name, index]) => [name, treeOf(index, this.#inOrder)])),
    };
  }
}

interface Places {
  readonly keys: string[];
  readonly entries: StoredRecord[];
}

interface IndexBuilder extends Places {
  readonly indexer: Indexer<AnyRecord>;
  readonly values: Gathered;
}

/** What stands under each value. Most values of most indexes have one record, which needs no list. */
type Gathered = Map<string, StoredRecord | StoredRecord[]>;

function gather(values: Gathered, value: string, stored: StoredRecord): void {
  const under = values.get(value);
  // An indexer may name a value twice; the record stands under it once.
  if (under === undefined) values.set(value, stored);
  else if (Array.isArray(under)) {
    if (under.at(-1) !== stored) under.push(stored);
  } else if (under !== stored) values.set(value, [under, stored]);
}

function treeOf(index: IndexBuilder, inOrder: boolean): SortedTree<StoredRecord> {
  const gathered = placesOf(index.values, inOrder);
  const { keys, entries } = index.keys.length === 0 ? gathered : merged(index, gathered);
  return fromSorted(keys, entries);
}

function placesOf(values: Gathered, inOrder: boolean): Places {
  const keys: string[] = [];
  const entries: StoredRecord[] = [];
  for (const value of [...values.keys()].toSorted()) {
    const under = values.get(value) ?? [];
    if (!Array.isArray(under)) {
      keys.push(value);
      entries.push(under);
      continue;
    }
    for (const stored of inOrder ? under : under.toSorted(byId)) {
      keys.push(value);
      entries.push(stored);
    }
  }
  return { keys, entries };
}

/** Two that are sorted by value, then by id, as one. */
function merged(one: Places, other: Places): Places {
  if (other.keys.length === 0) return one;
  const keys: string[] = [];
  const entries: StoredRecord[] = [];
  let at = 0;
  for (const [number, value] of other.keys.entries()) {
    const stored = other.entries[number] as StoredRecord;
    while (at < one.keys.length && sortsBefore(one, at, value, stored.id)) at = moved(one, at, keys, entries);
    keys.push(value);
    entries.push(stored);
  }
  while (at < one.keys.length) at = moved(one, at, keys, entries);
  return { keys, entries };
}

function sortsBefore({ keys, entries }: Places, at: number, value: string, id: string): boolean {
  const key = keys[at] as string;
  return key < value || (key === value && (entries[at] as StoredRecord).id < id);
}

function moved(from: Places, at: number, keys: string[], entries: StoredRecord[]): number {
  keys.push(from.keys[at] as string);
  entries.push(from.entries[at] as StoredRecord);
  return at + 1;
}

function byId(one: StoredRecord, other: StoredRecord): number {
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}
