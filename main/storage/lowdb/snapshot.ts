import { AppError } from '#domain/failure';
import type { CollectionName } from '../collections.ts';
import { readHeader, type FileHeader } from './file-header.ts';
import { inParts } from './open-transaction.ts';
import { collectionNames, type Tables } from './tables.ts';

/**
 * A snapshot is one JSON document with a record on each line, and a CRC-32 of all that is before the last line:
 *
 *     {"format":1,"generation":5,"schemas":"…","writtenAt":"…","collections":{
 *     "keys":[
 *     {"id":"…",…},
 *     {"id":"…",…}
 *     ],
 *     "alerts":[
 *     ]
 *     },
 *     "checksum":"8f3a1b2c"}
 */
/** Records that are turned into text in one go: about a quarter of a megabyte, a millisecond of the one thread. */
const recordsAtOnce = 250;

/** The text of a snapshot in parts, for `writeBeside`. */
export function* snapshotParts(header: FileHeader, tables: Tables): Generator<string> {
  yield `${JSON.stringify(header).slice(0, -1)},"collections":{\n`;
  for (const [at, name] of collectionNames.entries()) {
    yield `${at === 0 ? '' : ',\n'}"${name}":[`;
    let separator = '\n';
    for (const part of inParts(tables, name, recordsAtOnce)) {
      yield separator + part.map(({ json }) => json).join(',\n');
      separator = ',\n';
    }
    yield '\n]';
  }
  yield '\n},\n';
}

export interface RecordPlace {
  readonly collection: CollectionName;
  readonly start: number;
  readonly end: number;
}

/** null when it is no header. Throws AppError('data-too-new'). */
export function readSnapshotHeader(bytes: Buffer, path: string): FileHeader | null {
  const line = bytes.toString('utf8', 0, Math.max(0, bytes.indexOf(0x0a)));
  try {
    return readHeader(JSON.parse(`${line}}}`), path);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Where each record lies in a whole snapshot, before its tail. Throws AppError('data-too-new') for a collection that is not known. */
export function* recordPlaces(bytes: Buffer, end: number, path: string): Generator<RecordPlace> {
  let collection: CollectionName | null = null;
  let start = bytes.indexOf(0x0a) + 1;
  while (start < end) {
    const lineEnd = bytes.indexOf(0x0a, start);
    const first = bytes[start];
    if (first === 0x22) collection = knownCollection(bytes.toString('utf8', start + 1, lineEnd - 3), path);
    if (first === 0x7b && collection !== null) {
      const hasComma = bytes[lineEnd - 1] === 0x2c;
      yield { collection, start, end: hasComma ? lineEnd - 1 : lineEnd };
    }
    start = lineEnd + 1;
  }
}

/** Throws AppError('data-too-new'): a collection is never dropped silently. */
export function knownCollection(name: string, path: string): CollectionName {
  const known = collectionNames.find((each) => each === name);
  if (known === undefined) throw new AppError('data-too-new', `opening ${path}: this Portal does not know "${name}"`);
  return known;
}
