import type { Door } from '#domain/house/door';
import type { Reservation } from '#domain/stay/reservation';
import type { PropertySettings } from '#domain/house/settings';
import { localAt, type ClockTime, type InstantText, type LocalDateTime, type ZoneName } from '#domain/time/time';

/** The Access Period that a stay gives at a door. */
export interface StayWindow {
  readonly arrival: LocalDateTime;
  readonly departure: LocalDateTime;
}

/**
 * As scheduled in the PMS; a PMS that knows dates only gets the door's times of day, else the property's. A guest who is
 * checked in before the scheduled arrival gets in from the check-in; one who is checked out, until the check-out.
 *
 * @param known The window that the door has: it remembers a check-in or check-out whose moment the PMS does not tell.
 */
export function stayWindow(facts: {
  readonly reservation: Reservation;
  readonly door: Pick<Door, 'defaultArrival' | 'defaultDeparture'>;
  readonly known: StayWindow | null;
  readonly settings: PropertySettings;
  readonly now: InstantText;
}): StayWindow {
  const { reservation, door, known, settings, now } = facts;
  const { state, timesFromPms } = reservation;
  const planned = (moment: InstantText, clock: ClockTime): LocalDateTime =>
    timesFromPms ? localAt(moment, settings.zone) : onDate(moment, clock, settings.zone);
  const arrival = planned(reservation.scheduledArrival, door.defaultArrival ?? settings.defaultArrival);
  const departure = planned(reservation.scheduledDeparture, door.defaultDeparture ?? settings.defaultDeparture);
  if (state !== 'in-house' && state !== 'departed') return { arrival, departure };
  const seenIn = known === null ? [] : [known.arrival];
  const checkedIn = momentOf(reservation.actualArrival, { seen: seenIn, settings, now });
  const opened = checkedIn < arrival ? checkedIn : arrival;
  if (state === 'in-house') return { arrival: opened, departure };
  const seenOut = known === null ? [] : [known.departure];
  const checkedOut = momentOf(reservation.actualDeparture, { seen: seenOut, settings, now });
  return { arrival: opened, departure: checkedOut < departure ? checkedOut : departure };
}

/** The moment that the PMS tells; else the first of what was seen before and now. */
function momentOf(
  told: InstantText | null,
  facts: { readonly seen: readonly LocalDateTime[]; readonly settings: PropertySettings; readonly now: InstantText },
): LocalDateTime {
  // A PMS whose clock is ahead tells moments that have not come yet: it happened by now.
  if (told !== null) return localAt(told < facts.now ? told : facts.now, facts.settings.zone);
  return facts.seen.reduce((first, each) => (each < first ? each : first), localAt(facts.now, facts.settings.zone));
}

function onDate(moment: InstantText, clock: ClockTime, zone: ZoneName): LocalDateTime {
  return `${localAt(moment, zone).slice(0, 10)}T${clock}` as LocalDateTime;
}
