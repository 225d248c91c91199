import { AppError } from '#domain/failure';
import type { CollectionName, Indexer } from '../collections.ts';
import { definitionOf, type AnyRecord } from './record-codec.ts';
import { fromSorted, type Identified } from './sorted-tree.ts';
import type { StoredRecord } from './stored-record.ts';
import type { Index, Table } from './tables.ts';

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
  place(index: string, list: readonly (string | number)[], numbered: readonly (Identified | null)[]): void {
    const builder = this.#indexes.get(index);
    if (builder === undefined) throw new AppError('internal', `placing in ${this.#collection}: no index ${index}`);
    const { keys, entries } = builder;
    let value = '';
    for (const item of list) {
      if (typeof item === 'string') {
        value = item;
        continue;
      }
      const record = numbered[item];
      if (record === undefined)
        throw new AppError('internal', `placing in ${this.#collection}.${index}: no record ${item}`);
      if (record === null) continue;
      keys.push(value);
      entries.push(record);
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
  readonly entries: Identified[];
}

interface IndexBuilder extends Places {
  readonly indexer: Indexer<AnyRecord>;
  readonly values: Gathered;
}

/** What stands under each value. Most values of most indexes have one record, which needs no list. */
type Gathered = Map<string, Identified | Identified[]>;

function gather(values: Gathered, value: string, record: Identified): void {
  const under = values.get(value);
  // An indexer may name a value twice; the record stands under it once.
  if (under === undefined) values.set(value, record);
  else if (Array.isArray(under)) {
    if (under.at(-1) !== record) under.push(record);
  } else if (under !== record) values.set(value, [under, record]);
}

function treeOf(index: IndexBuilder, inOrder: boolean): Index {
  const gathered = placesOf(index.values, inOrder);
  const { keys, entries } = index.keys.length === 0 ? gathered : merged(index, gathered);
  return fromSorted(keys, entries);
}

function placesOf(values: Gathered, inOrder: boolean): Places {
  const keys: string[] = [];
  const entries: Identified[] = [];
  for (const value of [...values.keys()].toSorted()) {
    const under = values.get(value) ?? [];
    if (!Array.isArray(under)) {
      keys.push(value);
      entries.push(under);
      continue;
    }
    for (const record of inOrder ? under : under.toSorted(byId)) {
      keys.push(value);
      entries.push(record);
    }
  }
  return { keys, entries };
}

/** Two that are sorted by value, then by id, as one. */
function merged(one: Places, other: Places): Places {
  if (other.keys.length === 0) return one;
  const keys: string[] = [];
  const entries: Identified[] = [];
  let at = 0;
  for (const [number, value] of other.keys.entries()) {
    const record = other.entries[number] as Identified;
    while (at < one.keys.length && sortsBefore(one, at, value, record.id)) at = moved(one, at, keys, entries);
    keys.push(value);
    entries.push(record);
  }
  while (at < one.keys.length) at = moved(one, at, keys, entries);
  return { keys, entries };
}

function sortsBefore({ keys, entries }: Places, at: number, value: string, id: string): boolean {
  const key = keys[at] as string;
  return key < value || (key === value && (entries[at] as Identified).id < id);
}

function moved(from: Places, at: number, keys: string[], entries: Identified[]): number {
  keys.push(from.keys[at] as string);
  entries.push(from.entries[at] as Identified);
  return at + 1;
}

function byId(one: Identified, other: Identified): number {
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}
