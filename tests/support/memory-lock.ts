import { opensAt } from '#domain/key/access-window';
import type { LockContent } from '#domain/locks/lock-entry';
import type { ZoneName } from '#domain/time/time';
import type { Clock } from '#main/ports/clock';

export interface Held {
  readonly kind: LockContent['kind'];
  readonly window: LockContent['window'] | null;
  readonly code: string | null;
  readonly foreign: boolean;
}

/** One lock of the building; written to in steps as a real one is: the person, the window, the code. */
export class MemoryLock {
  readonly people = new Map<string, Held>();
  online = true;
  full = false;
  /** Seconds until a command that was done is answered. */
  answersAfter = 0;
  slots = 50;
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
        (held.foreign || (held.window !== null && opensAt(held.window, zone, clock.now()))),
    );
  }
}
