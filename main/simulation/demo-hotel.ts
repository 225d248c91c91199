import { zoneName } from '#domain/time/time';
import type { DoorType } from '#domain/house/door';
import type { DemoHotelPorts, RunningDemoHotel } from '#main/shell/shell-ports';
import { join } from 'node:path';
import { startBuilding } from './building/start-building.ts';
import { startEncoder } from './encoder/start-encoder.ts';
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
 * The demo hotel: a simulated Mews in this process, a building of virtual Matter locks and a card encoder in programs of
 * their own, all on loopback only. What they hold is in `<data>/demo`, so the hotel is the same after a restart.
 */
export async function startDemoHotel(options: DemoHotelOptions): Promise<RunningDemoHotel> {
  const { dataFolder, clock, random, log, moreRooms = 0 } = options;
  const folder = join(dataFolder, 'demo');
  const extra = Array.from({ length: moreRooms }, (_none, position) => String(1001 + position));
  const allRooms = [...rooms, ...extra];
  const [building, encoder] = await bothOrNone(
    startBuilding({
      dataFolder: join(folder, 'building'),
      names: [...allRooms, ...commonDoors],
      cardDoors: commonDoors,
      zone,
      slots: placesPerLock,
    }),
    startEncoder({ dataFolder: join(folder, 'encoder'), withStock: true }),
  );
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
        encoder: { port: encoder.port, control: encoder.control },
        doorTypes,
        commonDoors,
        owner: { name: 'Inês Rocha', password: '246810' },
      },
      pms: mews.address,
      pmsControl: mews.controlAddress,
      locksControl: building.control,
      encoderPort: encoder.port,
      encoderControl: encoder.control,
      async stop() {
        await mews.stop();
        await Promise.all([building.stop(), encoder.stop()]);
      },
    };
  } catch (cause) {
    await Promise.all([building.kill(), encoder.kill()]);
    throw cause;
  }
}

interface Program {
  kill(): Promise<void>;
}

/** Two programs that start side by side; when one does not come up the other is ended too. */
async function bothOrNone<One extends Program, Other extends Program>(
  one: Promise<One>,
  other: Promise<Other>,
): Promise<readonly [One, Other]> {
  const started = await Promise.allSettled([one, other]);
  const failure = started.find((start) => start.status === 'rejected');
  if (failure === undefined) return Promise.all([one, other]);
  await Promise.all(started.flatMap((start) => (start.status === 'fulfilled' ? [start.value.kill()] : [])));
  throw failure.reason;
}
