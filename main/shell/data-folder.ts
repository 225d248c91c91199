import { AppError } from '#domain/failure';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/** Where the platform keeps a program's data; the demo hotel has a folder of its own beside it. */
export function defaultDataFolder(
  demo: boolean,
  platform: NodeJS.Platform = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  return join(dataHome(platform, environment), demo ? 'portal-demo' : 'portal');
}

function dataHome(platform: NodeJS.Platform, environment: Readonly<Record<string, string | undefined>>): string {
  const home = environment['HOME'] ?? homedir();
  if (platform === 'win32') return environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  // A relative one must be ignored, says the XDG base directory specification.
  const stated = environment['XDG_DATA_HOME'];
  return stated !== undefined && isAbsolute(stated) ? stated : join(home, '.local', 'share');
}

/**
 * Makes the folder if it is missing (for this account alone) and tries to write into it.
 * Throws AppError('data-folder-unwritable').
 * @returns its absolute path.
 */
export async function openDataFolder(asked: string): Promise<string> {
  const folder = resolve(asked);
  const probe = join(folder, `.writable-${process.pid}`);
  try {
    await makeFolder(folder);
    await writeFile(probe, '', { flag: 'wx' });
    await rm(probe);
    return folder;
  } catch (cause) {
    throw new AppError('data-folder-unwritable', `opening the data folder ${folder}`, { cause });
  }
}

/**
 * Folder by folder from the first that is there: Node's own recursive mkdir never ends where the system answers ENOENT for
 * a folder whose parent exists, as /proc does.
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return;
    if (!hasCode(cause, 'ENOENT') || (await exists(dirname(folder)))) throw cause;
    await makeFolder(dirname(folder));
    await mkdir(folder, { mode: 0o700 });
  }
}

function hasCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
