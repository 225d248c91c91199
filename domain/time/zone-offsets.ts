import { Temporal } from 'temporal-polyfill';
import { toInstantText } from './time.ts';
import type { InstantText, ZoneName } from './time.ts';

/** What a clock has to be told to go by a zone: the offset without daylight time, and when how much is added, from now on. */
export interface ZoneOffsets {
  /** Seconds from UTC. */
  readonly standard: number;
  /** In order of time, without gaps. */
  readonly daylight: readonly {
    /** Seconds, added to `standard`. */
    readonly offset: number;
    readonly from: InstantText;
    /** null: for as long as is known. */
    readonly until: InstantText | null;
  }[];
}

/**
 * @param pieces The most pieces that the clock remembers: the first is the one that runs now. A change that lies more than a year
 *   ahead is none yet.
 */
export function zoneOffsets(zone: ZoneName, now: InstantText, pieces: number): ZoneOffsets {
  const start = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  const lastYear = start.subtract({ years: 1 });
  const yearAhead = start.add({ years: 1 });
  const changes: Temporal.ZonedDateTime[] = [];
  for (let next = start.getTimeZoneTransition('next'); next !== null; next = next.getTimeZoneTransition('next')) {
    if (Temporal.ZonedDateTime.compare(next, yearAhead) > 0) break;
    changes.push(next);
  }
  const since = start.getTimeZoneTransition('previous');
  const isRecent = since !== null && Temporal.ZonedDateTime.compare(since, lastYear) > 0;
  const from = isRecent ? since : start.subtract({ hours: 24 });
  const steps = [from, ...changes];
  // Where summer is the standard and winter is an hour less (Ireland), clocks are told the same with other words.
  const standard = Math.min(...[start, ...changes].map(secondsOf));
  const daylight = steps.map((step, index) => ({
    offset: (index === 0 ? secondsOf(start) : secondsOf(step)) - standard,
    from: toInstantText(step.toInstant()),
    until: untilOf(steps[index + 1]),
  }));
  return { standard, daylight: daylight.slice(0, pieces) };
}

function untilOf(next: Temporal.ZonedDateTime | undefined): InstantText | null {
  return next === undefined ? null : toInstantText(next.toInstant());
}

function secondsOf(at: Temporal.ZonedDateTime): number {
  return at.offsetNanoseconds / 1e9;
}
