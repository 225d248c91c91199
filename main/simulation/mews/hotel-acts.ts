import type { InstantText } from '#domain/time/time';
import type { KeptReservation } from './hotel-records.ts';
import { notFound, notPossible, type Act, type SimulatedHotel } from './simulated-hotel.ts';

/** What the people at the simulated hotel's desk do in Mews, with the rules that Mews itself keeps. */

/** Needs an assigned room, as reservations/start does. */
export function checkIn(hotel: SimulatedHotel, id: string): Act {
  if (hotel.reservation(id)?.roomId === null) return notPossible('Assign a room before the check-in.');
  return hotel.change(id, ['Confirmed'], { state: 'Started', actualStart: hotel.now(), actualEnd: null });
}

export function undoCheckIn(hotel: SimulatedHotel, id: string): Act {
  return hotel.change(id, ['Started'], { state: 'Confirmed', actualStart: null });
}

export function checkOut(hotel: SimulatedHotel, id: string): Act {
  return hotel.change(id, ['Started'], { state: 'Processed', actualEnd: hotel.now() });
}

export function cancel(hotel: SimulatedHotel, id: string, reason: 'RequestedByGuest' | 'NoShow'): Act {
  return hotel.change(id, ['Inquired', 'Optional', 'Requested', 'Confirmed'], {
    state: 'Canceled',
    cancellationReason: reason,
    cancelledAt: hotel.now(),
  });
}

/** Takes back a cancellation, a no-show or a check-out. */
export function reinstate(hotel: SimulatedHotel, id: string): Act {
  if (hotel.reservation(id)?.state === 'Processed') {
    return hotel.change(id, ['Processed'], { state: 'Started', actualEnd: null });
  }
  return hotel.change(id, ['Canceled'], { state: 'Confirmed', cancellationReason: null, cancelledAt: null });
}

const OPEN = ['Inquired', 'Optional', 'Requested', 'Confirmed', 'Started'] as const;

/** @param room The room's name. */
export function moveTo(hotel: SimulatedHotel, id: string, room: string): Act {
  const resource = hotel.roomNamed(room);
  if (resource === undefined) return notFound(`There is no room ${room}.`);
  return hotel.change(id, OPEN, { roomId: resource.id });
}

export function unassign(hotel: SimulatedHotel, id: string): Act {
  return hotel.change(id, ['Inquired', 'Optional', 'Requested', 'Confirmed'], { roomId: null });
}

export function changeDates(
  hotel: SimulatedHotel,
  id: string,
  { arrival, departure }: { readonly arrival: InstantText | null; readonly departure: InstantText | null },
): Act {
  return hotel.change(id, OPEN, {
    ...(arrival === null ? {} : { scheduledStart: arrival }),
    ...(departure === null ? {} : { scheduledEnd: departure }),
  });
}

/** A reservation as the demo's panel lists it. */
export interface ListedReservation {
  readonly id: string;
  readonly number: string;
  readonly guest: string;
  readonly room: string | null;
  /** Mews' state, or NoShow, which is a reason of cancellation in Mews. */
  readonly state: string;
  readonly arrival: InstantText;
  readonly departure: InstantText;
}

export function listed(hotel: SimulatedHotel, reservation: KeptReservation): ListedReservation {
  const companion = hotel.companionships.find((each) => each.reservationId === reservation.id);
  const person = hotel.customer(reservation.accountId) ?? hotel.customer(companion?.customerId ?? '');
  return {
    id: reservation.id,
    number: reservation.number,
    guest: person === undefined ? '' : `${person.firstName} ${person.lastName}`,
    room: hotel.resources.find(({ id }) => id === reservation.roomId)?.name ?? null,
    state: reservation.cancellationReason === 'NoShow' ? 'NoShow' : reservation.state,
    arrival: reservation.scheduledStart,
    departure: reservation.scheduledEnd,
  };
}
