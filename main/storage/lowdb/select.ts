import { setImmediate as breath } from 'node:timers/promises';
import type { CollectionName, Indexer } from '../collections.ts';
import type { Clause, Condition, Selected, Selection } from '../look-ups.ts';
import type { Match, Place } from '../match.ts';
import { definitionOf, type AnyRecord, type RecordCodec } from './record-codec.ts';
import { eachPlace, lookUp, type Identified } from './sorted-tree.ts';
import { idsOf as idsIn, stretchOf, type Stretch, type Tables } from './tables.ts';

/** Entries of an index looked at before everybody else has a turn, and records made before it: some milliseconds each. */
const stride = 20_000;
const recordStride = 200;

/** What it costs to look at an index entry, to note an id, and to make a record as far as an indexer looks: as 1 to 1.5 to 120. */
const costs = { look: 1, note: 1.5, make: 120 };

interface Asked {
  readonly tables: Tables;
  readonly codec: RecordCodec;
  readonly collection: CollectionName;
  readonly selection: Selection<CollectionName>;
}

/** View.select over immutable tables: walks the order with a set for each condition, or makes the records of the narrowest one. */
export async function select(asked: Asked): Promise<Selected> {
  const { tables, collection, selection } = asked;
  const { index, match } = selection.order;
  const order = stretchOf(tables, collection, index, match);
  if (selection.where.length === 0) {
    return { ids: idsIn(order, selection.page), total: order.end - order.start };
  }
  const found = selection.where
    .map((condition) => lookedUp(asked, condition))
    .toSorted((one, other) => one.size - other.size);
  const narrowest = found.find(({ condition }) => condition.has === 'any');
  const walk = costs.look * (order.end - order.start) + costs.note * found.reduce((sum, { size }) => sum + size, 0);
  const ids =
    narrowest !== undefined && narrowest.size * costs.make < walk
      ? await made(asked, narrowest)
      : await walked(order, found);
  return { ids: pageOf(ids, selection.page), total: ids.length };
}

function pageOf(ids: string[], { offset = 0, limit = Infinity, descending = false }: Selection<never>['page'] = {}) {
  return (descending ? ids.toReversed() : ids).slice(offset, offset + limit);
}

/** In the order of its index, with the ids of every condition at hand. */
async function walked(order: Stretch, conditions: readonly LookedUp[]) {
  const sets: { readonly wanted: boolean; readonly ids: ReadonlySet<string> }[] = [];
  for (const each of conditions) sets.push({ wanted: each.condition.has === 'any', ids: await idsOf(each) });
  const found: string[] = [];
  const take = (_value: string, { id }: Identified): void => {
    for (const { wanted, ids } of sets) if (ids.has(id) !== wanted) return;
    found.push(id);
  };
  await inStrides(order, take);
  return found;
}

/** Each record of the narrowest condition is looked at by itself. */
async function made(asked: Asked, narrowest: LookedUp): Promise<string[]> {
  const { tables, codec, collection, selection } = asked;
  const { rows } = tables[collection];
  const orderedBy = indexerOf(collection, selection.order.index);
  const others = selection.where
    .filter((condition) => condition !== narrowest.condition)
    .map((each) => meets(collection, each));
  const found: Place[] = [];
  let looked = 0;
  for (const id of await idsOf(narrowest)) {
    if ((looked += 1) % recordStride === 0) await breath();
    const stored = lookUp(rows, id, id);
    if (stored === null) continue;
    const record = codec.toIndex(collection, stored);
    const value = orderedBy(record).find((each) => isIn(selection.order.match, each));
    if (value !== undefined && others.every((isMet) => isMet(record))) found.push({ value, id });
  }
  return found.toSorted(byPlace).map(({ id }) => id);
}

/** By code unit, as the tree sorts. */
function byPlace(one: Place, other: Place): number {
  if (one.value !== other.value) return one.value < other.value ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

function meets(collection: CollectionName, { has, of }: Condition<CollectionName>): (record: AnyRecord) => boolean {
  const clauses = of.map((clause) => isTrue(collection, clause));
  return (record) => clauses.some((clause) => clause(record)) === (has === 'any');
}

function isTrue(collection: CollectionName, clause: Clause<CollectionName>): (record: AnyRecord) => boolean {
  if ('ids' in clause) {
    const ids = new Set(clause.ids);
    return ({ id }) => ids.has(id);
  }
  const indexer = indexerOf(collection, clause.index);
  if ('match' in clause) return (record) => indexer(record).some((value) => isIn(clause.match, value));
  const values = new Set(clause.values);
  return (record) => indexer(record).some((value) => values.has(value));
}

function isIn(match: Match, value: string): boolean {
  if ('value' in match) return value === match.value;
  return (match.from === undefined || value >= match.from) && (match.below === undefined || value < match.below);
}

function indexerOf(collection: CollectionName, index: string): Indexer<AnyRecord> {
  return definitionOf(collection).indexes[index] ?? (() => []);
}

/** A condition with where its ids lie in the indexes: thousands of values are looked up once. */
interface LookedUp {
  readonly condition: Condition<CollectionName>;
  readonly stretches: readonly Stretch[];
  /** Ids at the most: one may lie in several. */
  readonly size: number;
}

function lookedUp(asked: Asked, condition: Condition<CollectionName>): LookedUp {
  const stretches = condition.of.flatMap((clause) => stretchesOf(asked, clause));
  const named = condition.of.reduce((sum, clause) => sum + ('ids' in clause ? clause.ids.length : 0), 0);
  return { condition, stretches, size: stretches.reduce((sum, { start, end }) => sum + end - start, named) };
}

async function idsOf({ condition, stretches }: LookedUp): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const clause of condition.of) if ('ids' in clause) for (const id of clause.ids) ids.add(id);
  for (const stretch of stretches) await inStrides(stretch, (_value, { id }) => void ids.add(id));
  return ids;
}

function stretchesOf({ tables, collection }: Asked, clause: Clause<CollectionName>): readonly Stretch[] {
  if ('ids' in clause) return [];
  if ('match' in clause) return [stretchOf(tables, collection, clause.index, clause.match)];
  return clause.values.map((value) => stretchOf(tables, collection, clause.index, { value }));
}

async function inStrides(
  { tree, start, end }: Stretch,
  take: (value: string, entry: Identified) => void,
): Promise<void> {
  for (let at = start; at < end; at += stride) {
    if (at > start) await breath();
    eachPlace(tree, at, Math.min(end, at + stride), take);
  }
}
