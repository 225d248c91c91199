import { Temporal } from 'temporal-polyfill';
import { plus, type InstantText } from '#domain/time/time';

/** Between two sends by hand of one key to one person over one channel. */
const shareLimit = Temporal.Duration.from({ minutes: 3 });

export type ShareAllowed = { readonly allowed: true } | { readonly allowed: false; readonly at: InstantText };

/** @param lastSentAt The last send by hand for the same key, person and channel; null: none yet. */
export function shareAllowedAt(lastSentAt: InstantText | null, now: InstantText): ShareAllowed {
  if (lastSentAt === null) return { allowed: true };
  const at = plus(lastSentAt, shareLimit);
  return now >= at ? { allowed: true } : { allowed: false, at };
}
