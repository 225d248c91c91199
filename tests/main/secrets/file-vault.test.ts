import { openFileVault } from '#main/secrets/file-vault';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-vault-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the file vault', () => {
  it('gives back after a restart what was kept before it', async () => {
    await (await openFileVault(folder)).put('pms-token', 'E0D439');

    const afterRestart = await openFileVault(folder);

    expect(await afterRestart.get('pms-token')).toBe('E0D439');
    expect(await afterRestart.get('never kept')).toBeNull();
  });

  it('may be read by the account that runs Portal and nobody else', async () => {
    const vault = await openFileVault(folder);

    await vault.put('pms-token', 'E0D439');

    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['secrets.json']);
  });

  it('keeps every one of many secrets put at once', async () => {
    const vault = await openFileVault(folder);

    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => vault.put(name, `secret ${name}`)));

    const afterRestart = await openFileVault(folder);
    expect(await afterRestart.get('a')).toBe('secret a');
    expect(await afterRestart.get('e')).toBe('secret e');
  });

  it('forgets a removed secret on disk too', async () => {
    const vault = await openFileVault(folder);
    await vault.put('pms-token', 'E0D439');

    await vault.remove('pms-token');

    expect(await vault.get('pms-token')).toBeNull();
    expect(await readFile(join(folder, 'secrets.json'), 'utf8')).not.toContain('E0D439');
  });

  it('refuses a damaged file and leaves it as it is', async () => {
    await writeFile(join(folder, 'secrets.json'), '{"version":1,"secr');

    await expect(openFileVault(folder)).rejects.toMatchObject({ code: 'data-damaged' });
    expect(await readFile(join(folder, 'secrets.json'), 'utf8')).toBe('{"version":1,"secr');
  });

  it('does not show a secret that could not be written', async () => {
    const vault = await openFileVault(folder);
    await vault.put('pms-token', 'old');
    await rm(folder, { recursive: true });

    await expect(vault.put('pms-token', 'new')).rejects.toThrowError(/ENOENT/);
    expect(await vault.get('pms-token')).toBe('old');

    // For the clean-up after the test.
    await mkdir(folder);
  });
});
