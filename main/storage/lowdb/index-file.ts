import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Sealer } from '#main/ports/secret-vault';
import type { CollectionName } from '../collections.ts';
import type { Place } from '../match.ts';
import { inParts } from './open-transaction.ts';
import { definitionOf } from './record-codec.ts';
import { sliceOfPlaces } from './sorted-tree.ts';
import { collectionNames, type Tables } from './tables.ts';
import { tailOf } from './write-beside.ts';

/**
 * Beside a snapshot lies what can be made from it: the ids of its records and every index, in order. A start that finds
 * it need neither parse nor sort 100,000 records. It is worth nothing of its own: one that is missing, damaged, of another
 * snapshot or of other indexers is passed over, the start takes longer, and the next one is written.
 *
 *     {"format":1,"snapshot":"8f3a1b2c","indexers":"…","parts":[
 *     ["keys","","sealed1:…"],            the ids, in order: the record in line n of the collection is number n
 *     ["keys","status","sealed1:…"],      ["current",0,7,"past",1,2,3,…]: each value, and the numbers under it
 *     …
 *     ],
 *     "checksum":"2c8f3a1b"}
 *
 * The parts are sealed whole: values of an index are doorcodes and card UIDs, too.
 */
const format = 1;

/** The name under which the ids of a collection stand. */
export const idsPart = '';

/** In one part: a few milliseconds of the one thread. */
const placesAtOnce = 2_000;

const header = z.object({ format: z.literal(format), snapshot: z.string(), indexers: z.string() });
const part = z.tuple([z.string(), z.string(), z.string()]);

/** A value, and the numbers of the records under it, and so on. In the part of the ids: values alone. */
export type IndexPart = readonly (string | number)[];

export interface NamedPart {
  readonly collection: CollectionName;
  readonly index: string;
  readonly list: IndexPart;
}

/**
 * Raised whenever a function that an indexer calls gives other values than before (tests/main/storage/index-file.test.ts
 * notices); the indexers themselves are in the fingerprint.
 */
const indexersVersion = 3;

/** Says by which functions the values were made. */
export function indexersFingerprint(): string {
  const hash = createHash('sha256').update(String(indexersVersion));
  for (const name of collectionNames) {
    for (const [index, indexer] of Object.entries(definitionOf(name).indexes)) {
      hash.update(JSON.stringify([name, index, indexer.toString()]));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** The text of the file in parts, for `writeBeside`. `snapshot` is the checksum of the snapshot of the same tables. */
export function* indexFileParts(tables: Tables, snapshot: string, sealer: Sealer): Generator<string> {
  const first = { format, snapshot, indexers: indexersFingerprint() };
  yield `${JSON.stringify(first).slice(0, -1)},"parts":[`;
  let separator = '\n';
  for (const { collection, index, list } of partsOf(tables)) {
    yield separator + JSON.stringify([collection, index, sealer.seal(JSON.stringify(list))]);
    separator = ',\n';
  }
  yield '\n],\n';
}

function* partsOf(tables: Tables): Generator<NamedPart> {
  for (const collection of collectionNames) {
    const numbers = new Map<string, number>();
    for (const records of inParts(tables, collection, placesAtOnce)) {
      for (const { id } of records) numbers.set(id, numbers.size);
      yield { collection, index: idsPart, list: records.map(({ id }) => id) };
    }
    for (const [index, tree] of Object.entries(tables[collection].indexes)) {
      for (let start = 0; start < tree.size; start += placesAtOnce) {
        yield { collection, index, list: listOf(sliceOfPlaces(tree, start, start + placesAtOnce), numbers) };
      }
    }
  }
}

function listOf(places: readonly Place[], numbers: ReadonlyMap<string, number>): IndexPart {
  const list: (string | number)[] = [];
  let before: string | null = null;
  for (const { value, id } of places) {
    if (value !== before) list.push(value);
    list.push(numbers.get(id) ?? -1);
    before = value;
  }
  return list;
}

/**
 * The parts in the order in which they were written, each opened when it is asked for; null when the file does not fit
 * the snapshot with this checksum, or this program. Throws AppError('data-damaged') while reading when the sealing key is
 * another one.
 */
export function readIndexFile(bytes: Buffer, snapshot: string, sealer: Sealer): Generator<NamedPart> | null {
  const tail = tailOf(bytes);
  const end = bytes.indexOf(0x0a);
  if (tail === null || end === -1) return null;
  const first = header.safeParse(jsonOf(`${bytes.toString('utf8', 0, end)}]}`));
  if (!first.success || first.data.snapshot !== snapshot || first.data.indexers !== indexersFingerprint()) return null;
  return namedParts(bytes, end + 1, sealer);
}

function* namedParts(bytes: Buffer, begin: number, sealer: Sealer): Generator<NamedPart> {
  let start = begin;
  while (bytes[start] === 0x5b) {
    const lineEnd = bytes.indexOf(0x0a, start);
    const isLast = bytes[lineEnd - 1] !== 0x2c;
    const [name, index, sealed] = part.parse(
      JSON.parse(bytes.toString('latin1', start, isLast ? lineEnd : lineEnd - 1)),
    );
    const collection = collectionNames.find((each) => each === name);
    if (collection !== undefined) yield { collection, index, list: JSON.parse(sealer.open(sealed)) as IndexPart };
    start = lineEnd + 1;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
