import type { Base } from '#main/base';
import { startWorker, type ProvisioningWorker } from '#main/provisioning/worker';
import { Mains } from './mains.ts';
import type { Hotel } from './portal-harness.ts';
import { SeededRandom } from './seeded-random.ts';
import { silentLog } from './silent-log.ts';

export interface SecondProgram {
  readonly base: Base;
  readonly worker: ProvisioningWorker;
  readonly mains: Mains;
}

/** Another Portal at work on a hotel's store and gateways, as on a second PC: with a power supply of its own. */
export async function startSecondProgram(hotel: Hotel): Promise<SecondProgram> {
  const mains = new Mains();
  hotel.mains.beside.push(mains);
  const { clock } = hotel;
  const base = { store: mains.store(hotel.disk), clock, random: new SeededRandom(77), log: silentLog };
  const worker = await startWorker(base);
  const gateways = await hotel.disk.read((view) => view.all('gateways'));
  for (const { id } of gateways)
    worker.addGateway(
      id,
      hotel.building.driver(4, () => mains.step()),
      () => undefined,
    );
  return { base, worker, mains };
}
