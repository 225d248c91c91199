import { aheadBy } from '#domain/time/clock-doubt';
import type { InstantText } from '#domain/time/time';
import type { Reservation } from '#domain/stay/reservation';

/**
 * In which way news of a stay would take a guest's access away. `gone`: the PMS knows the stay no more. `cancelled`: it says that it
 * was cancelled, a no-show, or is tentative again. `left-early`: checked out more than a day before the departure. `room-taken`: it
 * has no room any more. `moved`: it is in a room behind other doors. `shortened`: its dates do not hold the present moment any more.
 * `guests-gone`: somebody who carries a credential is no longer named.
 */
export const endingCauses = [
  'gone',
  'cancelled',
  'left-early',
  'room-taken',
  'moved',
  'shortened',
  'guests-gone',
] as const;
export type EndingCause = (typeof endingCauses)[number];

/** What a PMS tells of a stay whose key is live, beside what Portal knows of it. */
export interface StayNewsFacts {
  readonly before: Pick<Reservation, 'state' | 'spaceId' | 'scheduledArrival' | 'scheduledDeparture'>;
  readonly after: Pick<Reservation, 'state' | 'spaceId' | 'scheduledArrival' | 'scheduledDeparture'>;
  /** Whether both rooms lead to the same doors: rooms may be numbered anew. */
  readonly isSameDoors: boolean;
  /** Whether somebody on the key loses their own credential: `losesGuests`. */
  readonly isGuestLost: boolean;
  readonly now: InstantText;
}

/** A check-out so near to the planned departure ends what was to end anyway. Twenty-four hours, in milliseconds. */
const usualLeaving = 24 * 60 * 60_000;

/** null: the news takes nothing away that was not about to end by itself. */
export function endingCause({ before, after, isSameDoors, isGuestLost, now }: StayNewsFacts): EndingCause | null {
  switch (after.state) {
    case 'deleted':
      return 'gone';
    case 'cancelled':
    case 'no-show':
    case 'tentative':
      return 'cancelled';
    case 'departed':
      return aheadBy(before.scheduledDeparture, now) > usualLeaving ? 'left-early' : null;
    case 'expected':
    case 'in-house':
      if (before.scheduledDeparture > now && after.scheduledDeparture <= now) return 'shortened';
      if (isOpenEarly(before, now) && !isOpenEarly(after, now)) return 'shortened';
      if (before.spaceId !== null && after.spaceId === null) return 'room-taken';
      if (before.spaceId !== null && before.spaceId !== after.spaceId && !isSameDoors) return 'moved';
      return isGuestLost ? 'guests-gone' : null;
    default:
      return after.state satisfies never;
  }
}

/** In the room by now, as far as dates and the check-in tell. */
function isOpenEarly({ state, scheduledArrival }: StayNewsFacts['before'], now: InstantText): boolean {
  return state === 'in-house' || scheduledArrival <= now;
}

const slips: ReadonlySet<EndingCause> = new Set(['gone', 'room-taken', 'shortened', 'guests-gone']);

/** What ends the access of somebody who is in house only when it is said twice, some time apart: it may be a slip of the PMS. */
export function needsSecondProof(cause: EndingCause, before: Pick<Reservation, 'state'>): boolean {
  return before.state === 'in-house' && slips.has(cause);
}
