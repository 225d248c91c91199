import { AppError } from '#domain/failure';
import type { LockLimits, LockRef } from '#domain/house/door';
import type { LockContent } from '#domain/locks/lock-entry';
import type { ZoneName } from '#domain/time/time';
import type { LockSystem } from '#main/locks/lock-system';
import type { ClockAnswer, FoundLock, LockDriver, LockEvent } from '#main/locks/lock-driver';
import type { Clock } from '#main/ports/clock';
import { Temporal } from 'temporal-polyfill';
import { CallWatch } from './call-watch.ts';
import { MemoryLock } from './memory-lock.ts';
import { MemoryLockCalls, refOf } from './memory-lock-calls.ts';
import type { Held } from './memory-lock.ts';

/**
 * Locks in memory, kept to the contract of LockDriver by the same suite as Matter's: for tests that move the clock over
 * days, or that need a hundred doors.
 */
export class MemoryBuilding {
  readonly locks: ReadonlyMap<string, MemoryLock>;
  readonly zone: ZoneName;
  readonly clock: Clock;
  readonly #listeners = new Set<(event: LockEvent) => void>();
  readonly #calls = new MemoryLockCalls(this);
  #watch: CallWatch | null = null;
  connected = true;
  /** Seconds until a driver has found its way to the locks; the gateway itself answers before. */
  connectsAfter = 0;
  /** What a driver reads of the locks' clock once it has set it. */
  clockAnswer: ClockAnswer = { outcome: 'read', offBySeconds: 0 };
  /** Runs before each call reaches a lock, and after each thing that it changed there: a test cuts the power here. */
  step: () => Promise<void> = async () => undefined;

  /** What its locks can, where it is not what `usual` says. */
  readonly abilities: Partial<LockLimits>;

  constructor(names: readonly string[], zone: ZoneName, clock: Clock, abilities: Partial<LockLimits> = {}) {
    this.abilities = abilities;
    this.locks = new Map(names.map((name) => [name, newLock(abilities)]));
    this.zone = zone;
    this.clock = clock;
  }

  lock(name: string): MemoryLock {
    const lock = this.locks.get(name);
    if (lock === undefined) throw new RangeError(`no lock ${name}`);
    return lock;
  }

