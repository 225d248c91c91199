import { close, fdatasync, fdatasyncSync, ftruncate, fsync, open, writeSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Disk, OpenFile } from './disk.ts';

const flags = { create: 'w', new: 'wx', continue: 'r+' } as const;

/** On Windows a virus scanner may hold a file for a moment; elsewhere a rename fails for good. */
const renameTries = 10;
const renamePauseMilliseconds = 50;

/** The real file system. Plain file descriptors: FileHandle costs a tenth of a millisecond more for each commit. */
export const nodeDisk: Disk = {
  async makeFolder(path) {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
  },
  list: (folder) => readdir(folder),
  read: (path) => readFile(path),
  async open(path, how) {
    return openFile(await promisify(open)(path, flags[how], 0o600));
  },
  rename: (from, to) => renameAgain(from, to, renameTries),
  remove: (path) => rm(path, { force: true }),
  async syncFolder(path) {
    // Windows has no such thing and keeps the order of its own.
    if (process.platform === 'win32') return;
    const folder = await promisify(open)(path, 'r');
    try {
      await promisify(fsync)(folder);
    } finally {
      await promisify(close)(folder);
    }
  },
};

const fdatasyncAside = promisify(fdatasync);

/**
 * A disk that answers within this time is asked on this thread: the way to the thread pool and back costs as much as the
 * answer (0.15 ms here). A slower one is asked aside, so that nobody else waits for it.
 */
const quickMilliseconds = 2;

function openFile(descriptor: number): OpenFile {
  /** How long the disk took of late. */
  let usual = 2 * quickMilliseconds;
  return {
    write(bytes, position) {
      let written = 0;
      // A nearly full disk takes a part; the next call then says why.
      while (written < bytes.length) {
        written += writeSync(descriptor, bytes, written, bytes.length - written, position + written);
      }
    },
    async datasync() {
      const start = performance.now();
      if (usual < quickMilliseconds) fdatasyncSync(descriptor);
      else await fdatasyncAside(descriptor);
      usual += (performance.now() - start - usual) / 4;
    },
    truncate: (length) => promisify(ftruncate)(descriptor, length),
    close: () => promisify(close)(descriptor),
  };
}

async function renameAgain(from: string, to: string, triesLeft: number): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    const held = process.platform === 'win32' && isHeld(error);
    if (!held || triesLeft <= 1) throw error;
    await wait(renamePauseMilliseconds);
    await renameAgain(from, to, triesLeft - 1);
  }
}

function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EPERM', 'EACCES', 'EBUSY'].includes(String(error.code));
}
