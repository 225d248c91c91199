import { AppError } from '#domain/failure';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { CollectionName } from '../collections.ts';
import type { Disk } from './disk.ts';
import { readHeader, type FileHeader } from './file-header.ts';
import { checksumOf, hexChecksum } from './journal-line.ts';
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
const tailLength = '"checksum":"8f3a1b2c"}\n'.length;

/** Records that are turned into text in one go: about a quarter of a megabyte, a millisecond of the one thread. */
const recordsAtOnce = 250;

/** How much may wait in the page cache: more at once, and a commit's own fdatasync would wait behind it. */
const bytesBetweenSyncs = 4 * 1024 * 1024;

/**
 * Writes beside, syncs, renames. Other work goes on between the parts.
 * @returns how many bytes it wrote; null when `signal` stopped it, and then nothing is left behind.
 */
export async function writeSnapshot(
  disk: Disk,
  path: string,
  content: { readonly header: FileHeader; readonly tables: Tables },
  signal: AbortSignal,
): Promise<number | null> {
  const beside = `${path}.new`;
  const file = await disk.open(beside, 'create');
  let position = 0;
  try {
    let checksum = 0;
    let synced = 0;
    for (const text of textOf(content.header, content.tables)) {
      if (signal.aborted) break;
      const bytes = Buffer.from(text);
      checksum = crc32(bytes, checksum);
      file.write(bytes, position);
      position += bytes.length;
      if (position - synced > bytesBetweenSyncs) {
        await file.datasync();
        synced = position;
      }
      await nextTurn();
    }
    file.write(Buffer.from(`"checksum":"${hexChecksum(checksum)}"}\n`), position);
    await file.datasync();
  } catch (error) {
    await file.close();
    await disk.remove(beside);
    throw error;
  }
  await file.close();
  if (signal.aborted) {
    await disk.remove(beside);
    return null;
  }
  await disk.rename(beside, path);
  await disk.syncFolder(dirname(path));
  return position + tailLength;
}

function* textOf(header: FileHeader, tables: Tables): Generator<string> {
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

/** Whether the checksum says that this is what was written. */
export function isWhole(bytes: Buffer): boolean {
  if (bytes.length < tailLength) return false;
  const body = bytes.subarray(0, -tailLength);
  return bytes.toString('latin1', body.length) === `"checksum":"${checksumOf(body)}"}\n`;
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

/** Where each record lies in a whole snapshot. Throws AppError('data-too-new') for a collection that is not known. */
export function* recordPlaces(bytes: Buffer, path: string): Generator<RecordPlace> {
  const end = bytes.length - tailLength;
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
