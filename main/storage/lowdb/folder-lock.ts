import { AppError } from '#domain/failure';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Keeps a second Portal off the folder, and lets the next one in after a kill -9 of the holder.
 * Throws AppError('data-folder-in-use'), or AppError('data-folder-unwritable').
 * @returns what gives the folder free again.
 */
export function lockFolder(folder: string): Promise<() => Promise<void>> {
  return process.platform === 'win32' ? holdPipe(folder) : holdFile(folder);
}

const prefix = 'in-use-by-';

/**
 * Each process leaves a file named for itself *before* it looks for others: of two that start together at least one
 * sees the other and withdraws, and nobody ever takes over a file, so there is no race over a stale one. The start time
 * tells a process from a later one with its number.
 */
async function holdFile(folder: string): Promise<() => Promise<void>> {
  const host = hostname().replaceAll(/[^A-Za-z0-9.-]/g, '_');
  const own = join(folder, `${prefix}${host}-${process.pid}-${startOf(process.pid) ?? 'unknown'}`);
  leave(own, folder);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix) || join(folder, name) === own) continue;
    if (isAlive(name, host)) {
      rmSync(own, { force: true });
      const doing = `opening ${folder}: ${name.slice(prefix.length)} has it; if that Portal is gone, remove ${name}`;
      throw new AppError('data-folder-in-use', doing);
    }
    rmSync(join(folder, name), { force: true });
  }
  return async () => rmSync(own, { force: true });
}

function leave(path: string, folder: string): void {
  try {
    writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    if (isCode(cause, 'EEXIST')) throw new AppError('data-folder-in-use', `opening ${folder} twice`, { cause });
    throw new AppError('data-folder-unwritable', `writing into ${folder}`, { cause });
  }
}

/** Another host's process cannot be asked: it counts as alive. */
function isAlive(name: string, host: string): boolean {
  const found = new RegExp(`^${prefix}(.*)-(\\d+)-([^-]+)$`).exec(name);
  if (found === null) return false;
  const [, itsHost, pid, start] = found;
  if (itsHost !== host) return true;
  const now = startOf(Number(pid));
  return now !== null && (start === 'unknown' || now === start);
}

/** When the process started, as a word that is the same whenever it is asked; null when there is no such process. */
function startOf(pid: number): string | null {
  try {
    if (process.platform !== 'linux') {
      const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
      return started === '' ? null : started.replaceAll(/[^A-Za-z0-9]+/g, '_');
    }
    // Field 22, counted behind the name, which may hold blanks; a zombie (field 3) holds nothing any more.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? null : `${fields[19]}.${bootId()}`;
  } catch {
    return null; // No such process.
  }
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().slice(0, 8);
}

/** Windows: a named pipe belongs to one process and ends with it, however it ends. */
async function holdPipe(folder: string): Promise<() => Promise<void>> {
  const name = createHash('sha256').update(realpathSync(folder).toLowerCase()).digest('hex').slice(0, 32);
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new AppError('data-folder-in-use', `opening ${folder}`, { cause })));
    server.listen(`\\\\.\\pipe\\portal-store-${name}`, resolve);
  });
  server.unref();
  return () => new Promise((resolve) => void server.close(() => resolve()));
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
