import type { Guest, StayState } from '#domain/stay/reservation';
import type { PmsSpace, PmsStay } from '#main/pms/pms-connector';
import { contentHash } from './content-hash.ts';
import type { MewsReservation, MewsResource } from './mews-shapes.ts';

/** The one place where Mews' reservation becomes Portal's. */
export function stayOf(
  reservation: MewsReservation,
  space: MewsResource | undefined,
  guests: readonly Guest[],
): PmsStay {
  const stay = {
    pmsId: reservation.Id,
    number: reservation.Number,
    groupId: reservation.GroupId,
    state: stateOf(reservation.State, reservation.CancellationReason),
    scheduledArrival: reservation.ScheduledStartUtc,
    scheduledDeparture: reservation.ScheduledEndUtc,
    timesFromPms: true,
    actualArrival: reservation.ActualStartUtc,
    actualDeparture: reservation.ActualEndUtc,
    spaceId: reservation.AssignedResourceId,
    spaceName: space?.Name ?? null,
    guests,
    sourceUpdatedAt: reservation.UpdatedUtc,
  };
  return { ...stay, contentHash: contentHash(stay) };
}

/**
 * A no-show is a cancellation with a reason in Mews. The three unconfirmed states, and words that Mews may add one day,
 * are tentative: no key comes of what Portal does not understand.
 */
export function stateOf(state: string, cancellationReason: string | null): StayState {
  switch (state) {
    case 'Confirmed':
      return 'expected';
    case 'Started':
      return 'in-house';
    case 'Processed':
      return 'departed';
    case 'Canceled':
      return cancellationReason === 'NoShow' ? 'no-show' : 'cancelled';
    default:
      return 'tentative';
  }
}

/**
 * Spaces are doors; objects and persons can be booked too, and have none. A space inside another is a bed.
 * @param isSleptIn null: Mews does not say; it is taken for a room.
 */
export function spaceOf(resource: MewsResource, isSleptIn: boolean | null): PmsSpace {
  return {
    id: resource.Id,
    name: resource.Name,
    parentId: resource.ParentResourceId,
    kind: kindOf(resource, isSleptIn),
    active: resource.IsActive,
  };
}

function kindOf(resource: MewsResource, isSleptIn: boolean | null): PmsSpace['kind'] {
  if (resource.Data.Discriminator !== 'Space') return 'other';
  if (isSleptIn === false) return 'place';
  return resource.ParentResourceId === null ? 'room' : 'bed';
}

/** One copy of each reservation, the newest: pages and windows may give the same one twice. */
export function newestOfEach(reservations: readonly MewsReservation[]): readonly MewsReservation[] {
  const newest = new Map<string, MewsReservation>();
  for (const reservation of reservations) {
    const known = newest.get(reservation.Id);
    if (known === undefined || known.UpdatedUtc < reservation.UpdatedUtc) newest.set(reservation.Id, reservation);
  }
  return [...newest.values()];
}
