import { hasNotCome } from '#domain/time/clock-doubt';
import { plus, type InstantText } from '#domain/time/time';
import { Temporal } from 'temporal-polyfill';

/** A one-time code not used within this time is no way in any more: it lay on a slip of paper. */
const goodFor = Temporal.Duration.from({ hours: 7 * 24 });

export function codeGoodUntil(now: InstantText): InstantText {
  return plus(now, goodFor);
}

/** Not one that was made at a time that has not come: it would lie about for as long as the clock was wrong. */
export function isCodeGood(until: InstantText, now: InstantText): boolean {
  return until > now && !hasNotCome(plus(until, goodFor.negated()), now);
}
