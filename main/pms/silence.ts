import { plus, type InstantText } from '#domain/time/time';
import type { Clock } from '#main/ports/clock';
import type { Temporal } from 'temporal-polyfill';

/**
 * Waits until a PMS that was asked has said nothing at all for a while. One that answers page after page is busy, not silent.
 * @returns true when it is silent; false when `signal`, the end of the round, came before.
 */
export async function isSilent(
  clock: Clock,
  { after, heard }: { readonly after: Temporal.Duration; readonly heard: () => InstantText | null },
  signal: AbortSignal,
): Promise<boolean> {
  const begun = clock.now();
  for (let last = begun; ;) {
    await clock.until(plus(last, after), signal);
    if (signal.aborted) return false;
    const since = heard();
    if (since === null || since <= last) return true;
    last = since;
  }
}
