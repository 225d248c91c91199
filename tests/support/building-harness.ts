import { join } from 'node:path';
import { openMatterController } from '#main/locks/drivers/matter/matter-controller';
import type { LockDriver } from '#main/locks/lock-driver';
import { createLog } from '#main/ports/pino-log';
import { systemClock } from '#main/ports/system-clock';
import { startBuilding } from '#main/simulation/building/start-building';
import type { RunningBuilding } from '#main/simulation/building/start-building';
import type { LockReport } from '#main/simulation/building/lock-report';
import type { LockHarness, LockUnderTest } from '#tests/contracts/lock-harness';
import type { ZoneName } from '#domain/time/time';
import { matterWaits } from './matter-waits.ts';
import { quickFolder } from './quick-folder.ts';
import { removeFolder } from './remove-folder.ts';

const zone = 'Europe/Lisbon' as ZoneName;
const codesOnly = 'Cellar';

/** The Matter driver at a virtual building in a program of its own, everything in a folder that goes away. */
export async function startBuildingHarness(doors: number): Promise<LockHarness> {
  const folder = await quickFolder('portal-building-');
  const dataFolder = join(folder, 'building');
  // One door more, whose lock takes no cards.
  const names = [...Array.from({ length: doors }, (_, index) => String(101 + index)), codesOnly];
  const order = { dataFolder, names, cardDoors: names.slice(0, -1), zone };
  let building: RunningBuilding = await startBuilding(order);
  const openPortal = () =>
    openMatterController({
      storageFolder: join(folder, 'portal'),
      network: 'loopback',
      clock: systemClock(),
      log: createLog({ level: 'silent' }),
    });
  let controller = await openPortal();
  const { setupCode, address, port } = building.matter;
  const gateway = await controller.commission({ setupCode, at: { ip: address, port } });
  let driver = controller.driverFor(gateway);
  await driver.connect();
  const found = await driver.locks();
  const unused = names.slice(0, -1);
  const lockNamed = (name: string | undefined): LockUnderTest => {
    const lock = found.find((candidate) => candidate.name === name);
    if (lock === undefined) throw new RangeError(`only ${doors} doors`);
    return lockUnderTest(() => building.control, lock.name, lock.address);
  };

  return {
    driver: () => driver,
    freshLock: async () => lockNamed(unused.shift()),
    freshLockWithoutCards: async () => lockNamed(codesOnly),
    restartPortal: async () => {
      await driver.close();
      await controller.close();
      controller = await openPortal();
      driver = controller.driverFor(gateway);
      await driver.connect();
    },
    cutPower: async () => {
      await building.kill();
      building = await startBuilding(order);
      matterWaits('short');
      await answering(driver, found[0]?.address ?? '');
      matterWaits('as they are');
    },
    swapLocks: async (one, other) => void (await postTo(building.control, '/bridge/swap', { one, other })),
    unplugGateway: async () => {
      await postTo(building.control, '/bridge/offline');
      matterWaits('short');
    },
    plugInGateway: async () => {
      await postTo(building.control, '/bridge/online');
      matterWaits('as they are');
    },
    stop: async () => {
      await driver.close();
      await controller.close();
      await building.kill();
      await removeFolder(folder);
    },
  };
}

/** The first call after a power cut may meet a session that the gateway no longer knows. */
async function answering(driver: LockDriver, address: string): Promise<void> {
  for (;;) {
    const { outcome } = await driver.probe(address, { timeoutMs: 1_000 });
    if (outcome === 'online') return;
  }
}

export async function postTo(control: string, path: string, body: object = {}): Promise<unknown> {
  const response = await fetch(`${control}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

export async function reportsOf(control: string): Promise<readonly LockReport[]> {
  return (await (await fetch(`${control}/locks`)).json()) as readonly LockReport[];
}

function lockUnderTest(control: () => string, name: string, address: string): LockUnderTest {
  const act = async (what: string, body: object = {}) => postTo(control(), `/locks/${name}/${what}`, body);
  const does = (what: string) => async (): Promise<void> => void (await act(what));
  return {
    address,
    offline: does('offline'),
    online: does('online'),
    full: does('full'),
    normal: does('normal'),
    forget: does('forget'),
    slow: async (seconds) => void (await act('slow', { seconds })),
    program: async (who, code, uniqueId = 0) => void (await act('program', { name: who, code, uniqueId })),
    keypad: async (code) => (((await act('keypad', { code })) as { opened: boolean }).opened ? 'opens' : 'stays shut'),
    card: async (uid) => {
      const answer = await act('card', { uid, type: 'ntag213', memory: '' });
      return (answer as { opened: boolean }).opened ? 'opens' : 'stays shut';
    },
    holds: async () =>
      (await reportsOf(control())).find((lock) => lock.name === name)?.users.map((user) => user.name) ?? [],
  };
}
