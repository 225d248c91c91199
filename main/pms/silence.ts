import { aheadBy } from '#domain/time/clock-doubt';
import type { InstantText } from '#domain/time/time';
import type { Clock } from '#main/ports/clock';
import { Temporal } from 'temporal-polyfill';

/**
 * Waits until a PMS that was asked has said nothing at all for a while. One that answers page after page is busy, not silent; and a PC
 * whose clock is set meanwhile has not waited any longer for that.
 * @returns true when it is silent; false when `signal`, the end of the round, came before.
 */
export async function isSilent(
  clock: Clock,
  { after, heard }: { readonly after: Temporal.Duration; readonly heard: () => InstantText | null },
  signal: AbortSignal,
): Promise<boolean> {
  const patience = after.total('milliseconds');
  let last = heard();
  for (let left = patience; ;) {
    await clock.wait(Temporal.Duration.from({ milliseconds: Math.round(left) }), signal);
    if (signal.aborted) return false;
    const since = heard();
    if (since === null || since === last) return true;
    last = since;
    left = patience - Math.min(Math.max(aheadBy(clock.now(), since), 0), patience - 1);
  }
}
