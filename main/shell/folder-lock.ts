import { AppError } from '#domain/failure';
import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Held until released, or until this process ends in whatever way. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Makes this process the only Portal on the folder, or throws AppError('data-folder-in-use').
 *
 * The lock is a bound socket whose name is drawn from the folder's true path: the operating system lets one process
 * bind it and frees it the moment that process is gone, also after kill -9 or a power cut. So there is no lock file
 * that could be left behind, and no process number that could be somebody else's by now. Two containers that share a
 * folder but not their network are not kept apart.
 */
async function lockFolder(folder: string): Promise<FolderLock> {
  const name = lockName(await realpath(folder), process.platform);
  const server = await bind(name, folder);
  // A lock must not keep the process alive.
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/**
 * As `lockFolder`, but a program on the folder that is just closing is waited for: it was told to stop, or lost whoever
 * started it. One that stays is found out after a few seconds.
 */
export async function lockFolderPatiently(folder: string, seconds = 3): Promise<FolderLock> {
  const retries = seconds * 10;
  for (let retry = 0; ; retry += 1) {
    try {
      return await lockFolder(folder);
    } catch (cause) {
      if (retry === retries) throw cause;
      await setTimeout(100);
    }
  }
}

/** Linux: an abstract socket. Windows: a named pipe. Elsewhere: a socket file, the one kind that can be left behind. */
function lockName(truePath: string, platform: NodeJS.Platform): string {
  const name = `portal-${createHash('sha256').update(truePath).digest('hex').slice(0, 32)}`;
  if (platform === 'linux') return `\0${name}`;
  return platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

async function bind(name: string, folder: string): Promise<Server> {
  try {
    return await listen(name);
  } catch (cause) {
    if (!isTaken(cause) || !isFile(name) || (await answers(name))) {
      throw new AppError('data-folder-in-use', `locking ${folder}`, { cause });
    }
  }
  // A socket file whose process is gone.
  await rm(name, { force: true });
  try {
    return await listen(name);
  } catch (cause) {
    throw new AppError('data-folder-in-use', `locking ${folder}`, { cause });
  }
}

function listen(name: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((asking) => asking.destroy());
    server.once('error', reject);
    server.listen(name, () => resolve(server));
  });
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = connect(name);
    asking.once('connect', () => {
      asking.destroy();
      resolve(true);
    });
    asking.once('error', () => resolve(false));
  });
}

function isTaken(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
}

function isFile(name: string): boolean {
  return name.endsWith('.sock');
}
