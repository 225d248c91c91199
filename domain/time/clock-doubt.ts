import { Temporal } from 'temporal-polyfill';
import type { InstantText } from './time.ts';

/** What another clock says: a PMS tells its time with every round. */
export interface ClockWord {
  /** Whose clock it is, for ever the same: `pms/mews`. */
  readonly from: string;
  /** How far it is ahead of this PC, in milliseconds; negative: behind. */
  readonly aheadMs: number;
}

/** Two clocks disagree by minutes. */
export interface ClockDoubt {
  /** Who says something else than the PC. */
  readonly from: string;
  /** How far that clock is ahead of the PC's, in milliseconds. */
  readonly aheadMs: number;
  /** Which of the two is wrong, where a third clock tells. */
  readonly wrong: 'pc' | 'other' | 'unknown';
}

/** Clocks that differ by less agree: the way of an answer, and clocks that nobody sets. Two minutes, in milliseconds. */
export const clockTolerance = 2 * 60_000;

/** What the house takes for the time, as the distance to the PC's clock. */
export interface HouseTime {
  /** Added to the PC's clock, in milliseconds. */
  readonly offsetMs: number;
  readonly doubt: ClockDoubt | null;
}

/**
 * Which time it is for the rules of the house. Where two clocks agree it is theirs. Where the PC and another one disagree, and
 * nobody else says anything, it is the earlier of the two: access ends when every clock says that it is over.
 */
export function houseTime(words: readonly ClockWord[]): HouseTime {
  const apart = words.filter(({ aheadMs }) => !isNear(aheadMs, 0));
  const [first] = apart.toSorted((one, other) => one.aheadMs - other.aheadMs);
  if (first === undefined) return { offsetMs: 0, doubt: null };
  if (apart.length < words.length) return { offsetMs: 0, doubt: { ...first, wrong: 'other' } };
  const ally = apart.find((each) => apart.some((other) => other !== each && isNear(each.aheadMs, other.aheadMs)));
  if (ally !== undefined) return { offsetMs: ally.aheadMs, doubt: { ...ally, wrong: 'pc' } };
  return { offsetMs: Math.min(0, first.aheadMs), doubt: { ...first, wrong: 'unknown' } };
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= clockTolerance;
}

/**
 * Whether what is stored says that it happened later than now, by more than clocks that agree may differ. A wrong clock wrote it:
 * it is no knowledge.
 */
export function hasNotCome(happened: InstantText, now: InstantText): boolean {
  return aheadBy(happened, now) > clockTolerance;
}

/** How far one clock is ahead of another, in milliseconds. */
export function aheadBy(theirs: InstantText, ours: InstantText): number {
  return Temporal.Instant.from(theirs).epochMilliseconds - Temporal.Instant.from(ours).epochMilliseconds;
}
