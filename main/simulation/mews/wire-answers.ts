import type { InstantText } from '#domain/time/time';
import type {
  KeptCompanionship,
  KeptCustomer,
  KeptReservation,
  KeptResource,
  ResourceCategoryType,
} from './hotel-records.ts';
import type { SimulatedHotel } from './simulated-hotel.ts';
import { namedUuid } from './uuids.ts';

/** The hotel's records as Mews writes them: every field that Mews always gives, and those that Portal might read. */

const ARRIVAL_OFFSET = 'P0M0DT15H0M0S';
const DEPARTURE_OFFSET = 'P0M0DT11H0M0S';
const EDITABLE = 'P0M7DT0H0M0S';

/** Mews writes whole seconds. */
const utc = (moment: InstantText): string => `${moment.slice(0, 19)}Z`;
const utcOrNull = (moment: InstantText | null): string | null => (moment === null ? null : utc(moment));

export function wireReservation(hotel: SimulatedHotel, kept: KeptReservation): unknown {
  const early = kept.actualStart !== null && kept.actualStart < kept.scheduledStart;
  const category = hotel.resource(kept.roomId)?.category ?? 'Room';
  const inHouse = kept.state === 'Started' || kept.state === 'Processed';
  return {
    Id: kept.id,
    ServiceId: hotel.serviceOf(category),
    AccountId: kept.accountId,
    AccountType: kept.accountType,
    CreatorProfileId: hotel.ids.profile,
    UpdaterProfileId: hotel.ids.profile,
    BookerId: null,
    Number: kept.number,
    State: kept.state,
    Origin: 'Commander',
    CommanderOrigin: 'InPerson',
    OriginDetails: null,
    CreatedUtc: utc(kept.createdAt),
    UpdatedUtc: utc(kept.updatedAt),
    CancelledUtc: utcOrNull(kept.cancelledAt),
    VoucherId: null,
    BusinessSegmentId: null,
    Options: {
      OwnerCheckedIn: inHouse && kept.accountType === 'Customer',
      AllCompanionsCheckedIn: inHouse,
      AnyCompanionCheckedIn: inHouse,
      ConnectorCheckIn: false,
    },
    RateId: hotel.ids.rate,
    CreditCardId: null,
    GroupId: kept.groupId,
    RequestedResourceCategoryId: hotel.categoryId(category),
    AssignedResourceId: kept.roomId,
    AvailabilityBlockId: null,
    PartnerCompanyId: null,
    TravelAgencyId: null,
    AssignedResourceLocked: false,
    ChannelNumber: null,
    ChannelManagerNumber: null,
    // Left out when there is none, as Purpose is: by the letter of the description, null is none of its words.
    ...(kept.cancellationReason === null ? {} : { CancellationReason: kept.cancellationReason }),
    ReleasedUtc: null,
    // The two old fields mix what is planned with what happened: whoever reads them gets early check-ins wrong.
    StartUtc: utc(early && kept.actualStart !== null ? kept.actualStart : kept.scheduledStart),
    EndUtc: utc(kept.scheduledEnd),
    ScheduledStartUtc: utc(kept.scheduledStart),
    ActualStartUtc: utcOrNull(kept.actualStart),
    ScheduledEndUtc: utc(kept.scheduledEnd),
    ActualEndUtc: utcOrNull(kept.actualEnd),
    QrCodeData: null,
    PersonCounts: [{ AgeCategoryId: hotel.ids.ageCategory, Count: 1 }],
  };
}

export function wireCustomer(hotel: SimulatedHotel, kept: KeptCustomer): unknown {
  return {
    Id: kept.id,
    ChainId: hotel.ids.chain,
    Number: kept.number,
    FirstName: kept.firstName,
    LastName: kept.lastName,
    Email: kept.email,
    HasOtaEmail: kept.emailIsFromOta,
    Phone: kept.phone,
    PreferredLanguageCode: null,
    LanguageCode: 'en-GB',
    CreatedUtc: utc(kept.createdAt),
    UpdatedUtc: utc(kept.updatedAt),
    Classifications: [],
    Options: [],
    MergeTargetId: kept.mergeTargetId,
    IsActive: kept.mergeTargetId === null,
    PreferredSpaceFeatures: [],
    CreatorProfileId: hotel.ids.profile,
    UpdaterProfileId: hotel.ids.profile,
  };
}

