import { AppError } from '#domain/failure';
import type { SecretVault } from '#main/ports/secret-vault';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SEALING_KEY } from './sealer-from-vault.ts';

/**
 * The key is drawn before the store is made: a store without its key was copied here without its secrets, or they were lost. A
 * new key would make every doorcode in it unreadable for good. Throws AppError('data-damaged').
 */
export async function refuseStoreWithoutKey(dataFolder: string, vault: SecretVault): Promise<void> {
  if ((await vault.get(SEALING_KEY)) !== null) return;
  const folder = join(dataFolder, 'store');
  const names = await readdir(folder).catch(() => []);
  if (!names.some((name) => /^(?:snapshot|journal)-\d+\./.test(name))) return;
  throw new AppError(
    'data-damaged',
    `opening ${folder}: the secrets that belong to it (secrets.json) are not there; nothing was changed`,
  );
}
