import type { PmsAnswer } from '#main/pms/pms-connector';
import { tooSlow, type MewsClient } from './mews-client.ts';
import { everyPage, everyPageByIds, orWithheld } from './mews-pages.ts';
import { assignmentList, categoryList, serviceList, type MewsCategory, type MewsReservation } from './mews-shapes.ts';

/** Mews' words for categories of what a guest sleeps in. */
const sleptIn: ReadonlySet<string> = new Set([
  'Room',
  'Bed',
  'Dorm',
  'Apartment',
  'Suite',
  'Villa',
  'Site',
  'Tent',
  'CaravanOrRV',
  'UnequippedCampsite',
]);

/** Its words for what nobody sleeps in. A word that is in neither list is new: its stays count, its rooms wait for a person. */
const notSleptIn: ReadonlySet<string> = new Set([
  'Office',
  'MeetingRoom',
  'ParkingSpot',
  'Desk',
  'TeamArea',
  'Membership',
  'Bike',
  'ExtraBed',
  'Cot',
  'Crib',
  'ConferenceRoom',
  'Rooftop',
  'Garden',
  'Restaurant',
  'Amphitheater',
]);

/**
 * Whether a resource, by its id, is slept in; null: Mews does not say what it is for. Without the permission to ask, it says so
 * of none.
 */
export type IsSleptIn = (resourceId: string) => boolean | null;

export async function sleptInResources(client: MewsClient, signal: AbortSignal): Promise<PmsAnswer<IsSleptIn>> {
  const categories = await categoriesOf(client, signal);
  if (categories.outcome !== 'answered') return categories;
  const types = new Map(categories.value.map(({ Id, Type }) => [Id, Type]));
  const ids = [...types.keys()];
  const assignments = orWithheld(await everyPageByIds(client, assignmentList, 'ResourceCategoryIds', ids, signal));
  if (assignments.outcome !== 'answered') return assignments;
  const current = assignments.value.filter(({ IsActive }) => IsActive);
  const found = Map.groupBy(current, ({ ResourceId }) => ResourceId);
  const withheld = [...(categories.withheld ?? []), ...(assignments.withheld ?? [])];
  return {
    outcome: 'answered',
    value: (resourceId) => {
      const of = found.get(resourceId);
      return of === undefined ? null : of.some(({ CategoryId }) => sleptIn.has(types.get(CategoryId) ?? ''));
    },
    ...(withheld.length === 0 ? {} : { withheld }),
  };
}

/** Of reservations, those of services that sell something to sleep in: parking and meeting rooms are booked too. */
export async function staysAmong(
  client: MewsClient,
  reservations: readonly MewsReservation[],
  signal: AbortSignal,
): Promise<PmsAnswer<readonly MewsReservation[]>> {
  // Most rounds bring no news; and what changed comes again for minutes: only the services of these stays are asked about.
  const serviceIds = reservations.flatMap(({ ServiceId }) => ServiceId ?? []);
  const categories = orWithheld(await everyPageByIds(client, categoryList, 'ServiceIds', serviceIds, signal));
  if (categories.outcome !== 'answered') return categories;
  const sold = Map.groupBy(categories.value, ({ ServiceId }) => ServiceId);
  const isOther = (serviceId: string | null): boolean => {
    const types = sold.get(serviceId ?? '') ?? [];
    return types.length > 0 && types.every(({ Type }) => notSleptIn.has(Type));
  };
  return { ...categories, value: reservations.filter(({ ServiceId }) => !isOther(ServiceId)) };
}

/** Of every bookable service; none, where Portal may not ask for them. */
async function categoriesOf(client: MewsClient, signal: AbortSignal): Promise<PmsAnswer<readonly MewsCategory[]>> {
  const services = orWithheld(tooSlow(await everyPage(client, serviceList, {}, signal)));
  if (services.outcome !== 'answered') return services;
  const ids = services.value.map(({ Id }) => Id);
  if (services.withheld !== undefined) return { ...services, value: [] };
  return orWithheld(await everyPageByIds(client, categoryList, 'ServiceIds', ids, signal));
}
