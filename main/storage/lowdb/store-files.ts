import { join } from 'node:path';
import type { Disk } from './disk.ts';

/**
 * What lies in the folder. A snapshot of generation 5 holds everything that was committed before journal 5 began:
 *
 *     snapshot-000004.json   journal-000004.jsonl    the previous copy, and what followed it
 *     snapshot-000005.json   journal-000005.jsonl    the current copy, and what followed it
 *     indexes-000005.json                            made from the snapshot, so that a start need not
 */
export interface StoreFiles {
  /** Generations, ascending. */
  readonly snapshots: readonly number[];
  readonly journals: readonly number[];
  readonly indexes: readonly number[];
  /** Snapshots, indexes and beginnings of journals that were never finished. */
  readonly unfinished: readonly string[];
}

export const firstGeneration = 1;

export async function listStoreFiles(disk: Disk, folder: string): Promise<StoreFiles> {
  const names = await disk.list(folder);
  return {
    snapshots: generationsOf(names, /^snapshot-(\d{6,})\.json$/),
    journals: generationsOf(names, /^journal-(\d{6,})\.jsonl$/),
    indexes: generationsOf(names, /^indexes-(\d{6,})\.json$/),
    unfinished: names
      .filter((name) => /^(?:snapshot-\d{6,}\.json|indexes-\d{6,}\.json|journal-\d{6,}\.jsonl)\.new$/.test(name))
      .map((name) => join(folder, name)),
  };
}

export function snapshotPath(folder: string, generation: number): string {
  return join(folder, `snapshot-${digits(generation)}.json`);
}

export function indexesPath(folder: string, generation: number): string {
  return join(folder, `indexes-${digits(generation)}.json`);
}

export function journalPath(folder: string, generation: number): string {
  return join(folder, `journal-${digits(generation)}.jsonl`);
}

/** Where the start keeps a torn last line that it cut off. */
export function tornPath(folder: string, generation: number, position: number): string {
  return join(folder, `torn-${digits(generation)}-${position}.txt`);
}

function generationsOf(names: readonly string[], pattern: RegExp): readonly number[] {
  return names
    .flatMap((name) => pattern.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((one, other) => one - other);
}

function digits(generation: number): string {
  return String(generation).padStart(6, '0');
}
