import '#main/locks/drivers/matter/matter-settings';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { z } from 'zod';
import { lockFolderPatiently } from '#main/shell/folder-lock';
import { createLog } from '#main/ports/pino-log';
import { parseBuildingArguments } from './building-arguments.ts';
import { BridgeClock } from './bridge-clock.ts';
import { buildingControl } from './building-control.ts';
import { openCardReaders } from './card-readers.ts';
import { DISCRIMINATOR, openVirtualBuilding, PASSCODE } from './virtual-building.ts';

/*
 * The virtual building: Matter door locks in a program of their own, for the demo and for tests.
 * Prints one line of JSON when it is ready, and logs to standard error.
 */
const { dataFolder, names, cardDoors, zone, slots, clockAhead, matterPort, controlPort, withParent } =
  parseBuildingArguments(process.argv.slice(2));
const log = createLog({ level: 'warn', destination: process.stderr });

await mkdir(dataFolder, { recursive: true });
// The building of a Portal that was just killed may still be closing: two programs must not keep one building.
await lockFolderPatiently(dataFolder, 10);
const portFile = join(dataFolder, 'matter-port');
const building = await openVirtualBuilding({
  storageFolder: join(dataFolder, 'matter'),
  names,
  cardDoors,
  usersPerLock: slots,
  clock: new BridgeClock(zone, clockAhead === null ? null : clockAhead * 60_000),
  port: matterPort === 0 ? await portOfLastTime() : matterPort,
  log,
});
await writeFile(portFile, String(building.port));

const readers = await openCardReaders(join(dataFolder, 'card-readers.json'));
const server = buildingControl(building, readers, zone);
const control = await server.listen({ host: '127.0.0.1', port: controlPort });
process.stdout.write(
  `${JSON.stringify({
    ready: true,
    control,
    matter: {
      address: '::1',
      port: building.port,
      passcode: PASSCODE,
      discriminator: DISCRIMINATOR,
      setupCode: building.setupCode,
    },
  })}\n`,
);

const stop = () => {
  void server
    .close()
    .then(() => building.close())
    .finally(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
if (withParent) process.stdin.once('end', stop).resume();

/** Without mDNS a controller finds the building again only where it was. @returns 0, any port, the first time. */
async function portOfLastTime(): Promise<number> {
  const text = await readFile(portFile, 'utf8').catch(() => '0');
  return z.coerce.number().int().min(0).max(65_535).parse(text);
}
