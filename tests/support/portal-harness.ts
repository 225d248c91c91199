import type { KeycardServices } from '#api/keycards';
import type { DoorServices, KeyServices } from '#api/services';
import { desiredForKey } from '#domain/locks/desired-access';
import type { LockLimits } from '#domain/house/door';
import type { CredentialId } from '#domain/ids';
import type { Key } from '#domain/key/key';
import type { LockWindow } from '#domain/key/access-window';
import type { LockEntry } from '#domain/locks/lock-entry';
import { defaultSettings, propertySettings, type PropertySettings } from '#domain/house/settings';
import { zoneName } from '#domain/time/time';
import type { Base } from '#main/base';
import { doorsService } from '#main/doors/doors-service';
import { keycardService } from '#main/keycards/keycard-service';
import { startKeyClock, type KeyClock } from '#main/keys/key-clock';
import { keysService } from '#main/keys/keys-service';
import { loadSituation } from '#main/settling/load-situation';
import { openGateways, type Gateways } from '#main/gateways/gateways';
import { HouseClock } from '#main/ports/house-clock';
import type { PmsSource } from '#main/pms/pms-source';
import { startPoller, type Poller } from '#main/pms/poller';
import { startWorker, type ProvisioningWorker } from '#main/provisioning/worker';
import { openMemoryStore } from '#main/storage/memory-store';
import type { Store, View } from '#main/storage/store';
import { Temporal } from 'temporal-polyfill';
import { Mains } from './mains.ts';
import { ManualClock } from './manual-clock.ts';
import { MemoryBuilding } from './memory-building.ts';
import { pmsRecord, sourceOf } from './pms-sources.ts';
import { MemoryPms } from './memory-pms.ts';
import { SeededRandom } from './seeded-random.ts';
import { SkewedClock } from './skewed-clock.ts';
import { sharedStore } from './shared-store.ts';
import { silentLog } from './silent-log.ts';

const zone = zoneName.parse('Europe/Lisbon');
const portal = { kind: 'portal' as const };

export interface HotelPlan {
  readonly rooms: readonly string[];
  /** Doors that every room's key opens too. */
  readonly commonDoors?: readonly string[];
  /** False: its locks know doorcodes only. */
  readonly cardLocks?: boolean;
  /** What its locks can, where it is not the usual. */
  readonly locks?: Partial<LockLimits>;
  /** How many credentials a lock holds, where it is not 50. */
  readonly places?: Readonly<Record<string, number>>;
  readonly settings?: Partial<PropertySettings>;
  readonly seed?: number;
  /** Where the PMS is not like Mews. */
  readonly system?: Partial<PmsSource['system']>;
  /** False: a test asks the PMS itself, or not at all. */
  readonly polling?: boolean;
  /** How often locks are asked for a sign of life: a test over days asks seldom. */
  readonly probeEvery?: Temporal.Duration;
  readonly start?: string;
  /** True: the PC and the PMS have clocks of their own, which a test sets wrong. */
  readonly clocksApart?: boolean;
  /** True: other programs may use the store as well. */
  readonly isShared?: boolean;
}

/** The parts of Portal that run by themselves. */
interface Running {
  readonly base: Base;
  readonly worker: ProvisioningWorker;
  readonly gateways: Gateways;
  readonly keyClock: KeyClock;
  readonly poller: Poller | null;
}

/**
 * A hotel with locks, a PMS and one Portal, all in memory, under a clock that a test moves. The locks, the PMS and what was
 * committed outlive Portal: `powerCut` and `startPortal` are a kill -9 and the start after it.
 */
export class Hotel {
  readonly plan: HotelPlan;
  readonly clock: ManualClock;
  readonly random: SeededRandom;
  readonly building: MemoryBuilding;
  /** The PC's and the PMS's own clocks, where they are apart. */
  readonly pc: SkewedClock;
  readonly pmsClock: SkewedClock;
  readonly pms: MemoryPms;
  /** What Portal asks; another one before it starts, where a test has a PMS of its own. */
  source: PmsSource;
  readonly disk: Store;
  mains = new Mains();
  #running: Running | null = null;

