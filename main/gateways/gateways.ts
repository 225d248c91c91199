import type { Door, DoorType, Gateway, Lock } from '#domain/house/door';
import { AppError } from '#domain/failure';
import type { DoorId, GatewayId, LockId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import type { Base } from '#main/base';
import { mapByName } from '#main/pms/map-by-name';
import type { ProvisioningWorker } from '#main/provisioning/worker';
import type { Transaction } from '#main/storage/store';
import { record } from '#main/timeline/record';
import type { Temporal } from 'temporal-polyfill';
import type { FoundLock, LockDriver } from '#main/locks/lock-driver';
import type { LockSystems } from '#main/locks/lock-system';
import { absentDriver } from '#main/locks/absent-driver';
import { oneAtATime } from '#main/locks/one-at-a-time';
import { noteCause } from './lock-state.ts';
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
  /** The lock system, by its name. */
  readonly system: string;
  readonly setupCode: string;
  readonly address: string | null;
  /** What kind of door a lock's name stands for; null: a private room. */
  readonly typeOf: (lockName: string) => DoorType | null;
}

export interface GatewayParts {
  readonly systems: LockSystems;
  readonly worker: ProvisioningWorker;
  /** How often what a whole lock holds is compared with what it should. */
  readonly auditEvery: Temporal.Duration;
  /** How often each lock is asked for a sign of life; the monitor's own pace when left out. */
  readonly probeEvery?: Temporal.Duration;
}

export async function openGateways(base: Base, parts: GatewayParts): Promise<Gateways> {
  const { systems, worker, ...pace } = parts;
  const drivers = new Map<GatewayId, LockDriver>();
  const monitors: GatewayMonitor[] = [];

  const take = (gateway: Gateway, driver: LockDriver): GatewayMonitor => {
    drivers.set(gateway.id, driver);
    const monitor = startMonitor(base, { gateway, driver, ...pace, onBack: (id) => worker.lockIsBack(id) });
    monitors.push(monitor);
    worker.addGateway(gateway.id, driver, (lockId, answered) => monitor.tried(lockId, answered));
    return monitor;
  };
  for (const gateway of await base.store.read((view) => view.all('gateways'))) {
    const { driver, offlineBecause } = driverOf(base, systems, gateway);
    await noteCause(base, gateway.id, offlineBecause);
    // Not awaited for long: a gateway that is down must not keep the desk from starting.
    const monitor = take(gateway, driver);
    const connecting = driver.connect().then((online) => monitor.connected(online));
    void connecting.catch((err: unknown) => base.log.warn({ err, gatewayId: gateway.id }, 'gateway not reached'));
  }

  return {
    async add(order, by) {
      const system = systems.get(order.system);
      if (system === undefined) throw new AppError('invalid-input', 'adding locks of a system that this build has not');
      const at = order.address === null ? {} : { at: addressOf(order.address) };
      const address = await system.commission({ setupCode: order.setupCode, ...at });
      const driver = oneAtATime(system.driverFor(address));
      await driver.connect();
      const found = await driver.locks();
      const gateway = await storeGateway(base, { order, address, found, by });
      take(gateway, driver);
      return { locks: found.length };
    },
    driverOf: (id) => drivers.get(id) ?? null,
    async stop() {
      await Promise.all(monitors.map((monitor) => monitor.stop()));
      await Promise.all([...drivers.values()].map((driver) => driver.close()));
    },
  };
}

/** By the system that the gateway was taken with, and by no other; none of it keeps the desk from starting. */
function driverOf(
  base: Base,
  systems: LockSystems,
  gateway: Gateway,
): { readonly driver: LockDriver; readonly offlineBecause: Gateway['offlineBecause'] } {
  const system = systems.get(gateway.driver);
  if (system === undefined) {
    base.log.error({ gatewayId: gateway.id, driver: gateway.driver }, 'no such lock system in this build');
    return { driver: absentDriver(`no lock system ${gateway.driver} in this build`), offlineBecause: 'system-unknown' };
  }
  try {
    return { driver: oneAtATime(system.driverFor(gateway.address)), offlineBecause: null };
  } catch (err) {
    base.log.error({ err, gatewayId: gateway.id }, 'the lock system cannot speak to this gateway');
    const isUnknown = err instanceof AppError && err.code === 'not-found';
    if (isUnknown) return { driver: absentDriver('not paired with this Portal'), offlineBecause: 'not-paired' };
    return { driver: absentDriver('the lock controller cannot be read'), offlineBecause: 'controller-unreadable' };
  }
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
  readonly found: readonly FoundLock[];
  readonly by: Actor;
}

async function storeGateway(base: Base, added: NewGateway): Promise<Gateway> {
  const now = base.clock.now();
  const gateway: Gateway = {
    id: base.random.id() as GatewayId,
    name: added.order.name,
    driver: added.order.system,
    address: added.address,
    online: 'online',
    onlineSince: now,
    offlineBecause: null,
    clock: null,
  };
  await base.store.transact(async (transaction) => {
    await forgetAddress(transaction, gateway);
    await transaction.put('gateways', gateway);
    for (const lock of added.found) await storeLock(transaction, base, { gateway, lock, added });
    await mapByName(transaction, base, await transaction.all('spaces'));
  });
  return gateway;
}

/**
 * A lock system that lost what it kept gives its addresses out anew. What one led to before is not the gateway that it leads to now:
 * two records would write into the same locks, each against the other, or one into the locks of another gateway.
 */
async function forgetAddress(transaction: Transaction, { id, driver, address }: Gateway): Promise<void> {
  const known: readonly Gateway[] = await transaction.all('gateways');
  const before = known.filter(
    (each) => each.offlineBecause === 'not-paired' && each.driver === driver && each.address === address,
  );
  for (const each of before) await transaction.put('gateways', { ...each, address: `${address}, before ${id}` });
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
    foreign: [],
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
