import { localAt, type ClockTime, type InstantText, type ZoneName } from './time.ts';

/** Fewer prove nothing: one group may arrive an hour late together. */
const fewest = 5;

export interface UsualTimes {
  readonly defaultArrival: ClockTime;
  readonly defaultDeparture: ClockTime;
}

interface Planned {
  readonly scheduledArrival: InstantText;
  readonly scheduledDeparture: InstantText;
}

/**
 * Whether the hotel's wall clock is probably an hour off: of the stays of a PMS, which tells moments, more than half begin and end exactly an
 * hour beside its own usual times, the same way. Then the zone is wrong, or the zone data of this build is older than the zone's latest
 * change of rules (Winnipeg, Inuvik and Havana since November 2026).
 *
 * @returns by how many hours Portal's clock is ahead of the PMS's; 0: nothing points to it.
 */
export function hoursBeside(stays: readonly Planned[], usual: UsualTimes, zone: ZoneName): -1 | 0 | 1 {
  const aheadOf = ({ scheduledArrival, scheduledDeparture }: Planned): number => {
    const arrival = minutesAfter(scheduledArrival, usual.defaultArrival, zone);
    return arrival === minutesAfter(scheduledDeparture, usual.defaultDeparture, zone) ? arrival : 0;
  };
  const all = stays.map(aheadOf);
  for (const hours of [-1, 1] as const) {
    const beside = all.filter((minutes) => minutes === hours * 60).length;
    if (beside >= fewest && beside * 2 > stays.length) return hours;
  }
  return 0;
}

/** How far the wall clock at that moment is after the usual time, the shorter way round the day. */
function minutesAfter(at: InstantText, usual: ClockTime, zone: ZoneName): number {
  const minutes = minuteOfDay(localAt(at, zone).slice(11)) - minuteOfDay(usual);
  return ((minutes + 2_160) % 1_440) - 720;
}

function minuteOfDay(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
