import { openDeskVault, type PlatformSafe } from '#main/electron/desk-vault';
import { createLog } from '#main/ports/pino-log';
import { openFileVault } from '#main/secrets/file-vault';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const log = createLog({ level: 'silent' });

/** A keyring whose wrapping is plain to see in a test: the text backwards. */
const keyring: PlatformSafe = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (plain) => Buffer.from(Buffer.from(plain).toReversed()),
  decryptString: (wrapped) => Buffer.from(wrapped.toReversed()).toString(),
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-desk-vault-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the vault of a desk', () => {
  it('keeps secrets as the platform wraps them', async () => {
    await (await openDeskVault(folder, keyring, log)).put('pms-token', 'E0D439');

    const afterRestart = await openDeskVault(folder, keyring, log);

    expect(await afterRestart.get('pms-token')).toBe('E0D439');
    expect(await readFile(join(folder, 'secrets.desk.json'), 'utf8')).toContain(
      Buffer.from('934D0E').toString('base64'),
    );
  });

  it('takes over what the office shell kept on this folder, and its file goes', async () => {
    await (await openFileVault(folder)).put('sealing-key', 'of the office');

    const desk = await openDeskVault(folder, keyring, log);

    expect(await desk.get('sealing-key')).toBe('of the office');
    expect(await readdir(folder)).toEqual(['secrets.desk.json']);
  });

  it.each([
    ['has no keyring', { ...keyring, isEncryptionAvailable: () => false }],
    [
      'would wrap with a key that everybody knows',
      { ...keyring, getSelectedStorageBackend: () => 'basic_text' as const },
    ],
  ])('is a file for this account alone where the desktop %s', async (_case, safe) => {
    await (await openDeskVault(folder, safe, log)).put('pms-token', 'E0D439');

    expect(await readdir(folder)).toEqual(['secrets.json']);
  });

  it('does not open without the keyring that wrapped it', async () => {
    await (await openDeskVault(folder, keyring, log)).put('pms-token', 'E0D439');

    const opening = openDeskVault(folder, { ...keyring, isEncryptionAvailable: () => false }, log);

    await expect(opening).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('says that the data is damaged when another account wrapped it', async () => {
    await (await openDeskVault(folder, keyring, log)).put('pms-token', 'E0D439');
    const strangers: PlatformSafe = {
      ...keyring,
      decryptString: () => {
        throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
      },
    };

    const desk = await openDeskVault(folder, strangers, log);

    await expect(desk.get('pms-token')).rejects.toMatchObject({ code: 'data-damaged' });
  });
});
