import type { LockRef } from '#domain/house/door';
import type { LockErrorKind } from '#domain/locks/lock-entry';
import type {
  CallOptions,
  ListResult,
  Probe,
  PutOrder,
  Readback,
  RemoveOrder,
  WriteResult,
} from '#main/locks/lock-driver';
import type { Held, MemoryLock } from './memory-lock.ts';

/** What the calls need of the building that the locks are in. */
interface Around {
  readonly byPlace: boolean;
  readonly connected: boolean;
  readonly connectsAfter: number;
}

/** `step` runs after each thing that is changed at the lock. */
type Call = CallOptions & { readonly step: () => Promise<void> };

/** What a driver does at a lock in memory; null: a lock that is not there. */
export class MemoryLockCalls {
  readonly #building: Around;

  constructor(building: Around) {
    this.#building = building;
  }

  async put(lock: MemoryLock | null, order: PutOrder, { timeoutMs, step }: Call): Promise<WriteResult> {
    if (lock === null) return noSuchLock;
    if (!this.reaches(lock)) return this.#unheard(lock);
    if (lock.refuses !== null) return refused('rejected', lock.refuses);
    const { content } = order;
    const place = this.#placeOf(order);
    if (place === null || Number(place) > lock.places) return refused('bad-value', 'no such place');
    const present = lock.people.get(place);
    const others = [...lock.people].filter(([other]) => other !== place);
    const { kind } = content;
    if (kind === 'card' && !lock.takesCards) return refused('unsupported', 'no card reader');
    if (!values[kind].test(content.code)) return refused('bad-value', 'length');
    if (others.some(([, held]) => held.kind === kind && held.code === content.code)) {
      return refused('duplicate', 'code in use');
    }
    if (present === undefined && lock.isFull) return refused('no-space', 'full');

    const isThere = present?.kind === kind && present.code === content.code;
    const own = { foreign: false, always: content.window === null };
    const steps: readonly Held[] = [
      { kind: present?.kind ?? kind, window: present?.window ?? null, code: present?.code ?? null, ...own },
      { kind, window: content.window, code: isThere ? content.code : null, ...own },
      { ...content, ...own },
    ];
    let elapsedMs = 0;
    for (const each of steps) {
      lock.set(place, each);
      await step();
      elapsedMs += lock.answersAfter * 1000;
      // The answer that would come too late is the last that is waited for: what follows is not sent.
      const nextAnswerMs = elapsedMs + lock.answersAfter * 1000;
      if (nextAnswerMs > timeoutMs) return { outcome: 'unknown', ref: refOf(place), cause: 'no answer in time' };
    }
    return { outcome: 'confirmed', ref: refOf(place) };
  }

  async remove(lock: MemoryLock | null, order: RemoveOrder, { timeoutMs, step }: Call): Promise<WriteResult> {
    if (lock === null) return noSuchLock;
    if (!this.reaches(lock)) return this.#unheard(lock);
    if (lock.refuses !== null) return refused('rejected', lock.refuses);
    const place = this.#placeOf(order);
    if (place !== null && (this.#building.byPlace || lock.people.get(place)?.foreign === false)) lock.delete(place);
    await step();
    const isLate = lock.answersAfter * 1000 > timeoutMs;
    return isLate ? { outcome: 'unknown', ref: null, cause: 'no answer in time' } : { outcome: 'confirmed', ref: null };
  }

  read(lock: MemoryLock | null, order: RemoveOrder): Readback {
    if (lock === null) return noSuchLock;
    if (!this.#tells(lock)) return { outcome: 'no-answer', cause: 'no answer' };
    const place = this.#placeOf(order);
    const held = place === null ? undefined : lock.told.get(place);
    if (place === null || held === undefined || (held.foreign && !this.#building.byPlace)) return { outcome: 'empty' };
    const complete = (held.always || held.window !== null) && held.code !== null;
    // Like a Matter lock, it never tells a code.
    return { outcome: 'present', ref: refOf(place), code: null, window: held.window, complete };
  }

  list(lock: MemoryLock | null): ListResult {
    if (lock === null) return noSuchLock;
    if (!this.#tells(lock)) return { outcome: 'no-answer', cause: 'no answer' };
    const entries = [...lock.told].map(([name, { window, code, kind, foreign }]) => ({
      ref: refOf(name),
      tag: foreign || this.#building.byPlace ? null : name,
      name,
      credentials: code === null ? [] : [kind],
      window,
    }));
    return { outcome: 'listed', entries };
  }

  probe(lock: MemoryLock | null): Probe {
    const online = lock !== null && this.reaches(lock);
    return online ? { outcome: 'online', battery: 80 } : { outcome: 'offline', cause: 'no answer' };
  }

  /** Its maker's cloud speaks for a lock that is away. */
  #tells(lock: MemoryLock): boolean {
    return lock.cloud === null ? this.reaches(lock) : this.#building.connected;
  }

  #unheard(lock: MemoryLock): WriteResult {
    if (lock.cloud !== null && this.#building.connected)
      return refused('lock-offline', 'the cloud does not reach the lock');
    return { outcome: 'unknown', ref: null, cause: 'no answer' };
  }

  /** Where an order is for; null: nowhere on this lock. */
  #placeOf({ tag, ref }: RemoveOrder): string | null {
    return this.#building.byPlace ? ref : tag;
  }

  reaches(lock: MemoryLock): boolean {
    return this.#building.connected && this.#building.connectsAfter === 0 && lock.online && !lock.missed;
  }
}

const values = { pin: /^\d{4,10}$/, card: /^([\da-f]{2}){4,10}$/ } as const;

const noSuchLock = refused('no-such-lock', 'no such lock');

function refused(kind: LockErrorKind, native: string) {
  return { outcome: 'failed' as const, error: { kind, native } };
}

export function refOf(tag: string): LockRef {
  return tag as LockRef;
}
