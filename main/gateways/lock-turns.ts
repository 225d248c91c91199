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

  /** It is to be asked at the next look. */
  next(id: LockId): void {
    this.#since.delete(id);
  }

  /** So are all. */
  everyone(): void {
    this.#since.clear();
  }
}