export function wireCompanionship(_: SimulatedHotel, kept: KeptCompanionship): unknown {
  return {
    Id: kept.id,
    CustomerId: kept.customerId,
    ReservationGroupId: kept.groupId,
    ReservationId: kept.reservationId,
  };
}

export function wireResource(hotel: SimulatedHotel, kept: KeptResource): unknown {
  return {
    Id: kept.id,
    EnterpriseId: hotel.ids.enterprise,
    IsActive: kept.active,
    ParentResourceId: kept.parentId,
    Name: kept.name,
    State: 'Inspected',
    Descriptions: {},
    CreatedUtc: utc(kept.createdAt),
    UpdatedUtc: utc(kept.updatedAt),
    Data:
      kept.kind === 'Space'
        ? { Discriminator: 'Space', Value: { FloorNumber: kept.floor, LocationNotes: null } }
        : { Discriminator: kept.kind },
    ExternalNames: {},
    Directions: {},
  };
}

export function wireCategory(hotel: SimulatedHotel, category: ResourceCategoryType): unknown {
  return {
    Id: hotel.categoryId(category),
    EnterpriseId: hotel.ids.enterprise,
    ServiceId: hotel.serviceOf(category),
    IsActive: true,
    Type: category,
    Classification: 'Other',
    Names: { 'en-GB': category },
    ShortNames: { 'en-GB': category },
    Descriptions: {},
    Ordering: 0,
    Capacity: 2,
    ExtraCapacity: 0,
    ExternalIdentifier: null,
  };
}

export function wireCategoryAssignment(hotel: SimulatedHotel, kept: KeptResource): unknown {
  return {
    Id: assignmentId(kept),
    IsActive: true,
    ResourceId: kept.id,
    CategoryId: hotel.categoryId(kept.category),
    CreatedUtc: utc(kept.createdAt),
    UpdatedUtc: utc(kept.updatedAt),
  };
}

export function assignmentId({ id }: Pick<KeptResource, 'id'>): string {
  return namedUuid('assignment', id);
}

/** @param id Of the service of nights, or of the other one. */
export function wireService(hotel: SimulatedHotel, id: string): unknown {
  const isNights = id === hotel.ids.service;
  const name = isNights ? 'Accommodation' : 'Parking and meetings';
  return {
    Id: id,
    EnterpriseId: hotel.ids.enterprise,
    IsActive: true,
    Name: name,
    Names: { 'en-GB': name },
    Options: { BillAsPackage: true },
    Ordering: isNights ? 0 : 1,
    Data: {
      Discriminator: 'Bookable',
      Value: {
        StartOffset: ARRIVAL_OFFSET,
        EndOffset: DEPARTURE_OFFSET,
        OccupancyStartOffset: ARRIVAL_OFFSET,
        OccupancyEndOffset: DEPARTURE_OFFSET,
        TimeUnit: 'Day',
        TimeUnitPeriod: 'Day',
      },
    },
    ExternalIdentifier: null,
    CreatedUtc: utc(hotel.openedAt),
    UpdatedUtc: utc(hotel.openedAt),
  };
}

export function wireConfiguration(hotel: SimulatedHotel): unknown {
  return {
    NowUtc: utc(hotel.now()),
    Enterprise: {
      Id: hotel.ids.enterprise,
      ChainId: hotel.ids.chain,
      ChainName: hotel.property.name,
      CreatedUtc: utc(hotel.openedAt),
      UpdatedUtc: utc(hotel.openedAt),
      Name: hotel.property.name,
      TimeZoneIdentifier: hotel.property.zone,
      LegalEnvironmentCode: 'GB',
      AccommodationEnvironmentCode: 'GB',
      AccountingEnvironmentCode: 'GB',
      TaxEnvironmentCode: 'GB-2022',
      DefaultLanguageCode: 'en-GB',
      EditableHistoryInterval: EDITABLE,
      AccountingEditableHistoryInterval: EDITABLE,
      OperationalEditableHistoryInterval: EDITABLE,
      Pricing: 'Gross',
      AddressId: hotel.ids.address,
      Address: { Id: hotel.ids.address, City: null, CountryCode: null },
      GroupNames: [],
      Subscription: { TaxIdentifier: null },
      Currencies: [{ Currency: 'GBP', IsDefault: true, IsEnabled: true }],
    },
    Service: null,
    PaymentCardStorage: null,
    IsIdentityDocumentNumberRequired: false,
  };
}
