import { toInstantText, zoneName, type InstantText } from '#domain/time/time';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/**
 * What Portal reads of Mews' answers, in Mews' words (Connector API, reservations version 2023-06-06). Fields that are
 * not used are not named, and new ones do no harm. States and reasons stay text: one unknown word must not cost the
 * whole page.
 */

const instant = z.string().transform((text, context): InstantText => {
  try {
    return toInstantText(Temporal.Instant.from(text));
  } catch {
    context.addIssue({ code: 'custom', message: 'Not a moment in UTC' });
    return z.NEVER;
  }
});

/** Absent and null are the same to Mews. */
const orNull = <Type>(schema: z.ZodType<Type>) => schema.nullish().transform((value) => value ?? null);

const mewsReservation = z.object({
  Id: z.string(),
  ServiceId: orNull(z.string()),
  AccountId: z.string(),
  AccountType: z.string(),
  Number: z.string(),
  State: z.string(),
  GroupId: orNull(z.string()),
  AssignedResourceId: orNull(z.string()),
  ScheduledStartUtc: instant,
  ScheduledEndUtc: instant,
  ActualStartUtc: orNull(instant),
  ActualEndUtc: orNull(instant),
  CancellationReason: orNull(z.string()),
  UpdatedUtc: instant,
});
export type MewsReservation = Readonly<z.infer<typeof mewsReservation>>;

const mewsResource = z.object({
  Id: z.string(),
  Name: z.string(),
  IsActive: z.boolean(),
  ParentResourceId: orNull(z.string()),
  Data: z.object({ Discriminator: z.string() }),
});
export type MewsResource = Readonly<z.infer<typeof mewsResource>>;

const mewsCustomer = z.object({
  Id: z.string(),
  FirstName: orNull(z.string()),
  /** Said to be always there; profiles without one exist. */
  LastName: orNull(z.string()),
  Email: orNull(z.string()),
  HasOtaEmail: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  Phone: orNull(z.string()),
  PreferredLanguageCode: orNull(z.string()),
  LanguageCode: orNull(z.string()),
  MergeTargetId: orNull(z.string()),
});
export type MewsCustomer = Readonly<z.infer<typeof mewsCustomer>>;

const mewsCompanionship = z.object({
  Id: z.string(),
  CustomerId: z.string(),
  ReservationId: orNull(z.string()),
});
export type MewsCompanionship = Readonly<z.infer<typeof mewsCompanionship>>;

const mewsCategory = z.object({ Id: z.string(), ServiceId: z.string(), Type: z.string() });
export type MewsCategory = Readonly<z.infer<typeof mewsCategory>>;

const mewsAssignment = z.object({ IsActive: z.boolean(), ResourceId: z.string(), CategoryId: z.string() });
export type MewsAssignment = Readonly<z.infer<typeof mewsAssignment>>;

const mewsService = z.object({
  Id: z.string(),
  IsActive: z.boolean(),
  Ordering: z
    .number()
    .nullish()
    .transform((value) => value ?? 0),
  Data: z.object({
    Discriminator: z.string(),
    Value: orNull(
      z.object({ StartOffset: orNull(z.string()), EndOffset: orNull(z.string()), TimeUnitPeriod: orNull(z.string()) }),
    ),
  }),
});
export type MewsService = Readonly<z.infer<typeof mewsService>>;

export const mewsConfiguration = z.object({
  NowUtc: instant,
  Enterprise: z.object({ Id: z.string(), Name: z.string(), TimeZoneIdentifier: zoneName }),
});

/** What comes with every status but 200. */
export const mewsFailure = z.object({ Message: orNull(z.string()), RequestId: orNull(z.string()) });

/** A list operation: where it is asked, what it needs besides filters, and how its pages are read. */
export interface MewsList<Item> {
  readonly path: string;
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly page: z.ZodType<MewsPage<Item>>;
}

export interface MewsPage<Item> {
  readonly items: readonly Item[];
  /** Records of the page that are not as described: one of them costs itself, not the page. */
  readonly unreadable: readonly MewsUnreadable[];
  /** How many records the page has. */
  readonly count: number;
  readonly cursor: string | null;
}

/** What is known of a record that cannot be read. */
export interface MewsUnreadable {
  readonly id: string | null;
  readonly number: string | null;
  readonly fields: readonly string[];
}

const named = z.looseObject({ Id: z.string().nullish().catch(null), Number: z.string().nullish().catch(null) });

function pageOf<Item, Name extends string>(name: Name, item: z.ZodType<Item>): z.ZodType<MewsPage<Item>> {
  return z
    .looseObject({ [name]: z.array(z.unknown()), Cursor: orNull(z.string()) })
    .transform((answer): MewsPage<Item> => {
      const records = answer[name] as readonly unknown[];
      const items: Item[] = [];
      const unreadable: MewsUnreadable[] = [];
      for (const record of records) {
        const read = item.safeParse(record);
        if (read.success) items.push(read.data);
        else unreadable.push(unreadableOf(record, read.error));
      }
      return {
        items,
        unreadable,
        count: records.length,
        cursor: (answer['Cursor'] as string | null | undefined) ?? null,
      };
    });
}

/** Names of fields only: what they hold may be a guest's. */
function unreadableOf(record: unknown, error: z.ZodError): MewsUnreadable {
  const known = named.safeParse(record);
  const fields = [...new Set(error.issues.map(({ path }) => path.join('.')))].slice(0, 5);
  return { id: known.data?.Id ?? null, number: known.data?.Number ?? null, fields };
}

export const reservationList: MewsList<MewsReservation> = {
  path: 'reservations/getAll/2023-06-06',
  fixed: {},
  page: pageOf('Reservations', mewsReservation),
};

export const resourceList: MewsList<MewsResource> = {
  path: 'resources/getAll',
  fixed: { Extent: { Resources: true, Inactive: true } },
  page: pageOf('Resources', mewsResource),
};

/** Deleted ones too: a merged guest is one of them, and names the guest to follow. */
export const customerList: MewsList<MewsCustomer> = {
  path: 'customers/getAll',
  fixed: { Extent: { Customers: true }, ActivityStates: ['Active', 'Deleted'] },
  page: pageOf('Customers', mewsCustomer),
};

export const companionshipList: MewsList<MewsCompanionship> = {
  path: 'companionships/getAll',
  fixed: { Extent: { Reservations: false, ReservationGroups: false, Customers: false } },
  page: pageOf('Companionships', mewsCompanionship),
};

export const serviceList: MewsList<MewsService> = {
  path: 'services/getAll',
  fixed: { ServiceType: 'Bookable' },
  page: pageOf('Services', mewsService),
};

/** What resources are for: rooms, beds, parking. */
export const categoryList: MewsList<MewsCategory> = {
  path: 'resourceCategories/getAll',
  fixed: {},
  page: pageOf('ResourceCategories', mewsCategory),
};

export const assignmentList: MewsList<MewsAssignment> = {
  path: 'resourceCategoryAssignments/getAll',
  fixed: {},
  page: pageOf('ResourceCategoryAssignments', mewsAssignment),
};
