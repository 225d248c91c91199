import { AppError } from '#domain/failure';
import { access } from 'node:fs/promises';
import { join } from 'node:path';

/** The desk's own file: every secret in it is wrapped by the platform (safeStorage). */
export const DESK_VAULT = 'secrets.desk.json';

/**
 * The office shell cannot unwrap what the desk has wrapped. Starting all the same would draw a new sealing key and make
 * every doorcode unreadable, so this throws AppError('not-allowed') instead.
 */
export async function refuseDeskSecrets(dataFolder: string): Promise<void> {
  const path = join(dataFolder, DESK_VAULT);
  try {
    await access(path);
  } catch {
    return;
  }
  throw new AppError('not-allowed', `opening ${path}: only the desk application on the PC that made it can read it`);
}
