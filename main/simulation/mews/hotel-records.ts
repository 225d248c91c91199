import type { InstantText } from '#domain/time/time';

/** What the simulated Mews keeps, in Mews' words. Times have whole seconds, as Mews' have. */

export const serviceOrderStates = [
  'Inquired',
  'Confirmed',
  'Started',
  'Processed',
  'Canceled',
  'Optional',
  'Requested',
] as const;
export type ServiceOrderState = (typeof serviceOrderStates)[number];

export interface KeptReservation {
  readonly id: string;
  readonly number: string;
  readonly groupId: string;
  readonly accountId: string;
  readonly accountType: 'Customer' | 'Company';
  readonly state: ServiceOrderState;
  readonly cancellationReason: 'RequestedByGuest' | 'NoShow' | null;
  readonly cancelledAt: InstantText | null;
  readonly roomId: string | null;
  readonly scheduledStart: InstantText;
  readonly scheduledEnd: InstantText;
  readonly actualStart: InstantText | null;
  readonly actualEnd: InstantText | null;
  readonly createdAt: InstantText;
  readonly updatedAt: InstantText;
}

export interface KeptCustomer {
  readonly id: string;
  readonly number: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly emailIsFromOta: boolean;
  readonly phone: string | null;
  readonly mergeTargetId: string | null;
  readonly createdAt: InstantText;
  readonly updatedAt: InstantText;
}

export interface KeptCompanionship {
  readonly id: string;
  readonly customerId: string;
  readonly groupId: string;
  readonly reservationId: string;
  readonly createdAt: InstantText;
  readonly updatedAt: InstantText;
}

/** What a resource is booked for. A few of Mews' words; what is not slept in is sold by a service of its own. */
export const resourceCategoryTypes = [
  'Room',
  'Bed',
  'Dorm',
  'Apartment',
  'ParkingSpot',
  'MeetingRoom',
  'Bike',
] as const;
export type ResourceCategoryType = (typeof resourceCategoryTypes)[number];
const notSleptIn: readonly ResourceCategoryType[] = ['ParkingSpot', 'MeetingRoom', 'Bike'];

export function isSleptIn(category: ResourceCategoryType): boolean {
  return !notSleptIn.includes(category);
}

export interface KeptResource {
  readonly id: string;
  readonly name: string;
  readonly floor: string;
  readonly parentId: string | null;
  readonly kind: 'Space' | 'Object' | 'Person';
  readonly category: ResourceCategoryType;
  readonly active: boolean;
  readonly createdAt: InstantText;
  readonly updatedAt: InstantText;
}

/** The hotel's own ids, which nothing changes. */
export interface HotelIds {
  readonly enterprise: string;
  readonly chain: string;
  readonly address: string;
  /** The service that sells nights. */
  readonly service: string;
  /** The one that sells what nobody sleeps in: parking, meeting rooms. */
  readonly otherService: string;
  readonly rate: string;
  readonly ageCategory: string;
  readonly profile: string;
}
