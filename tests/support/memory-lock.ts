import { opensAt } from '#domain/key/access-window';
import type { LockContent } from '#domain/locks/lock-entry';
import type { ZoneName } from '#domain/time/time';
import type { Clock } from '#main/ports/clock';

export interface Held {
  readonly kind: LockContent['kind'];
  readonly window: LockContent['window'] | null;
  readonly code: string | null;
  /** Programmed at the lock itself. */
  readonly foreign: boolean;
  /** Opens at any time: what was programmed at the lock, and everything on a lock that keeps no windows. */
  readonly always: boolean;
}

/** One lock of the building; written to in steps as a real one is: the person, the window, the code. */
export class MemoryLock {
  /** By name; on a lock without names by the number of the place. */
  readonly people = new Map<string, Held>();
  /** What its maker's cloud believes to be on it; null: there is no cloud. */
  cloud: Map<string, Held> | null = null;
  online = true;
  full = false;
  /** Seconds until a command that was done is answered. */
  answersAfter = 0;
  /** How many credentials it holds, and says that it does. */
  places = 50;
  /** How many it really takes where that is not so many. */
  reallyTakes = Number.POSITIVE_INFINITY;
  /** Whether it takes the UIDs of cards. */
  takesCards = false;
  /** Seconds that each call hangs before anything is done. */
  takes = 0;
  /** The call at hand came while nobody heard it. */
  missed = false;
  /** The driver's own word for why the lock refuses whatever is written; null: it takes it. */
  refuses: string | null = null;

  forget(): void {
    this.people.clear();
  }

  /** What the driver is told that it holds. */
  get told(): ReadonlyMap<string, Held> {
    return this.cloud ?? this.people;
  }

  get isFull(): boolean {
    return this.full || this.people.size >= Math.min(this.places, this.reallyTakes);
  }

  set(place: string, held: Held): void {
    this.people.set(place, held);
    this.cloud?.set(place, held);
  }

  delete(place: string): void {
    this.people.delete(place);
    this.cloud?.delete(place);
  }

  /** The lowest number that nobody has. */
  freePlace(): string {
    let place = 1;
    while (this.people.has(String(place))) place += 1;
    return String(place);
  }

  /** Undoes every fault but a missing radio. */
  mend(): void {
    this.full = false;
    this.answersAfter = 0;
    this.refuses = null;
  }

  /** What it would do for somebody at the door, now. */
  opens(code: string, zone: ZoneName, clock: Pick<Clock, 'now'>, kind: LockContent['kind'] = 'pin'): boolean {
    return [...this.people.values()].some(
      (held) =>
        held.kind === kind &&
        held.code === code &&
        (held.always || (held.window !== null && opensAt(held.window, zone, clock.now()))),
    );
  }
}
