import { zoneName } from '#domain/time';
import type { DoorType } from '#domain/door';
import type { DemoHotelPorts, RunningDemoHotel } from '#main/shell/shell-ports';
import { join } from 'node:path';
import { startBuilding } from './building/start-building.ts';
import { startSimulatedMews } from './mews/start-simulated-mews.ts';

const zone = zoneName.parse('Europe/Lisbon');
const name = 'Hotel Miramar';
const rooms = ['101', '102', '103', '104', '201', '202', '203', '204', '301', '302'];
const commonDoors = ['Main entrance', 'Pool'];
/** Everybody in house is at the common doors too. */
const placesPerLock = 200;
const doorTypes: Readonly<Record<string, DoorType>> = { 'Main entrance': 'entrance', Pool: 'common-area' };
/** Of the simulated PMS; they open nothing outside this computer. */
const tokens = { clientToken: 'demo-client-token', accessToken: 'demo-access-token' };

export interface DemoHotelOptions extends DemoHotelPorts {
  /** More rooms than the ten of the demo: for measurements. */
  readonly moreRooms?: number;
}

/**
 * The demo hotel: a simulated Mews in this process and a building of virtual Matter locks in its own, both on loopback
 * only. What they hold is in `<data>/demo`, so the hotel is the same after a restart.
 */
export async function startDemoHotel(options: DemoHotelOptions): Promise<RunningDemoHotel> {
  const { dataFolder, clock, random, log, moreRooms = 0 } = options;
  const folder = join(dataFolder, 'demo');
  const extra = Array.from({ length: moreRooms }, (_none, position) => String(1001 + position));
  const allRooms = [...rooms, ...extra];
  const building = await startBuilding({
    dataFolder: join(folder, 'building'),
    names: [...allRooms, ...commonDoors],
    zone,
    slots: placesPerLock,
  });
  try {
    const mews = await startSimulatedMews({
      host: '127.0.0.1',
      port: 0,
      clock,
      random,
      property: { name, zone },
      rooms: allRooms,
      tokens,
      log,
      stateFile: join(folder, 'mews.json'),
    });
    const { setupCode, address, port } = building.matter;
    return {
      hotel: {
        name,
        zone,
        pms: { address: mews.address, ...tokens },
        pmsControl: mews.controlAddress,
        building: { setupCode, address: `[${address}]:${port}` },
        locksControl: building.control,
        doorTypes,
        commonDoors,
        owner: { name: 'Inês Rocha', password: '246810' },
      },
      pms: mews.address,
      pmsControl: mews.controlAddress,
      locksControl: building.control,
      async stop() {
        await mews.stop();
        await building.stop();
      },
    };
  } catch (cause) {
    await building.kill();
    throw cause;
  }
}
