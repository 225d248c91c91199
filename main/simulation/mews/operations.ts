import type { InstantText } from '#domain/time/time';
import type { z } from 'zod';
import type { KeptReservation } from './hotel-records.ts';
import type { SimulatedHotel } from './simulated-hotel.ts';
import {
  assignmentId,
  wireCategory,
  wireCategoryAssignment,
  wireCompanionship,
  wireConfiguration,
  wireCustomer,
  wireReservation,
  wireResource,
  wireService,
} from './wire-answers.ts';
import {
  categoryAssignmentQuestion,
  categoryQuestion,
  companionshipQuestion,
  configurationQuestion,
  customerQuestion,
  reservationQuestion,
  resourceQuestion,
  serviceQuestion,
  type Interval,
  type Limitation,
} from './wire-questions.ts';

export type Answered =
  { readonly outcome: 'answered'; readonly body: unknown } | { readonly outcome: 'bad-request'; readonly why: string };

/** @param body What was posted, parsed as JSON. */
export type Operation = (hotel: SimulatedHotel, body: unknown) => Answered;

/** By the path under `/api/connector/v1/`; capitals count. */
export const operations: ReadonlyMap<string, Operation> = new Map([
  ['configuration/get', operation(configurationQuestion, (hotel) => answered(wireConfiguration(hotel)))],
  [
    'services/getAll',
    operation(serviceQuestion, (hotel, question) => {
      const all = [...new Set(hotel.categories.map((category) => hotel.serviceOf(category)))].map((id) => ({ id }));
      const kept = all.filter(
        ({ id }) =>
          among(question.ServiceIds, id) &&
          among(question.EnterpriseIds, hotel.ids.enterprise) &&
          (question.ServiceType ?? 'Bookable') === 'Bookable' &&
          within(question.UpdatedUtc, hotel.openedAt),
      );
      return paged('Services', all, kept, question.Limitation, ({ id }) => wireService(hotel, id));
    }),
  ],
  [
    'reservations/getAll/2023-06-06',
    operation(reservationQuestion, (hotel, question) => {
      const all = hotel.reservations;
      const found = all.filter((kept) => matches(hotel, question, kept));
      return paged('Reservations', all, found, question.Limitation, (kept) => wireReservation(hotel, kept));
    }),
  ],
  [
    'resources/getAll',
    operation(resourceQuestion, (hotel, question) => {
      if (question.Extent.Resources !== true) return answered({ Resources: null, Cursor: null });
      const all = hotel.resources;
      const found = all.filter(
        (kept) =>
          among(question.ResourceIds, kept.id) &&
          among(question.Names, kept.name) &&
          among(question.EnterpriseIds, hotel.ids.enterprise) &&
          within(question.CreatedUtc, kept.createdAt) &&
          within(question.UpdatedUtc, kept.updatedAt) &&
          (kept.active || question.Extent.Inactive === true),
      );
      return paged('Resources', all, found, question.Limitation, (kept) => wireResource(hotel, kept));
    }),
  ],
  [
    'resourceCategories/getAll',
    operation(categoryQuestion, (hotel, question) => {
      const all = hotel.categories.map((category) => ({ id: hotel.categoryId(category), category }));
      const found = all.filter(
        ({ id, category }) =>
          among(question.ResourceCategoryIds, id) &&
          among(question.ServiceIds, hotel.serviceOf(category)) &&
          among(question.EnterpriseIds, hotel.ids.enterprise),
      );
      return paged('ResourceCategories', all, found, question.Limitation, ({ category }) =>
        wireCategory(hotel, category),
      );
    }),
  ],
  [
    'resourceCategoryAssignments/getAll',
    operation(categoryAssignmentQuestion, (hotel, question) => {
      const all = hotel.resources.map((resource) => ({ id: assignmentId(resource), resource }));
      const found = all.filter(
        ({ id, resource }) =>
          among(question.ResourceCategoryAssignmentIds, id) &&
          among(question.ResourceCategoryIds, hotel.categoryId(resource.category)) &&
          among(question.EnterpriseIds, hotel.ids.enterprise) &&
          within(question.UpdatedUtc, resource.updatedAt),
      );
      return paged('ResourceCategoryAssignments', all, found, question.Limitation, ({ resource }) =>
        wireCategoryAssignment(hotel, resource),
      );
    }),
  ],
  [
    'customers/getAll',
    operation(customerQuestion, (hotel, question) => {
      if (question.Extent.Customers !== true) return answered({ Customers: [], Cursor: null });
      const all = hotel.customers;
      const found = all.filter(
        (kept) =>
          among(question.CustomerIds, kept.id) &&
          among(question.ChainIds, hotel.ids.chain) &&
          among(question.Emails, kept.email) &&
          among(question.FirstNames, kept.firstName) &&
          among(question.LastNames, kept.lastName) &&
          (question.LoyaltyCodes ?? question.CompanyIds ?? question.DeletedUtc ?? null) === null &&
          within(question.CreatedUtc, kept.createdAt) &&
          within(question.UpdatedUtc, kept.updatedAt) &&
          among(question.ActivityStates ?? ['Active'], kept.mergeTargetId === null ? 'Active' : 'Deleted'),
      );
      return paged('Customers', all, found, question.Limitation, (kept) => wireCustomer(hotel, kept));
    }),
  ],
  [
    'companionships/getAll',
    operation(companionshipQuestion, (hotel, question) => {
      const all = hotel.companionships;
      const found = all.filter(
        (kept) =>
          among(question.CompanionshipIds, kept.id) &&
          among(question.ReservationIds, kept.reservationId) &&
          among(question.CustomerIds, kept.customerId) &&
          among(question.ReservationGroupIds, kept.groupId) &&
          among(question.EnterpriseIds, hotel.ids.enterprise) &&
          within(question.UpdatedUtc, kept.updatedAt),
      );
      return paged('Companionships', all, found, question.Limitation, (kept) => wireCompanionship(hotel, kept));
    }),
  ],
]);

