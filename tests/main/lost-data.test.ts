import type { Application } from '#main/application';
import { createApplication } from '#main/app';
import { openFileVault } from '#main/secrets/file-vault';
import { openApplication } from '#main/shell/open-application';
import { silentLog } from '#tests/support/silent-log';
import { removeFolder } from '#tests/support/remove-folder';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
let running: { stop(): Promise<void> }[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-lost-'));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((each) => each.stop()));
  await removeFolder(folder);
});

async function open(): Promise<Application> {
  const opened = await openApplication({
    dataFolder: folder,
    withDemo: false,
    vault: await openFileVault(folder),
    log: silentLog,
    ports: { createApplication, startDemoHotel: () => Promise.reject(new Error('no demo here')) },
    beginDemo: null,
  });
  running.push(opened);
  return opened.application;
}

/** A hotel with an owner, and Portal stopped again. */
async function hotelThatLived(): Promise<void> {
  const application = await open();
  await application.services.setup.createOwner({
    name: 'Olivia Owner',
    password: 'a long enough password',
    pin: null,
    from: 'this PC',
  });
  await Promise.all(running.splice(0).map((each) => each.stop()));
}

const store = () => join(folder, 'store');
const journal = () => join(store(), 'journal-000001.jsonl');

describe('a hotel whose data is not there any more', () => {
  it('E: is no new hotel when its journal is zeros, and nothing is written over them', async () => {
    await hotelThatLived();
    await writeFile(journal(), Buffer.alloc(4096));

    await expect(open()).rejects.toMatchObject({ code: 'data-damaged' });

    expect(await readFile(journal())).toEqual(Buffer.alloc(4096));
  });

  it('E: nor when its journal is empty', async () => {
    await hotelThatLived();
    await writeFile(journal(), '');

    await expect(open()).rejects.toMatchObject({ code: 'data-damaged' });
  });

  it('E: nor when the store was emptied, or is gone', async () => {
    await hotelThatLived();
    await rm(store(), { recursive: true });
    await expect(open()).rejects.toMatchObject({ code: 'data-damaged' });
    await mkdir(store(), { recursive: true });

    await expect(open()).rejects.toMatchObject({ code: 'data-damaged' });
  });

  it('E: nor when its secrets were not copied with it; nothing new is drawn in their place', async () => {
    await hotelThatLived();
    await rename(join(folder, 'secrets.json'), join(folder, 'elsewhere.json'));

    await expect(open()).rejects.toMatchObject({ code: 'data-damaged' });

    expect(await readdir(folder)).not.toContain('secrets.json');
  });

  it.each(['pms-mews', 'pms-tokens', 'card-master-1'])(
    'E: nor where an older Portal left %s in the vault, and the store is gone',
    async (name) => {
      const vault = await openFileVault(folder);
      await vault.put('sealing-key', Buffer.alloc(32, 7).toString('base64'));
      await vault.put(name, 'what only a hotel has');

      await expect(open()).rejects.toMatchObject({ code: 'data-damaged' });

      expect(await readdir(store())).not.toContain('journal-000001.jsonl');
    },
  );

  it('E: nor when its secrets are zeros; they stay as they are', async () => {
    await hotelThatLived();
    await writeFile(join(folder, 'secrets.json'), Buffer.alloc(200));

    await expect(open()).rejects.toMatchObject({ code: 'data-damaged' });

    expect(await readFile(join(folder, 'secrets.json'))).toEqual(Buffer.alloc(200));
  });

  it('E: nor where only its lock controller is left, with gateways', async () => {
    await mkdir(join(folder, 'matter', 'portal'), { recursive: true });
    await writeFile(join(folder, 'matter', 'portal', 'nodes.peer1.endpoints.0.commissioning.discoveredAt'), '1');

    await expect(open()).rejects.toMatchObject({ code: 'data-damaged' });
  });

  it('is itself again when what was lost is put back', async () => {
    await hotelThatLived();
    await rename(store(), `${store()}-away`);
    await expect(open()).rejects.toMatchObject({ code: 'data-damaged' });
    await rm(store(), { recursive: true, force: true });
    await rename(`${store()}-away`, store());

    const application = await open();

    expect(await application.services.setup.state()).toMatchObject({ owner: 'present' });
  });
});

it('a start that was killed before its first line is a new hotel still', async () => {
  await mkdir(store(), { recursive: true });
  const vault = await openFileVault(folder);
  await vault.put('sealing-key', Buffer.alloc(32, 7).toString('base64'));
  await writeFile(journal(), Buffer.alloc(4096));

  const application = await open();

  expect(await application.services.setup.state()).toMatchObject({ owner: 'missing' });
});

it('U: a lock controller that cannot be opened leaves the desk without its locks, and nothing of it is deleted', async () => {
  await hotelThatLived();
  await rm(join(folder, 'matter'), { recursive: true });
  await writeFile(join(folder, 'matter'), 'not a folder');

  const application = await open();

  expect(await application.services.setup.state()).toMatchObject({ owner: 'present' });
  expect(await readFile(join(folder, 'matter'), 'utf8')).toBe('not a folder');
});
