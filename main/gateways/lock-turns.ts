import type { Lock } from '#domain/house/door';
import type { LockId } from '#domain/ids';
import type { InstantText } from '#domain/time/time';
import type { Temporal } from 'temporal-polyfill';

/**
 * Whose turn it is to be asked for a sign of life: each lock as often as its driver says, so that one on battery sleeps, and
 * one that tells of itself is only asked when it was silent for that long.
 */
export class LockTurns {
  /** Since when each lock's time runs; a lock without an entry is asked at the next look. */
  readonly #since = new Map<LockId, number>();
  /** Locks whose last try got no answer. */
  readonly #silence = new Map<LockId, 'owed a try' | 'had it'>();
  readonly #everyMs: number | null;

  /** @param every For all locks instead of their own pace. */
  constructor(every?: Temporal.Duration) {
    this.#everyMs = every?.total('milliseconds') ?? null;
  }

  isDue({ id, limits }: Pick<Lock, 'id' | 'limits'>, now: InstantText): boolean {
    const since = this.#since.get(id);
    return since === undefined || Date.parse(now) - since >= (this.#everyMs ?? limits.askEvery * 1_000);
  }

  asked(id: LockId, now: InstantText): void {
    this.#since.set(id, Date.parse(now));
  }

  /** The lock told something by itself. What a lock that should be polled happens to tell saves it no question. */
  heard({ id, limits }: Pick<Lock, 'id' | 'limits'>, now: InstantText): void {
    if (limits.news === 'push' && this.#since.has(id)) this.#since.set(id, Date.parse(now));
  }

  /** It did not answer a try, or did: it is asked at the next look, and may be owed another try. */
  tried(id: LockId, answered: boolean): void {
    if (answered) this.#silence.delete(id);
    else {
      this.#since.delete(id);
      if (!this.#silence.has(id)) this.#silence.set(id, 'owed a try');
    }
  }

  /**
   * It answered a question. @returns true when it has not answered a try since it last answered one: then it is tried out of
   * turn, once. Some locks answer questions and no writes; those are tried by the schedule.
   */
  isOwedATry(id: LockId): boolean {
    const isOwed = this.#silence.get(id) === 'owed a try';
    if (isOwed) this.#silence.set(id, 'had it');
    return isOwed;
  }

  /** So are all. */
  everyone(): void {
    this.#since.clear();
  }
}
