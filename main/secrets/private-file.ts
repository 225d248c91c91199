import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A virus scanner or backup program on Windows may hold the file for a moment. */
const RENAME_ATTEMPTS = 5;
const RENAME_PAUSE_MS = 50;

/**
 * Replaces the file as a whole, readable by the running account alone (0600). When it resolves, the new text is on
 * disk, also after a power cut; when it rejects, the old text is still there.
 */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  const beside = `${path}.new`;
  await rm(beside, { force: true });
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await renameStubbornly(beside, path);
  await syncFolder(dirname(path));
}

async function renameStubbornly(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (cause) {
      if (attempt === RENAME_ATTEMPTS || !isHeld(cause)) throw cause;
      await new Promise((resolve) => setTimeout(resolve, RENAME_PAUSE_MS));
    }
  }
}

function isHeld(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && ['EPERM', 'EACCES', 'EBUSY'].includes(String(cause.code));
}

/** The rename itself is only durable once its folder is; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
