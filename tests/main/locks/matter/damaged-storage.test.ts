import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZoneName } from '#domain/time/time';
import { openMatterController } from '#main/locks/drivers/matter/matter-controller';
import { createLog } from '#main/ports/pino-log';
import { systemClock } from '#main/ports/system-clock';
import { startBuilding, type RunningBuilding } from '#main/simulation/building/start-building';
import { quickFolder } from '#tests/support/quick-folder';
import { removeFolder } from '#tests/support/remove-folder';

/** What a power cut leaves of the files of the lock controller: as long as they were, and zeros. */

let folder: string;
let building: RunningBuilding;
beforeAll(async () => {
  folder = await quickFolder('portal-controller-');
  const zone = 'Europe/Lisbon' as ZoneName;
  building = await startBuilding({ dataFolder: join(folder, 'building'), names: ['101'], cardDoors: [], zone });
  const { setupCode, address, port } = building.matter;
  const controller = await openIn(join(folder, 'paired'));
  await controller.commission({ setupCode, at: { ip: address, port } });
  await controller.close();
}, 60_000);
afterAll(async () => {
  await building.kill();
  await removeFolder(folder);
});

const storage = () => join(folder, 'storage');
const file = (name: string) => join(storage(), 'portal', name);
beforeEach(async () => {
  await rm(storage(), { recursive: true, force: true });
  await cp(join(folder, 'paired'), storage(), { recursive: true });
});

function openIn(storageFolder: string) {
  return openMatterController({
    storageFolder,
    network: 'loopback',
    clock: systemClock(),
    log: createLog({ level: 'silent' }),
  });
}

const peerAddress = 'nodes.peer1.endpoints.0.commissioning.peerAddress';

async function zeros(name: string): Promise<void> {
  await writeFile(file(name), Buffer.alloc((await stat(file(name))).size));
}

/** What the gateway's only lock answers to a controller on this storage. */
async function lockAnswers(): Promise<string> {
  const controller = await openIn(storage());
  const driver = controller.driverFor(controller.gateways()[0] ?? 'none');
  await driver.connect();
  const [lock] = await driver.locks();
  const { outcome } = await driver.probe(lock?.address ?? '', { timeoutMs: 8_000 });
  await driver.close();
  await controller.close();
  return outcome;
}

describe('a lock controller whose files a power cut has zeroed', () => {
  it.each([
    'events.lastEventNumber',
    'sessions.groupDataCounter',
    'sessions.resumptionRecords',
    'nodes.peer1.endpoints.0.commissioning.discoveredAt',
  ])('U: goes on without %s: it is set aside and made anew, and the lock answers', async (name) => {
    await zeros(name);

    expect(await lockAnswers()).toBe('online');

    const kept = await readdir(join(storage(), 'set-aside'));
    expect(kept).toEqual([expect.stringMatching(new RegExp(String.raw`^\d{13}-${name}$`))]);
  });

  it('U: goes on without what it needs for new gateways only, and without what it keeps twice', async () => {
    await zeros('certificates.rootKeyPair');
    await zeros('root.operationalCredentials.nocs');

    expect(await lockAnswers()).toBe('online');
  });

  it.each([
    ['the parts of the gateway', 'nodes.peer1.endpoints.0.29.3'],
    ['what the lock can do', 'nodes.peer1.endpoints.2.257.65532'],
    ['how many codes the lock takes', 'nodes.peer1.endpoints.2.257.17'],
    ['which attributes the lock has', 'nodes.peer1.endpoints.2.57.65531'],
    ['which version of it was read', 'nodes.peer1.endpoints.2.257.__version__'],
  ])('U: asks the gateway again for %s', async (_what, name) => {
    const before = await readFile(file(name), 'utf8');
    await zeros(name);

    expect(await lockAnswers()).toBe('online');

    expect(await readFile(file(name), 'utf8')).toBe(before);
  });

  it('U: asks the gateway again for everything where the last start was killed while it set aside half of it', async () => {
    const damaged = 'nodes.peer1.endpoints.2.257.65532';
    await zeros(damaged);
    await rm(file('nodes.peer1.endpoints.0.29.3'));
    await rm(file('nodes.peer1.endpoints.2.57.65531'));
    await rm(file('nodes.peer1.endpoints.2.57.__version__'));

    expect(await lockAnswers()).toBe('online');

    const told = await readdir(join(storage(), 'portal'));
    expect(told).toEqual(expect.arrayContaining(await readdir(join(folder, 'paired', 'portal'))));
  });

  it('U: knows a gateway whose number is zeros by what the gateway said of itself', async () => {
    const before = await readFile(file(peerAddress), 'utf8');
    await zeros(peerAddress);

    expect(await lockAnswers()).toBe('online');

    expect(JSON.parse(await readFile(file(peerAddress), 'utf8'))).toEqual(JSON.parse(before));
  });

  it('U: lets nobody take a gateway for one that was never paired, and throw it away, while its number is lost', async () => {
    await zeros(peerAddress);
    await zeros('nodes.peer1.endpoints.0.62.1');

    const controller = await openIn(storage());
    const known = controller.gateways();
    await controller.close();

    expect(known).toEqual([]);
    // matter.js throws away what was found and never paired, once its address is old.
    const left = await readdir(join(storage(), 'portal'));
    expect(left).toContain('nodes.peer1.endpoints.0.commissioning.peerAddress');
    expect(left).not.toContain('nodes.peer1.endpoints.0.commissioning.addresses');
  });

  it('U: makes itself no new fabric in place of the one its gateways know, and changes nothing', async () => {
    await zeros('fabrics.fabrics');
    const before = await readdir(join(storage(), 'portal'));
    const bytes = await readFile(file('fabrics.fabrics'));

    await expect(openIn(storage())).rejects.toMatchObject({ code: 'data-damaged' });

    expect(await readdir(join(storage(), 'portal'))).toEqual(before);
    expect(await readFile(file('fabrics.fabrics'))).toEqual(bytes);
  });

  it.each(['gone', 'empty'])('U: nor where it is %s', async (how) => {
    await rm(file('fabrics.fabrics'));
    await writeFile(file(how === 'empty' ? 'fabrics.fabrics' : 'sessions.groupDataCounter'), '');

    await expect(openIn(storage())).rejects.toMatchObject({ code: 'data-damaged' });
  });

  it('is itself again when the fabric is put back', async () => {
    await zeros('fabrics.fabrics');
    await expect(openIn(storage())).rejects.toMatchObject({ code: 'data-damaged' });

    await cp(join(folder, 'paired', 'portal', 'fabrics.fabrics'), file('fabrics.fabrics'));

    expect(await lockAnswers()).toBe('online');
  });
});
