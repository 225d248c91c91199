import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { FileHeader } from './file-header.ts';
import type { PendingChange } from './open-transaction.ts';

/**
 * One line of a journal: a CRC-32 of the JSON in eight hex digits, a space, the JSON, a line feed. The first line is
 * the header; every other one is all commits that one disk write made durable together, so that only the last line of a
 * journal can ever be half written.
 *
 *     8f3a1b2c {"commits":[[{"put":"keys","record":{…}},{"remove":"alerts","id":"…"}],[…]]}
 */
const checksumLength = 8;

const line = z.object({
  commits: z.array(
    z.array(
      z.union([
        z.object({ put: z.string(), record: z.looseObject({ id: z.string() }) }),
        z.object({ remove: z.string(), id: z.string() }),
      ]),
    ),
  ),
});

export type JournalChange = z.infer<typeof line>['commits'][number][number];

export function headerLine(header: FileHeader): Buffer {
  return checksummed(JSON.stringify(header));
}

export function commitsLine(commits: readonly { readonly changes: readonly PendingChange[] }[]): Buffer {
  return checksummed(`{"commits":[${commits.map(({ changes }) => `[${changes.map(changeJson).join()}]`).join()}]}`);
}

/** What the line holds, without its line feed; undefined when its checksum does not match. */
export function openLine(bytes: Buffer): unknown {
  const expected = bytes.toString('latin1', 0, checksumLength);
  const body = bytes.subarray(checksumLength + 1);
  if (bytes[checksumLength] !== 0x20 || checksumOf(body) !== expected) return undefined;
  return JSON.parse(body.toString('utf8'));
}

/** Null for what is not a line of commits. */
export function readCommits(json: unknown): readonly JournalChange[] | null {
  const parsed = line.safeParse(json);
  return parsed.success ? parsed.data.commits.flat() : null;
}

/** Eight hex digits. */
export function checksumOf(bytes: Uint8Array): string {
  return hexChecksum(crc32(bytes));
}

export function hexChecksum(checksum: number): string {
  return checksum.toString(16).padStart(checksumLength, '0');
}

function changeJson({ collection, id, stored }: PendingChange): string {
  if (stored !== null) return `{"put":"${collection}","record":${stored.json}}`;
  return `{"remove":"${collection}","id":${JSON.stringify(id)}}`;
}

function checksummed(json: string): Buffer {
  const body = Buffer.from(json);
  return Buffer.concat([Buffer.from(`${checksumOf(body)} `), body, Buffer.from('\n')]);
}
