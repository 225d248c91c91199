import type { Log } from '#main/ports/log';
import type { SecretVault } from '#main/ports/secret-vault';
import { DESK_VAULT, refuseDeskSecrets } from '#main/secrets/desk-secrets';
import { FILE_VAULT, openFileVault, type Wrapping } from '#main/secrets/file-vault';
import { AppError } from '#domain/failure';
import type { SafeStorage } from 'electron';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The part of Electron's safeStorage that is used here. */
export type PlatformSafe = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>;

/**
 * Secrets wrapped by the platform (Keychain, DPAPI, the Linux keyring), in `<folder>/secrets.desk.json`. What an office
 * shell left in its own file on this folder is taken over, and that file goes.
 * On a Linux desk without a keyring the office shell's file vault is used, and the log says so.
 */
export async function openDeskVault(folder: string, safe: PlatformSafe, log: Log): Promise<SecretVault> {
  if (!encrypts(safe)) {
    log.warn({}, 'this desktop has no keyring: secrets rest in a file that only this account may read');
    await refuseDeskSecrets(folder);
    return openFileVault(folder);
  }
  const vault = await openFileVault(folder, DESK_VAULT, wrappingBy(safe, folder));
  await takeOver(folder, vault);
  return vault;
}

/** `basic_text` wraps with a key that every copy of Electron knows. */
function encrypts(safe: PlatformSafe): boolean {
  return safe.isEncryptionAvailable() && safe.getSelectedStorageBackend?.() !== 'basic_text';
}

function wrappingBy(safe: PlatformSafe, folder: string): Wrapping {
  return {
    wrap: (secret) => Promise.resolve(safe.encryptString(secret).toString('base64')),
    unwrap: async (wrapped) => {
      try {
        return safe.decryptString(Buffer.from(wrapped, 'base64'));
      } catch (cause) {
        throw new AppError('data-damaged', `unwrapping a secret of ${folder}: another account or PC wrapped it`, {
          cause,
        });
      }
    },
  };
}

/** Safe to be cut off at any step: the plain file goes last, and a secret that is already here stays. */
async function takeOver(folder: string, vault: SecretVault): Promise<void> {
  const plain = await openFileVault(folder);
  for (const name of plain.names()) {
    const secret = await plain.get(name);
    if (secret !== null && (await vault.get(name)) === null) await vault.put(name, secret);
  }
  await rm(join(folder, FILE_VAULT), { force: true });
}
