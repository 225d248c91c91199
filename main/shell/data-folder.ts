import { AppError } from '#domain/failure';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

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
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(probe, '', { flag: 'wx' });
    await rm(probe);
    return folder;
  } catch (cause) {
    throw new AppError('data-folder-unwritable', `opening the data folder ${folder}`, { cause });
  }
}