  constructor(plan: HotelPlan) {
    this.plan = plan;
    // The work of every transaction runs twice, and one with an effect of its own shows.
    const runs = process.env['PORTAL_RUN_TWICE'] === undefined ? 'once' : 'twice';
    const disk = openMemoryStore({ runs });
    this.disk = plan.isShared === true ? sharedStore(disk) : disk;
    this.clock = new ManualClock(plan.start ?? '2026-11-23T14:00:00Z', () => this.mains.rest());
    this.random = new SeededRandom(plan.seed ?? 1);
    const names = [...plan.rooms, ...(plan.commonDoors ?? [])];
    const cards = plan.cardLocks !== false;
    this.building = new MemoryBuilding(names, zone, this.clock, { cards, ...plan.locks });
    for (const [name, places] of Object.entries(plan.places ?? {})) this.building.lock(name).places = places;
    this.pc = new SkewedClock(this.clock);
    this.pmsClock = new SkewedClock(this.clock);
    this.pms = new MemoryPms(plan.rooms, zone, this.pmsClock);
    this.source = sourceOf('mews', this.pms, plan.system);
    this.building.step = () => this.mains.step();
  }

  get #portal(): Running {
    if (this.#running === null) throw new Error('Portal is not running');
    return this.#running;
  }

  get base(): Base {
    return this.#portal.base;
  }

  get gateways(): Gateways {
    return this.#portal.gateways;
  }

  get keys(): KeyServices {
    return keysService(this.base);
  }

  get keycards(): KeycardServices {
    return keycardService(this.base);
  }

