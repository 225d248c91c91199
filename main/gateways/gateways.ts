import type { Door, DoorType, Gateway, Lock } from '#domain/house/door';
import { AppError } from '#domain/failure';
import type { DoorId, GatewayId, LockId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import type { Base } from '#main/base';
import { mapByName } from '#main/pms/spaces';
import type { ProvisioningWorker } from '#main/provisioning/worker';
import type { Transaction } from '#main/storage/store';
import { record } from '#main/timeline/record';
import type { Temporal } from 'temporal-polyfill';
import type { FoundLock, LockDriver } from '#main/locks/lock-driver';
import type { LockSystem } from '#main/locks/lock-system';
import { oneAtATime } from '#main/locks/one-at-a-time';
import { startMonitor, type GatewayMonitor } from './monitor.ts';

/** The gateways of the property: each with its driver, its monitor and its lane of the queue. */
export interface Gateways {
  /** Commissions a gateway and makes a door for each of its locks. */
  add(order: AddOrder, by: Actor): Promise<{ readonly locks: number }>;
  driverOf(id: GatewayId): LockDriver | null;
  stop(): Promise<void>;
}

export interface AddOrder {
  readonly name: string;
  readonly setupCode: string;
  readonly address: string | null;
  /** What kind of door a lock's name stands for; null: a private room. */
  readonly typeOf: (lockName: string) => DoorType | null;
}

export interface GatewayParts {
  readonly system: LockSystem;
  readonly worker: ProvisioningWorker;
  /** How often what a whole lock holds is compared with what it should. */
  readonly auditEvery: Temporal.Duration;
  /** How often each lock is asked for a sign of life; the monitor's own pace when left out. */
  readonly probeEvery?: Temporal.Duration;
}

export async function openGateways(base: Base, parts: GatewayParts): Promise<Gateways> {
  const { system, worker, ...pace } = parts;
  const drivers = new Map<GatewayId, LockDriver>();
  const monitors: GatewayMonitor[] = [];

  const take = async (gateway: Gateway, driver: LockDriver): Promise<void> => {
    drivers.set(gateway.id, driver);
    worker.addGateway(gateway.id, driver);
    monitors.push(startMonitor(base, { gateway, driver, ...pace, onBack: (id) => worker.lockIsBack(id) }));
  };
  for (const gateway of await base.store.read((view) => view.all('gateways'))) {
    const driver = oneAtATime(system.driverFor(gateway.address));
    // Not awaited for long: a gateway that is down must not keep the desk from starting.
    void driver.connect().catch((err: unknown) => base.log.warn({ err, gatewayId: gateway.id }, 'gateway not reached'));
    await take(gateway, driver);
  }

  return {
    async add(order, by) {
      const at = order.address === null ? {} : { at: addressOf(order.address) };
      const address = await system.commission({ setupCode: order.setupCode, ...at });
      const driver = oneAtATime(system.driverFor(address));
      await driver.connect();
      const found = await driver.locks();
      const gateway = await storeGateway(base, { order, address, system: system.name, found, by });
      await take(gateway, driver);
      return { locks: found.length };
    },
    driverOf: (id) => drivers.get(id) ?? null,
    async stop() {
      await Promise.all(monitors.map((monitor) => monitor.stop()));
      await Promise.all([...drivers.values()].map((driver) => driver.close()));
    },
  };
}

/** `[::1]:5540` or `192.0.2.7:5540`. */
function addressOf(text: string): { readonly ip: string; readonly port: number } {
  const found = /^(?:\[([0-9a-f:.%a-z]+)\]|([0-9.]+)):(\d{1,5})$/i.exec(text);
  if (found === null) throw new AppError('invalid-input', 'reading the address of a gateway');
  return { ip: found[1] ?? found[2] ?? '', port: Number(found[3]) };
}

interface NewGateway {
  readonly order: AddOrder;
  readonly address: string;
  readonly system: string;
  readonly found: readonly FoundLock[];
  readonly by: Actor;
}

async function storeGateway(base: Base, added: NewGateway): Promise<Gateway> {
  const now = base.clock.now();
  const gateway: Gateway = {
    id: base.random.id() as GatewayId,
    name: added.order.name,
    driver: added.system,
    address: added.address,
    online: 'online',
    onlineSince: now,
  };
  await base.store.transact(async (transaction) => {
    await transaction.put('gateways', gateway);
    for (const lock of added.found) await storeLock(transaction, base, { gateway, lock, added });
    await mapByName(transaction, base, await transaction.all('spaces'));
  });
  return gateway;
}

/** A lock gets the door of its own name, or makes it. */
async function storeLock(
  transaction: Transaction,
  base: Base,
  found: { readonly gateway: Gateway; readonly lock: FoundLock; readonly added: NewGateway },
): Promise<void> {
  const now = base.clock.now();
  const lock: Lock = {
    id: base.random.id() as LockId,
    name: found.lock.name,
    gatewayId: found.gateway.id,
    address: found.lock.address,
    limits: found.lock.limits,
    online: 'unknown',
    onlineSince: now,
    lastSeenAt: null,
    battery: null,
  };
  await transaction.put('locks', lock);
  const named = await transaction.find('doors', 'name', { value: lock.name.toLowerCase() });
  const free = named.find((door) => door.lockId === null);
  const type = found.added.order.typeOf(lock.name) ?? 'private-room';
  const door: Door =
    free === undefined
      ? newDoor(base.random.id() as DoorId, lock, { name: await freeDoorName(transaction, lock.name), type })
      : { ...free, version: free.version + 1, lockId: lock.id };
  await transaction.put('doors', door);
  const notes = [{ kind: 'lock-added' as const, doorId: door.id, lockId: lock.id, facts: { lock: lock.name } }];
  await record(transaction, { at: now, by: found.added.by, notes });
}

/** No two doors have one name, whatever the capitals: the second lock called 204 hangs at "204 (2)" until staff rename it. */
async function freeDoorName(transaction: Transaction, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name} (${number})`;
    const taken = await transaction.count('doors', 'name', { value: candidate.toLowerCase() });
    if (taken === 0) return candidate;
  }
}

function newDoor(id: DoorId, lock: Lock, { name, type }: Pick<Door, 'name' | 'type'>): Door {
  return {
    id,
    version: 0,
    name,
    type,
    spaceIds: [],
    linkedDoorIds: [],
    defaultArrival: null,
    defaultDeparture: null,
    lockId: lock.id,
    cardNumber: null,
  };
}
