import { AppError } from '#domain/failure';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { collectionNames } from './tables.ts';
import { definitionOf } from './record-codec.ts';

/** Raised when an older Portal would misread the files. */
export const fileFormat = 2;

/** How every snapshot and every journal begins. */
export interface FileHeader {
  readonly format: number;
  readonly generation: number;
  /** Fingerprint of the schemas that its records passed when they were put. */
  readonly schemas: string;
  /** An instant, for whoever looks into the folder; null without a clock. */
  readonly writtenAt: string | null;
}

const header = z.object({
  format: z.number(),
  generation: z.number().int().positive(),
  schemas: z.string(),
  writtenAt: z.string().nullable(),
});

/** Throws AppError('data-too-new') when a newer Portal wrote it; null when it is no header at all. */
export function readHeader(json: unknown, path: string): FileHeader | null {
  const format = z.object({ format: z.number() }).safeParse(json);
  if (format.success && format.data.format > fileFormat) {
    const doing = `opening ${path}: it has format ${format.data.format}, this Portal knows up to ${fileFormat}`;
    throw new AppError('data-too-new', doing);
  }
  const parsed = header.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/**
 * Records are checked when they are put and their bytes are checksummed, so a start need not check them again - unless
 * the schemas have changed since: the fingerprint says so.
 */
export function schemasFingerprint(): string {
  const hash = createHash('sha256');
  for (const name of collectionNames) {
    const shape = z.toJSONSchema(definitionOf(name).schema, { unrepresentable: 'any' });
    hash.update(JSON.stringify([name, shape, definitionOf(name).sealed]));
  }
  return hash.digest('hex').slice(0, 16);
}
