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
