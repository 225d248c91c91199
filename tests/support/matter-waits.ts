import '#main/locks/drivers/matter/matter-settings';
import { Millis, StandardTime, Time } from '@matter/main';
import type { Duration, Timer } from '@matter/main';

/** How much sooner matter.js gives up a gateway that is known to be away: 10.7 s after its last try become 1.1. */
const SHORTER = 10;
/** A minute and more is how long a gateway may be silent without being gone; that stays. */
const LONG = 30_000;

class ShortWaits extends StandardTime {
  override getTimer(name: string, duration: Duration, callback: Timer.Callback) {
    return super.getTimer(name, duration < LONG ? Millis(duration / SHORTER) : duration, callback);
  }
}

const asItIs = Time.default;

/**
 * While nothing can answer, all that matter.js does is wait: between its tries, after the last one, before the next
 * connection. It goes through the same steps in a tenth of the time.
 */
export function matterWaits(which: 'as they are' | 'short'): void {
  Time.default = which === 'short' ? new ShortWaits() : asItIs;
}
