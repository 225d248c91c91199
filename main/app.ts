import type { Services } from '#api/services';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Application, ApplicationPorts } from './application.ts';
import type { Base } from './base.ts';
import { setUpDemo } from './demo-set-up.ts';
import { auditService } from './audit/audit-service.ts';
import { deskService } from './desk/desk-service.ts';
import { doorsService } from './doors/doors-service.ts';
import { CardKeyring } from './encoder/card-keys.ts';
import { encoderService } from './encoder/encoder-service.ts';
import { noSerialPorts, systemSerialPorts } from './encoder/serial-ports.ts';
import { lockSetups } from './encoder/lock-setup.ts';
import { healthOf } from './health.ts';
import { bulkService } from './keys/bulk-service.ts';
import { filtersService } from './keys/filters-service.ts';
import { startKeyClock, type KeyClock } from './keys/key-clock.ts';
import { keysService } from './keys/keys-service.ts';
import { keycardService } from './keycards/keycard-service.ts';
import { absentSystem } from './locks/absent-system.ts';
import { openMatterController } from './locks/drivers/matter/matter-controller.ts';
import { openGateways } from '#main/gateways/gateways';
import type { LockSystems } from './locks/lock-system.ts';
import { mewsSystem } from './pms/connectors/mews/mews-system.ts';
import { brakeService } from './pms/brake-service.ts';
import { hadALife, markLife } from './shell/had-a-life.ts';
import { HouseClock } from './ports/house-clock.ts';
import { elapsedMs } from './ports/system-clock.ts';
import { PmsConnections } from './pms/pms-connections.ts';
import type { PmsSystem } from './pms/pms-system.ts';
import { resumeFollowUps } from './reservations/follow-rules.ts';
import { startWorker } from './provisioning/worker.ts';
import { settingsService, setupService } from './settings/settings-service.ts';
import { demoService } from './simulation/demo-service.ts';
import { staffList } from './staff/staff-list.ts';
import { staffService } from './staff/staff-service.ts';
import { openLowdbStore } from './storage/lowdb/open-lowdb-store.ts';

/** How Portal names itself to a PMS; the version is package.json's. */
const version = '0.1.0';

/** Every PMS that can be connected, in the order in which it is offered. */
const pmsSystems: readonly PmsSystem[] = [mewsSystem];

/** Builds the whole of Portal from what its shell gives it. The only place that makes services. */
export async function createApplication(ports: ApplicationPorts): Promise<Application> {
  const { random, log } = ports;
  const clock = new HouseClock(ports.clock, elapsedMs);
  const folder = join(ports.dataFolder, 'store');
  const hadRecords = await hadALife(ports.dataFolder, ports.vault);
  const store = await openLowdbStore({ folder, sealer: ports.sealer, log, clock: ports.clock, hadRecords });
  const base: Base = { store, clock, random, log, witness: clock };

  const stopMarking = await markLife(base, ports.vault);

  const lockSystems = await openLockSystems(ports);
  const worker = await startWorker(base);
  const gateways = await openGateways(base, { systems: lockSystems, worker, auditEvery: auditEvery(ports) });
  const pms = new PmsConnections(base, ports.vault, {
    systems: pmsSystems,
    ports: { fetch: ports.fetch, clock, random, log, client: `Portal ${version}` },
  });
  const staff = staffService(base);
  const settings = { base, pms, gateways, lockSystems };
  const bulk = bulkService(base);
  const cardKeyring = new CardKeyring(base, ports.vault);
  const encoder = encoderService(base, {
    keyring: cardKeyring,
    ports: ports.demo === null ? systemSerialPorts : noSerialPorts,
    demoPort: ports.demo?.encoder.port ?? null,
  });
  const services: Services = {
    sessions: staff,
    setup: setupService(settings, { staff, demo: ports.demo, beginDemo: ports.beginDemo }),
    keys: keysService(base),
    keycards: keycardService(base),
    encoder,
    bulk,
    filters: filtersService(base),
    doors: doorsService(base, gateways),
    settings: settingsService(settings),
    desk: deskService(base, (listen) => encoder.onChange(listen)),
    brake: brakeService(base, () => pms.syncNow()),
    staff: staffList(base),
    audit: auditService(base),
    demo:
      ports.demo === null
        ? null
        : demoService(ports.demo, {
            fetch: ports.fetch,
            clock,
            random,
            lockSetups: () => lockSetups(base, cardKeyring),
          }),
  };

  let keyClock: KeyClock | null = null;
  let following: Promise<void> = Promise.resolve();
  let stopped: Promise<void> | null = null;
  const stopAll = async (): Promise<void> => {
    stopMarking();
    await bulk.stopAll();
    await encoder.stop();
    await pms.stop();
    await keyClock?.stop();
    await worker.stop();
    await gateways.stop();
    await Promise.all([...lockSystems.values()].map((system) => system.close()));
    await store.close();
    await following;
  };
  return {
    services,
    async start() {
      keyClock = startKeyClock(base);
      if (ports.demo !== null) await setUpDemo(ports.demo, { ...settings, staff });
      following = resumeFollowUps(base);
      await encoder.start();
      await pms.start();
    },
    stop: () => (stopped ??= stopAll()),
    health: () => healthOf(base, { version, pmsSystems }),
  };
}

/** Virtual locks have no batteries to spare: a lock that was reset is noticed while somebody watches. */
function auditEvery({ demo }: ApplicationPorts): Temporal.Duration {
  return Temporal.Duration.from(demo === null ? { hours: 6 } : { seconds: 30 });
}

/** In the demo nothing leaves this computer; in a hotel, locks are found on its network. */
async function openLockSystems({ dataFolder, demo, clock, log }: ApplicationPorts): Promise<LockSystems> {
  const network = demo === null ? 'hotel' : 'loopback';
  try {
    const matter = await openMatterController({ storageFolder: join(dataFolder, 'matter'), network, clock, log });
    return new Map([['matter', matter]]);
  } catch (err) {
    // The desk goes on without its locks, and says so: every gateway is offline with that cause. Nothing is deleted.
    log.error({ err }, 'the lock controller could not be opened');
    return new Map([['matter', absentSystem(err)]]);
  }
}