  /** A lock that has to be polled says nothing. */
  say(event: LockEvent): void {
    if (this.abilities.news === 'poll' && event.kind !== 'gateway') return;
    for (const listener of this.#listeners) listener(event);
  }

  setRadio(name: string, online: boolean): void {
    this.lock(name).online = online;
    this.say({ kind: 'lock', address: name, online });
  }

  /** How long a call to this lock takes, answered or not. */
  hangsFor(name: string, seconds: number): void {
    this.lock(name).takes = seconds;
  }

  /** Notes the calls from now on. */
  watch(): CallWatch {
    this.#watch = new CallWatch();
    return this.#watch;
  }

  /** The gateway's cable. */
  setGateway(connected: boolean): void {
    this.connected = connected;
    this.say({ kind: 'gateway', online: connected });
  }

  /** Somebody programs a code at the lock itself. */
  program(name: string, person: string, code: string): void {
    const lock = this.lock(name);
    const place = this.byPlace ? lock.freePlace() : person;
    lock.people.set(place, { kind: 'pin', window: null, code, foreign: true, always: true });
    this.say({ kind: 'changed', address: name });
  }

  /** And takes it away again. */
  unprogram(name: string, person: string): void {
    this.lock(name).people.delete(person);
    this.say({ kind: 'changed', address: name });
  }

  /** What a Portal whose records are lost once wrote. */
  leaveBehind(name: string, tag: string, code: string): void {
    this.lock(name).people.set(tag, { kind: 'pin', window: null, code, foreign: false, always: false });
    this.say({ kind: 'changed', address: name });
  }

  keypad(name: string, code: string): boolean {
    return this.#present(name, 'pin', code);
  }

  /** Somebody holds a card to the lock. @param uid Lower-case hexadecimal. */
  card(name: string, uid: string): boolean {
    return this.#present(name, 'card', uid);
  }

  get byPlace(): boolean {
    return this.abilities.recognisedBy === 'place';
  }

  #present(name: string, kind: LockContent['kind'], code: string): boolean {
    const lock = this.lock(name);
    const opened = lock.opens(code, this.zone, this.clock, kind);
    const whose = [...lock.people].find(([, held]) => held.kind === kind && held.code === code);
    this.say({ kind: 'used', address: name, ...this.#nameOf(whose), opened, at: this.clock.now() });
    return opened;
  }

  /** A lock with names tells whose it was; one without, only where. */
  #nameOf([place, held]: readonly [string, Held] | [] = []): {
    readonly tag: string | null;
    readonly ref: LockRef | null;
  } {
    const isNobody = place === undefined || held?.foreign === true;
    if (this.byPlace) return { tag: null, ref: place === undefined ? null : refOf(place) };
    return { tag: isNobody ? null : place, ref: null };
  }

  /** As the lock system whose only gateway this is, at the address `building`. */
  system(): LockSystem {
    return {
      commission: async () => 'building',
      driverFor: (address) => {
        if (address !== 'building') throw new AppError('not-found', 'looking for a gateway');
        return this.driver();
      },
      close: async () => undefined,
    };
  }

  /** @param step As `step`, for the calls of one program. */
  driver(parallel = 4, step: () => Promise<void> = () => this.step()): LockDriver {
    const call = async <Answer>(
      what: string,
      address: string,
      answer: (lock: MemoryLock | null) => Answer | Promise<Answer>,
    ): Promise<Answer> => {
      const ended = this.#watch?.began(what, address);
      await step();
      const lock = this.locks.get(address) ?? null;
      const hangs = what === 'probe' ? 0 : (lock?.takes ?? 0);
      const isHeard = lock === null || this.#calls.reaches(lock);
      if (hangs > 0) await this.clock.wait(Temporal.Duration.from({ seconds: hangs }));
      if (!isHeard && lock !== null) lock.missed = true;
      const answered = await answer(lock);
      if (lock !== null) lock.missed = false;
      ended?.();
      return answered;
    };
    return {
      parallel,
      connect: async () => {
        if (this.connectsAfter > 0) await this.clock.wait(Temporal.Duration.from({ seconds: this.connectsAfter }));
        this.connectsAfter = 0;
        return this.connected;
      },
      close: async () => undefined,
      locks: async () =>
        [...this.locks].map(([name, { takesCards, places }]): FoundLock => {
          const limits = { ...usual, ...this.abilities, places, cards: takesCards };
          return { address: name, name, limits };
        }),
      answers: async () => this.connected,
      setClock: async () => (this.connected ? this.clockAnswer : { outcome: 'no-answer', cause: 'no answer' }),
      put: (order, options) => call('put', order.address, (lock) => this.#calls.put(lock, order, { ...options, step })),
      remove: (order, options) =>
        call('remove', order.address, (lock) => this.#calls.remove(lock, order, { ...options, step })),
      read: (order) => call('read', order.address, (lock) => this.#calls.read(lock, order)),
      list: (address) => call('list', address, (lock) => this.#calls.list(lock)),
      probe: (address) => call('probe', address, (lock) => this.#calls.probe(lock)),
      on: (listener) => {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
      },
    };
  }
}

const usual: Omit<LockLimits, 'cards' | 'places'> = {
  codeLength: { min: 4, max: 10 },
  windows: 'dates-and-weekly',
  recognisedBy: 'tag',
  proof: 'lock',
  news: 'push',
  askEvery: 12,
  codes: 'chosen',
};

function newLock({ cards = false, places = 50, proof }: Partial<LockLimits>): MemoryLock {
  const lock = Object.assign(new MemoryLock(), { takesCards: cards, places });
  if (proof === 'cloud') lock.cloud = new Map();
  return lock;
}