  get doors(): DoorServices {
    return doorsService(this.base, this.#portal.gateways);
  }

  /** On the same disk, locks and PMS. @param steps How far it gets before the power is cut. */
  async startPortal(steps?: number): Promise<void> {
    this.mains = new Mains(steps);
    const { random } = this;
    const house = new HouseClock(this.pc, () => Date.parse(this.clock.now()));
    const clocks = this.plan.clocksApart === true ? { clock: house, witness: house } : { clock: this.clock };
    const base: Base = { store: this.mains.store(this.disk), ...clocks, random, log: silentLog };
    const worker = await startWorker(base);
    const gateways = await openGateways(base, {
      systems: new Map([['matter', this.building.system()]]),
      worker,
      auditEvery: Temporal.Duration.from({ hours: 6 }),
      ...(this.plan.probeEvery === undefined ? {} : { probeEvery: this.plan.probeEvery }),
    });
    const isNew = (await this.disk.read((view) => view.all('gateways'))).length === 0;
    if (isNew) await this.#setUp(base, gateways);
    const poller = this.plan.polling === false ? null : startPoller(base, this.source);
    this.#running = { base, worker, gateways, keyClock: startKeyClock(base), poller };
    await this.mains.rest();
  }

  /** kill -9, or the plug: nothing more is done by the Portal that ran. */
  async powerCut(): Promise<void> {
    this.mains.cut();
    await this.mains.rest();
  }

  async stopPortal(): Promise<void> {
    const { poller, keyClock, worker, gateways } = this.#portal;
    this.#running = null;
    await poller?.stop();
    await keyClock.stop();
    await worker.stop();
    await gateways.stop();
  }

  /** Lets time pass, everything in it happening at its own moment. */
  async after(duration: Temporal.DurationLike): Promise<void> {
    await this.clock.advance(duration);
    await this.mains.rest();
  }

  async syncNow(): Promise<void> {
    await this.#portal.poller?.syncNow();
    await this.mains.rest();
  }

  /** @returns the stay's id. From today 15:00 for two nights unless told otherwise. */
  book(
    room: string | null,
    guest: string,
    dates: { readonly arrival?: string; readonly departure?: string } = {},
  ): string {
    return this.pms.book({ room, guest, arrival: '2026-11-23T15:00Z', departure: '2026-11-25T11:00Z', ...dates });
  }

  /** A guest arrives at the desk and is checked in at the PMS. @returns the stay's id. */
  checkIn(room: string, guest: string, dates: { readonly departure?: string } = {}): string {
    const id = this.book(room, guest, dates);
    this.pms.checkIn(id);
    return id;
  }

  /** What a guest who types their code sees; false also while they have none. */
  async opens(door: string, guest: string): Promise<boolean> {
    const code = await this.codeOf(guest);
    return code !== null && this.building.lock(door).opens(code, zone, this.clock);
  }

  async keyOf(guest: string): Promise<Key> {
    const found = (await this.allKeys()).find(({ people }) =>
      people.some(({ firstName, lastName }) => `${firstName} ${lastName}` === guest),
    );
    if (found === undefined) throw new RangeError(`${guest} has no key`);
    return found;
  }

  async codeOf(guest: string): Promise<string | null> {
    return (await this.keyOf(guest)).people[0]?.doorcode?.code ?? null;
  }

  allKeys(): Promise<readonly Key[]> {
    return this.disk.read((view) => view.all('keys'));
  }

  entries(): Promise<readonly LockEntry[]> {
    return this.disk.read((view) => view.all('entries'));
  }

  async entryAt(door: string, guest: string): Promise<LockEntry | null> {
    const [{ id }, entries] = await Promise.all([this.keyOf(guest), this.entries()]);
    const lock = (await this.disk.read((view) => view.all('locks'))).find(({ name }) => name === door);
    return entries.find(({ keyId, lockId }) => keyId === id && lockId === lock?.id) ?? null;
  }

  async alerts(): Promise<readonly string[]> {
    return (await this.disk.read((view) => view.all('alerts'))).map(({ kind }) => kind);
  }

  async doorNamed(name: string) {
    const door = (await this.disk.read((view) => view.all('doors'))).find((each) => each.name === name);
    if (door === undefined) throw new RangeError(`no door ${name}`);
    return door;
  }

  /** What every lock really holds: `204 482913 from/to`, in order. */
  held(): readonly string[] {
    return [...this.building.locks]
      .flatMap(([name, lock]) => [...lock.people.values()].map((held) => lineOf(name, held)))
      .toSorted();
  }

  /** What every lock should hold by the rules, computed anew from the keys. */
  async wanted(): Promise<readonly string[]> {
    const names = new Map((await this.disk.read((view) => view.all('locks'))).map(({ id, name }) => [id, name]));
    const now = this.clock.now();
    const keys = await this.allKeys();
    const lines = await this.disk.read(async (view) => {
      const found: string[] = [];
      for (const key of keys) {
        const around = await loadSituation(view, key, now);
        const limits = new Map([...around.locks].map(([id, { limits: each }]) => [id, each]));
        const cards = await uidsOf(view, key);
        const { entries } = desiredForKey({ ...around, limits, cards });
        found.push(...entries.map(({ lockId, content }) => lineOf(names.get(lockId) ?? '?', content)));
      }
      return found;
    });
    return lines.toSorted();
  }

  async #setUp(base: Base, gateways: Gateways): Promise<void> {
    const now = this.clock.now();
    await base.store.transact(async (transaction) => {
      const settings = { ...defaultSettings, id: 'property', version: 0, name: 'Seaview', zone, pollSeconds: 2 };
      await transaction.put('settings', propertySettings.parse({ ...settings, ...this.plan.settings }));
      await transaction.put('pms', pmsRecord('mews', now));
    });
    const common = this.plan.commonDoors ?? [];
    const typeOf = (name: string) => (common.includes(name) ? ('common-area' as const) : ('private-room' as const));
    await gateways.add({ name: 'Building', system: 'matter', setupCode: '34970112332', address: null, typeOf }, portal);
    await base.store.transact(async (transaction) => {
      const doors = await transaction.all('doors');
      const linkedDoorIds = doors.filter(({ name }) => common.includes(name)).map(({ id }) => id);
      const rooms = doors.filter(({ name }) => !common.includes(name));
      for (const room of rooms) await transaction.put('doors', { ...room, linkedDoorIds });
    });
  }
}

export async function openHotel(plan: HotelPlan): Promise<Hotel> {
  const hotel = new Hotel(plan);
  await hotel.startPortal();
  return hotel;
}

/** By the stock alone: the UIDs of the cards that the key holds and that may open. */
async function uidsOf(view: View, key: Key): Promise<ReadonlyMap<CredentialId, string>> {
  const cards = await view.find('keycards', 'key', { value: key.id });
  return new Map(
    cards.flatMap(({ state, uid, holder }) =>
      state !== 'assigned' || uid === null || holder === null ? [] : [[holder.credentialId, uid]],
    ),
  );
}

interface HeldLine {
  readonly code: string | null;
  readonly window: LockWindow | null;
}

function lineOf(lock: string, { code, window }: HeldLine): string {
  return `${lock} ${code ?? 'no code'} ${window === null ? 'no window' : `${window.from} to ${window.to}`}`;
}
