import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import type { ZoneName } from '#domain/time/time';
import { openMatterController } from '#main/locks/drivers/matter/matter-controller';
import type { MatterController } from '#main/locks/drivers/matter/matter-controller';
import type { LockDriver } from '#main/locks/lock-driver';
import { createLog } from '#main/ports/pino-log';
import { systemClock } from '#main/ports/system-clock';
import { startBuilding } from '#main/simulation/building/start-building';
import type { RunningBuilding } from '#main/simulation/building/start-building';
import { postTo } from '#tests/support/building-harness';
import { quickFolder } from '#tests/support/quick-folder';
import { removeFolder } from '#tests/support/remove-folder';

const ample = { timeoutMs: 10_000 };
const lisbon = { ...ample, zone: 'Europe/Lisbon' as ZoneName };
const tag = 'stay000001';

let folder: string;
let building: RunningBuilding;
let controller: MatterController;
let driver: LockDriver;
let address: string;

beforeEach(async () => {
  folder = await quickFolder('portal-clock-');
  building = await startBuilding({ dataFolder: join(folder, 'building'), names: ['101'], zone: lisbon.zone });
  controller = await openMatterController({
    storageFolder: join(folder, 'portal'),
    network: 'loopback',
    clock: systemClock(),
    log: createLog({ level: 'silent' }),
  });
  const { setupCode, address: ip, port } = building.matter;
  driver = controller.driverFor(await controller.commission({ setupCode, at: { ip, port } }));
  await driver.connect();
  address = (await driver.locks())[0]?.address ?? '';
  const window = { from: hours(-1), to: hours(24), weekdays: null, hours: null };
  await driver.put({ address, tag, ref: null, content: { kind: 'pin', code: '4711', window } }, ample);
}, 60_000);

afterEach(async () => {
  await driver.close();
  await controller.close();
  await building.kill();
  await removeFolder(folder);
});

it('a lock whose clock was lost opens to no guest until it is set, and then it does', async () => {
  await clockAhead(null);
  const lost = await keypad();

  const answer = await driver.setClock(lisbon);

  expect(lost).toMatchObject({ opened: false, reason: 'outside-schedule' });
  expect(answer).toEqual({ outcome: 'read', offBySeconds: expect.closeTo(0, 0) });
  expect(await keypad()).toMatchObject({ opened: true });
});

it('a clock that is five hours behind is put right', async () => {
  await clockAhead(-5 * 60);
  const behind = await keypad();

  await driver.setClock(lisbon);

  expect(behind).toMatchObject({ opened: false });
  expect(await keypad()).toMatchObject({ opened: true });
});

it('the doors go by the zone of the property, whatever zone they were in', async () => {
  await driver.setClock({ ...ample, zone: 'America/New_York' as ZoneName });

  expect((await localAtDoor()).slice(0, 16)).toBe(wallClockIn('America/New_York').slice(0, 16));
});

it('nothing is set at a gateway that does not answer', async () => {
  await postTo(building.control, '/bridge/offline');

  const answer = await driver.setClock({ ...lisbon, timeoutMs: 500 });
  await postTo(building.control, '/bridge/online');

  expect(answer).toMatchObject({ outcome: 'no-answer' });
});

const keypad = () => postTo(building.control, '/locks/101/keypad', { code: '4711' });
const clockAhead = (aheadMinutes: number | null) => postTo(building.control, '/bridge/clock', { aheadMinutes });

async function localAtDoor(): Promise<string> {
  const answer = (await (await fetch(`${building.control}/bridge/clock`)).json()) as { local: string };
  return answer.local;
}

const wallClockIn = (zone: string): string => Temporal.Now.plainDateTimeISO(zone).toString();

function hours(ahead: number) {
  const at = Temporal.Now.plainDateTimeISO(lisbon.zone).round('minute').add({ hours: ahead });
  return at.toString({ smallestUnit: 'minute' }) as never;
}
