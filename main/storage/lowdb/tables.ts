import { AppError } from '#domain/failure';
import { definitions, type CollectionName } from '../collections.ts';
import type { Match, Page, Place } from '../match.ts';
import { definitionOf, type AnyRecord } from './record-codec.ts';
import {
  eachPlace,
  emptyTree,
  insert,
  lookUp,
  rank,
  remove,
  runOf,
  slice,
  sliceOfPlaces,
  type Identified,
  type SortedTree,
} from './sorted-tree.ts';
import type { StoredRecord } from './stored-record.ts';

/**
 * One state of everything that the store keeps. Immutable: a commit makes the next state, which shares what it did not
 * change with the one before, so that readers, transactions and the compaction each keep their own for free.
 */
export type Tables = Readonly<Record<CollectionName, Table>>;

export interface Table {
  readonly rows: SortedTree<StoredRecord>;
  readonly indexes: Readonly<Record<string, Index>>;
}

/** Under each value the ids of its records. The records are in the rows: a change that keeps a value leaves its index alone. */
export type Index = SortedTree<Identified>;

export const collectionNames = Object.keys(definitions) as readonly CollectionName[];

export const noTables: Tables = tablesFrom((collection) => ({
  rows: emptyTree,
  indexes: Object.fromEntries(Object.keys(definitionOf(collection).indexes).map((index) => [index, emptyTree])),
}));

export function tablesFrom(make: (collection: CollectionName) => Table): Tables {
  return Object.fromEntries(collectionNames.map((name) => [name, make(name)])) as Record<CollectionName, Table>;
}

/** A record before or after a change: as it rests, and as the indexers see it. */
export interface Version {
  readonly stored: StoredRecord;
  readonly record: AnyRecord;
}

/** The state after `before` (null: there was none) became `after` (null: it is removed). */
export function changed(
  tables: Tables,
  collection: CollectionName,
  before: Version | null,
  after: Version | null,
): Tables {
  const table = tables[collection];
  const id = (after ?? before)?.stored.id ?? '';
  const indexes = Object.entries(definitionOf(collection).indexes).map(([name, indexer]) => {
    const old = before === null ? [] : indexer(before.record);
    const next = after === null ? [] : indexer(after.record);
    return [name, moved(table.indexes[name] ?? emptyTree, id, old, next)] as const;
  });
  const rows = after === null ? remove(table.rows, id, id) : insert(table.rows, id, after.stored);
  return { ...tables, [collection]: { rows, indexes: Object.fromEntries(indexes) } };
}

function moved(index: Index, id: string, old: readonly string[], next: readonly string[]): Index {
  let result = index;
  for (const value of old) if (!next.includes(value)) result = remove(result, value, id);
  for (const value of next) if (!old.includes(value)) result = insert(result, value, { id });
  return result;
}

/** Positions in an index: what `find` gives is what lies between them. */
export interface Stretch {
  readonly tree: Index;
  readonly start: number;
  readonly end: number;
}

export function stretchOf(tables: Tables, collection: CollectionName, index: string, match: Match): Stretch {
  const tree = tables[collection].indexes[index];
  if (tree === undefined) throw new AppError('internal', `finding in ${collection}: no index ${index}`);
  if ('value' in match) {
    return { tree, ...runOf(tree, match.value) };
  }
  const start = match.from === undefined ? 0 : rank(tree, match.from, '');
  const end = match.below === undefined ? tree.size : rank(tree, match.below, '');
  return { tree, start, end: Math.max(start, end) };
}

/** The records of a page of an index. */
export function recordsOf({ rows }: Table, stretch: Stretch, page?: Page): readonly StoredRecord[] {
  return pageOf(stretch, page).map(({ id }) => {
    const stored = lookUp(rows, id, id);
    if (stored === null) throw new AppError('internal', `finding ${id}: it is in an index and not in the rows`);
    return stored;
  });
}

export function pageOf<Entry>(
  stretch: { readonly tree: SortedTree<Entry>; readonly start: number; readonly end: number },
  page: Page = {},
): readonly Entry[] {
  const { from, to } = boundsOf(stretch, page);
  const found = slice(stretch.tree, from, to);
  return page.descending === true ? found.toReversed() : found;
}

export function placesOf(stretch: Stretch, page: Page = {}): readonly Place[] {
  const { from, to } = boundsOf(stretch, page);
  const found = sliceOfPlaces(stretch.tree, from, to);
  return page.descending === true ? found.toReversed() : found;
}

/** The ids of a page of an index. */
export function idsOf(stretch: Stretch, page: Page = {}): readonly string[] {
  const { from, to } = boundsOf(stretch, page);
  const found: string[] = [];
  eachPlace(stretch.tree, from, to, (_value, { id }) => found.push(id));
  return page.descending === true ? found.toReversed() : found;
}

/** The positions of a page in its tree. */
function boundsOf(
  { start, end }: Pick<Stretch, 'start' | 'end'>,
  { offset = 0, limit = Infinity, descending = false }: Page,
) {
  if (!descending) return { from: start + offset, to: Math.min(end, start + offset + limit) };
  return { from: Math.max(start, end - offset - limit), to: end - offset };
}
