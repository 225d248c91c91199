import type { Disk, OpenFile } from '#main/storage/lowdb/disk';
import { nodeDisk } from '#main/storage/lowdb/node-disk';
import { spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './storage-folder.ts';

/** What a faulty disk is about to do: `write journal-000001.jsonl`. */
export type Operation = string;

/**
 * The real disk, but before each operation `fault` may throw. A write that fails leaves its first half on the disk, as a
 * full disk does.
 */
export function faultyDisk(fault: (operation: Operation) => void): Disk {
  const name = (path: string): string => path.split('/').at(-1) ?? '';
  const file = (inner: OpenFile, path: string): OpenFile => ({
    write(bytes, position) {
      try {
        fault(`write ${name(path)}`);
      } catch (error) {
        inner.write(bytes.subarray(0, bytes.length >> 1), position);
        throw error;
      }
      inner.write(bytes, position);
    },
    async datasync() {
      fault(`datasync ${name(path)}`);
      await inner.datasync();
    },
    async truncate(length) {
      fault(`truncate ${name(path)}`);
      await inner.truncate(length);
    },
    close: () => inner.close(),
  });
  return {
    makeFolder: (path) => nodeDisk.makeFolder(path),
    list: (folder) => nodeDisk.list(folder),
    read: (path) => nodeDisk.read(path),
    async open(path, how) {
      fault(`open ${name(path)}`);
      return file(await nodeDisk.open(path, how), path);
    },
    async rename(from, to) {
      fault(`rename ${name(to)}`);
      await nodeDisk.rename(from, to);
    },
    async remove(path) {
      fault(`remove ${name(path)}`);
      await nodeDisk.remove(path);
    },
    async syncFolder(path) {
      fault('sync folder');
      await nodeDisk.syncFolder(path);
    },
  };
}

export function noSpace(): Error {
  return Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
}

/** A folder on a file system of its own; null where this account may not mount one. Unmounted after the test. */
export async function mountedFolder(options: string): Promise<string | null> {
  const folder = await temporaryFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  if (mounted.status !== 0) return null;
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

/** A disk that stops for good after so many operations, as the machine does when its plug is pulled. */
export function dyingDisk(operationsLeft: number): { readonly disk: Disk; readonly operations: readonly Operation[] } {
  const operations: Operation[] = [];
  const disk = faultyDisk((operation) => {
    if (operations.length >= operationsLeft) throw new Error('the machine is off');
    operations.push(operation);
  });
  return { disk, operations };
}
