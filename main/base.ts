import type { Clock } from './ports/clock.ts';
import type { ClockWitness } from './ports/house-clock.ts';
import type { Log } from './ports/log.ts';
import type { Random } from './ports/random.ts';
import type { Store } from './storage/store.ts';

/** What every service stands on. */
export interface Base {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Listens to other clocks than the PC's; absent where a test moves the one clock there is. */
  readonly witness?: ClockWitness;
}
