import type { LockContent, LockErrorKind, LockRef } from '#domain/locks/lock-entry';
import type { ZoneName } from '#domain/time/time';
import type {
  CallOptions,
  FoundLock,
  LockDriver,
  LockEvent,
  ListResult,
  Probe,
  PutOrder,
  Readback,
  RemoveOrder,
  WriteResult,
} from '#main/locks/lock-driver';
import type { Clock } from '#main/ports/clock';
import { Temporal } from 'temporal-polyfill';
import { CallWatch } from './call-watch.ts';
import { MemoryLock } from './memory-lock.ts';
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
  #watch: CallWatch | null = null;
  connected = true;
  /** Runs before each call reaches a lock, and after each thing that it changed there: a test cuts the power here. */
  step: () => Promise<void> = async () => undefined;

  constructor(names: readonly string[], zone: ZoneName, clock: Clock, takesCards = false) {
    this.locks = new Map(names.map((name) => [name, Object.assign(new MemoryLock(), { takesCards })]));
    this.zone = zone;
    this.clock = clock;
  }

  lock(name: string): MemoryLock {
    const lock = this.locks.get(name);
    if (lock === undefined) throw new RangeError(`no lock ${name}`);
    return lock;
  }

  say(event: LockEvent): void {
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
    this.lock(name).people.set(person, { kind: 'pin', window: null, code, foreign: true });
    this.say({ kind: 'changed', address: name });
  }

  /** What a Portal whose records are lost once wrote. */
  leaveBehind(name: string, tag: string, code: string): void {
    this.lock(name).people.set(tag, { kind: 'pin', window: null, code, foreign: false });
    this.say({ kind: 'changed', address: name });
  }

  keypad(name: string, code: string): boolean {
    return this.#present(name, 'pin', code);
  }

  /** Somebody holds a card to the lock. @param uid Lower-case hexadecimal. */
  card(name: string, uid: string): boolean {
    return this.#present(name, 'card', uid);
  }

  #present(name: string, kind: LockContent['kind'], code: string): boolean {
    const lock = this.lock(name);
    const opened = lock.opens(code, this.zone, this.clock, kind);
    const [tag = null] = [...lock.people].flatMap(([each, held]) =>
      held.kind === kind && held.code === code && !held.foreign ? [each] : [],
    );
    this.say({ kind: 'used', address: name, tag, opened, at: this.clock.now() });
    return opened;
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
      const isHeard = lock === null || this.#reaches(lock);
      if (hangs > 0) await this.clock.wait(Temporal.Duration.from({ seconds: hangs }));
      if (!isHeard && lock !== null) lock.missed = true;
      const answered = await answer(lock);
      if (lock !== null) lock.missed = false;
      ended?.();
      return answered;
    };
    return {
      parallel,
      connect: async () => this.connected,
      close: async () => undefined,
      locks: async () =>
        [...this.locks].map(([name, { takesCards }]): FoundLock => ({
          address: name,
          name,
          limits: { ...limits, cards: takesCards },
        })),
      put: (order, options) => call('put', order.address, (lock) => this.#put(lock, order, { ...options, step })),
      remove: (order, options) =>
        call('remove', order.address, (lock) => this.#remove(lock, order, { ...options, step })),
      read: (order) => call('read', order.address, (lock) => this.#read(lock, order)),
      list: (address) => call('list', address, (lock) => this.#list(lock)),
      probe: (address) => call('probe', address, (lock) => this.#probe(lock)),
      on: (listener) => {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
      },
    };
  }

  async #put(lock: MemoryLock | null, { tag, content }: PutOrder, { timeoutMs, step }: Call): Promise<WriteResult> {
    if (lock === null) return noSuchLock;
    if (!this.#reaches(lock)) return { outcome: 'unknown', ref: null, cause: 'no answer' };
    if (lock.refuses !== null) return refused('rejected', lock.refuses);
    const present = lock.people.get(tag);
    const others = [...lock.people].filter(([other]) => other !== tag);
    const { kind } = content;
    if (kind === 'card' && !lock.takesCards) return refused('unsupported', 'no card reader');
    if (!values[kind].test(content.code)) return refused('bad-value', 'length');
    if (others.some(([, held]) => held.kind === kind && held.code === content.code)) {
      return refused('duplicate', 'code in use');
    }
    if (present === undefined && (lock.full || lock.people.size >= lock.slots)) return refused('no-space', 'full');

    const isThere = present?.kind === kind && present.code === content.code;
    const steps: readonly Held[] = [
      { kind: present?.kind ?? kind, window: present?.window ?? null, code: present?.code ?? null, foreign: false },
      { kind, window: content.window, code: isThere ? content.code : null, foreign: false },
      { ...content, foreign: false },
    ];
    let elapsedMs = 0;
    for (const each of steps) {
      lock.people.set(tag, each);
      await step();
      elapsedMs += lock.answersAfter * 1000;
      // The answer that would come too late is the last that is waited for: what follows is not sent.
      const nextAnswerMs = elapsedMs + lock.answersAfter * 1000;
      if (nextAnswerMs > timeoutMs) return { outcome: 'unknown', ref: refOf(tag), cause: 'no answer in time' };
    }
    return { outcome: 'confirmed', ref: refOf(tag) };
  }

  async #remove(lock: MemoryLock | null, { tag }: RemoveOrder, { timeoutMs, step }: Call): Promise<WriteResult> {
    if (lock === null) return noSuchLock;
    if (!this.#reaches(lock)) return { outcome: 'unknown', ref: null, cause: 'no answer' };
    if (lock.refuses !== null) return refused('rejected', lock.refuses);
    if (lock.people.get(tag)?.foreign === false) lock.people.delete(tag);
    await step();
    const isLate = lock.answersAfter * 1000 > timeoutMs;
    return isLate ? { outcome: 'unknown', ref: null, cause: 'no answer in time' } : { outcome: 'confirmed', ref: null };
  }

  #read(lock: MemoryLock | null, { tag }: RemoveOrder): Readback {
    if (lock === null) return noSuchLock;
    if (!this.#reaches(lock)) return { outcome: 'no-answer', cause: 'no answer' };
    const held = lock.people.get(tag);
    if (held === undefined || held.foreign) return { outcome: 'empty' };
    const complete = held.window !== null && held.code !== null;
    // Like a Matter lock, it never tells a code.
    return { outcome: 'present', ref: refOf(tag), code: null, window: held.window, complete };
  }

  #list(lock: MemoryLock | null): ListResult {
    if (lock === null) return noSuchLock;
    if (!this.#reaches(lock)) return { outcome: 'no-answer', cause: 'no answer' };
    const entries = [...lock.people].map(([name, { window, code, kind, foreign }]) => ({
      ref: refOf(name),
      tag: foreign ? null : name,
      name,
      credentials: code === null ? [] : [kind],
      window,
    }));
    return { outcome: 'listed', entries };
  }

  #probe(lock: MemoryLock | null): Probe {
    const online = lock !== null && this.#reaches(lock);
    return online ? { outcome: 'online', battery: 80 } : { outcome: 'offline', cause: 'no answer' };
  }

  #reaches(lock: MemoryLock): boolean {
    return this.connected && lock.online && !lock.missed;
  }
}

type Call = CallOptions & { readonly step: () => Promise<void> };

const values = { pin: /^\d{4,10}$/, card: /^([\da-f]{2}){4,10}$/ } as const;

const limits: Omit<FoundLock['limits'], 'cards'> = {
  codeLength: { min: 4, max: 10 },
  slots: 50,
  windows: 'native',
  weekly: true,
};

const noSuchLock = refused('no-such-lock', 'no such lock');

function refused(kind: LockErrorKind, native: string) {
  return { outcome: 'failed' as const, error: { kind, native } };
}

function refOf(tag: string): LockRef {
  return tag as LockRef;
}
