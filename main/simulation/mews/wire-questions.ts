import { toInstantText, type InstantText } from '#domain/time/time';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { serviceOrderStates } from './hotel-records.ts';

/** What Mews accepts, as strictly as its description says: a key that it does not know is a bad request. */

const LONGEST_INTERVAL = Temporal.Duration.from({ months: 3 });

const instant = z.string().transform((text, context): InstantText => {
  try {
    return toInstantText(Temporal.Instant.from(text));
  } catch {
    context.addIssue({ code: 'custom', message: 'Not a date and time.' });
    return z.NEVER;
  }
});

const interval = z
  .strictObject({ StartUtc: instant, EndUtc: instant })
  .refine(({ StartUtc, EndUtc }) => StartUtc <= EndUtc, 'The interval ends before it starts.')
  .refine(({ StartUtc, EndUtc }) => EndUtc <= threeMonthsAfter(StartUtc), 'The interval is longer than 3 months.')
  .nullish();
export type Interval = z.infer<typeof interval>;

function threeMonthsAfter(moment: InstantText): InstantText {
  return toInstantText(Temporal.Instant.from(moment).toZonedDateTimeISO('UTC').add(LONGEST_INTERVAL).toInstant());
}

const texts = (most: number) => z.array(z.string()).min(1).max(most).nullish();
const ids = (most = 1000) => z.array(z.guid()).min(1).max(most).nullish();

const access = { ClientToken: z.string().min(1), AccessToken: z.string().min(1), Client: z.string().min(1) };

const Limitation = z.strictObject({ Count: z.number().int().min(1).max(1000), Cursor: z.guid().nullish() });
export type Limitation = z.infer<typeof Limitation>;

const switchedOn = z.boolean().nullish();

export const configurationQuestion = z.strictObject({ ...access, EnterpriseId: z.guid().nullish() });

export const serviceQuestion = z.strictObject({
  ...access,
  EnterpriseIds: ids(),
  ServiceIds: ids(),
  ServiceType: z.enum(['Bookable', 'Additional']).nullish(),
  UpdatedUtc: interval,
  Limitation,
});

export const reservationQuestion = z.strictObject({
  ...access,
  EnterpriseIds: ids(),
  ReservationIds: ids(),
  ServiceIds: ids(),
  ReservationGroupIds: ids(),
  AccountIds: ids(),
  PartnerCompanyIds: ids(100),
  TravelAgencyIds: ids(100),
  Numbers: texts(1000),
  ChannelNumbers: texts(100),
  AssignedResourceIds: ids(),
  AvailabilityBlockIds: ids(100),
  CreatedUtc: interval,
  UpdatedUtc: interval,
  CollidingUtc: interval,
  ScheduledStartUtc: interval,
  ActualStartUtc: interval,
  ScheduledEndUtc: interval,
  ActualEndUtc: interval,
  States: z
    .array(z.enum(serviceOrderStates))
    .refine((states) => new Set(states).size === states.length, 'A state is named twice.')
    .nullish(),
  Limitation,
});

export const resourceQuestion = z.strictObject({
  ...access,
  EnterpriseIds: ids(),
  ResourceIds: ids(),
  Names: texts(1000),
  Extent: z.strictObject({
    Resources: switchedOn,
    ResourceCategories: switchedOn,
    ResourceCategoryAssignments: switchedOn,
    ResourceCategoryImageAssignments: switchedOn,
    ResourceFeatures: switchedOn,
    ResourceFeatureAssignments: switchedOn,
    Inactive: switchedOn,
  }),
  CreatedUtc: interval,
  UpdatedUtc: interval,
  Limitation,
});

export const categoryQuestion = z.strictObject({
  ...access,
  EnterpriseIds: ids(),
  ResourceCategoryIds: ids(),
  ServiceIds: z.array(z.guid()).min(1).max(1000),
  ActivityStates: z.array(z.enum(['Active', 'Deleted'])).nullish(),
  UpdatedUtc: interval,
  Limitation,
});

export const categoryAssignmentQuestion = z.strictObject({
  ...access,
  EnterpriseIds: ids(),
  ResourceCategoryAssignmentIds: ids(),
  ResourceCategoryIds: z.array(z.guid()).min(1).max(1000),
  ActivityStates: z.array(z.enum(['Active', 'Deleted'])).nullish(),
  UpdatedUtc: interval,
  Limitation,
});

export const customerQuestion = z
  .strictObject({
    ...access,
    ChainIds: ids(),
    CreatedUtc: interval,
    UpdatedUtc: interval,
    DeletedUtc: interval,
    ActivityStates: z.array(z.enum(['Active', 'Deleted'])).nullish(),
    CustomerIds: ids(),
    CompanyIds: ids(1),
    Emails: texts(1000),
    FirstNames: texts(1000),
    LastNames: texts(1000),
    LoyaltyCodes: texts(1000),
    Extent: z.strictObject({ Customers: switchedOn, Documents: switchedOn, Addresses: switchedOn }),
    Limitation,
  })
  .refine(
    (question) => oneGiven(question, ['CustomerIds', 'CreatedUtc', 'UpdatedUtc', 'DeletedUtc', 'Emails', 'LastNames']),
    'CustomerIds are required if no other filter is provided.',
  );

export const companionshipQuestion = z
  .strictObject({
    ...access,
    EnterpriseIds: ids(),
    CompanionshipIds: ids(),
    ReservationIds: ids(),
    CustomerIds: ids(),
    ReservationGroupIds: ids(),
    UpdatedUtc: interval,
    Extent: z.strictObject({ Reservations: switchedOn, ReservationGroups: switchedOn, Customers: switchedOn }),
    Limitation,
  })
  .refine(
    (question) =>
      oneGiven(question, ['ReservationIds', 'ReservationGroupIds', 'CustomerIds', 'CompanionshipIds', 'UpdatedUtc']),
    'ReservationIds are required if no other filter is provided.',
  );

function oneGiven(question: Readonly<Record<string, unknown>>, filters: readonly string[]): boolean {
  return filters.some((filter) => (question[filter] ?? null) !== null);
}
