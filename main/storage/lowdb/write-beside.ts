import { setImmediate as nextTurn } from 'node:timers/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Disk } from './disk.ts';
import { checksumOf, hexChecksum } from './journal-line.ts';

/** The last line of a document that `writeBeside` wrote: the CRC-32 of all that is before it. */
const tailLength = '"checksum":"8f3a1b2c"}\n'.length;

/** How much may wait in the page cache: more at once, and a commit's own fdatasync would wait behind it. */
const bytesBetweenSyncs = 4 * 1024 * 1024;

export interface WrittenDocument {
  readonly bytes: number;
  /** Eight hexadecimal digits. */
  readonly checksum: string;
}

/**
 * Writes a JSON document, which `parts` leave open, beside its place; closes it with a checksum, syncs and renames. Other
 * work goes on between the parts.
 * @returns null when `signal` stopped it, and then nothing is left behind.
 */
export async function writeBeside(
  disk: Disk,
  path: string,
  parts: Iterable<string>,
  signal: AbortSignal,
): Promise<WrittenDocument | null> {
  const beside = `${path}.new`;
  const file = await disk.open(beside, 'create');
  let position = 0;
  let checksum = 0;
  try {
    let synced = 0;
    for (const text of parts) {
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
  return { bytes: position + tailLength, checksum: hexChecksum(checksum) };
}

/** Where the checksum's line begins, and what it says; null when it is not the checksum of what is before it. */
export function tailOf(bytes: Buffer): { readonly start: number; readonly checksum: string } | null {
  const start = bytes.length - tailLength;
  if (start < 0) return null;
  const checksum = checksumOf(bytes.subarray(0, start));
  return bytes.toString('latin1', start) === `"checksum":"${checksum}"}\n` ? { start, checksum } : null;
}