function operation<Question>(
  schema: z.ZodType<Question>,
  answer: (hotel: SimulatedHotel, question: Question) => Answered,
): Operation {
  return (hotel, body) => {
    const question = schema.safeParse(body);
    if (question.success) return answer(hotel, question.data);
    const [issue] = question.error.issues;
    return { outcome: 'bad-request', why: `Invalid ${issue?.path.join('.') ?? ''}. ${issue?.message ?? ''}`.trim() };
  };
}

function answered(body: unknown): Answered {
  return { outcome: 'answered', body };
}

/** Newest first, from the one after the cursor on. The cursor's own item may have left the filter meanwhile. */
function paged<Kept extends { readonly id: string }>(
  name: string,
  all: readonly Kept[],
  found: readonly Kept[],
  { Count: count, Cursor: cursor }: Limitation,
  wire: (kept: Kept) => unknown,
): Answered {
  const end = (cursor ?? null) === null ? all.length : all.findIndex(({ id }) => id === cursor);
  if (end === -1) return { outcome: 'bad-request', why: 'Invalid Cursor.' };
  const older = new Set(all.slice(0, end));
  const page = found
    .filter((kept) => older.has(kept))
    .toReversed()
    .slice(0, count);
  return answered({ [name]: page.map(wire), Cursor: page.at(-1)?.id ?? null });
}

function matches(hotel: SimulatedHotel, question: z.infer<typeof reservationQuestion>, kept: KeptReservation): boolean {
  return (
    among(question.ReservationIds, kept.id) &&
    among(question.ServiceIds, serviceOf(hotel, kept)) &&
    among(question.EnterpriseIds, hotel.ids.enterprise) &&
    among(question.ReservationGroupIds, kept.groupId) &&
    among(question.AccountIds, kept.accountId) &&
    among(question.Numbers, kept.number) &&
    among(question.AssignedResourceIds, kept.roomId) &&
    among(question.PartnerCompanyIds, null) &&
    among(question.TravelAgencyIds, null) &&
    among(question.AvailabilityBlockIds, null) &&
    among(question.ChannelNumbers, null) &&
    among(question.States, kept.state) &&
    within(question.CreatedUtc, kept.createdAt) &&
    within(question.UpdatedUtc, kept.updatedAt) &&
    within(question.ScheduledStartUtc, kept.scheduledStart) &&
    within(question.ScheduledEndUtc, kept.scheduledEnd) &&
    within(question.ActualStartUtc, kept.actualStart) &&
    within(question.ActualEndUtc, kept.actualEnd) &&
    touches(question.CollidingUtc, kept)
  );
}

function among(asked: readonly string[] | null | undefined, value: string | null): boolean {
  return (asked ?? null) === null || (value !== null && asked?.includes(value) === true);
}

/** Both ends included. */
function within(interval: Interval, moment: InstantText | null): boolean {
  if ((interval ?? null) === null) return true;
  return moment !== null && interval !== null && interval !== undefined
    ? interval.StartUtc <= moment && moment <= interval.EndUtc
    : false;
}

function touches(interval: Interval, { scheduledStart, scheduledEnd }: KeptReservation): boolean {
  if (interval === null || interval === undefined) return true;
  return scheduledStart <= interval.EndUtc && interval.StartUtc <= scheduledEnd;
}

function serviceOf(hotel: SimulatedHotel, { roomId }: KeptReservation): string {
  return hotel.serviceOf(hotel.resource(roomId)?.category ?? 'Room');
}
