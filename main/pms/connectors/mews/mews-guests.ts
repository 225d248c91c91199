import type { Guest } from '#domain/stay/reservation';
import type { PmsAnswer } from '#main/pms/pms-connector';
import type { MewsClient } from './mews-client.ts';
import { everyPageByIds, orWithheld } from './mews-pages.ts';
import { companionshipList, customerList, type MewsCustomer, type MewsReservation } from './mews-shapes.ts';

/** Mews merges into the surviving profile, which may be merged again; more steps than this are a circle. */
const MOST_MERGES = 8;

/** The people of one reservation, as far as they can be read. */
export interface MewsGuests {
  readonly guests: readonly Guest[];
  /** Somebody whom Mews names on the reservation did not come, or cannot be read. */
  readonly isGuestMissing: boolean;
  /** Fields of people that are not as described. */
  readonly fields: readonly string[];
}

export type GuestsOf = (reservation: MewsReservation) => MewsGuests;

/** Looks up the people of these reservations: owners that are persons, and their companions. */
export async function guestsOfAll(
  client: MewsClient,
  reservations: readonly MewsReservation[],
  signal: AbortSignal,
): Promise<PmsAnswer<GuestsOf>> {
  const reservationIds = reservations.map(({ Id }) => Id);
  const companionships = orWithheld(
    await everyPageByIds(client, companionshipList, 'ReservationIds', reservationIds, signal),
  );
  if (companionships.outcome !== 'answered') return companionships;

  const companions = new Map<string, readonly string[]>();
  // Newest first from Mews; the first companion who was added is the one to write to when a company owns the stay.
  for (const { ReservationId, CustomerId } of companionships.value.toReversed()) {
    if (ReservationId !== null) companions.set(ReservationId, [...(companions.get(ReservationId) ?? []), CustomerId]);
  }
  const idsOf = ({ Id, AccountId, AccountType }: MewsReservation): readonly string[] =>
    AccountType === 'Customer' ? [AccountId, ...(companions.get(Id) ?? [])] : (companions.get(Id) ?? []);

  const customers = await customersById(client, reservations.flatMap(idsOf), signal);
  if (customers.outcome !== 'answered') return customers;
  const isPart = companionships.withheld !== undefined;
  const withheld = [...(companionships.withheld ?? []), ...(customers.withheld ?? [])];
  return {
    outcome: 'answered',
    value: (reservation) => {
      const people = guestsFrom(idsOf(reservation), customers.value);
      return isPart ? { ...people, isGuestMissing: true } : people;
    },
    ...(withheld.length === 0 ? {} : { withheld }),
  };
}

interface Customers {
  readonly known: ReadonlyMap<string, MewsCustomer>;
  /** By id, what of each is not as described. */
  readonly unreadable: ReadonlyMap<string, readonly string[]>;
}

/** The customers with these ids, and those that they were merged into. */
async function customersById(
  client: MewsClient,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<PmsAnswer<Customers>> {
  const known = new Map<string, MewsCustomer>();
  const unreadable = new Map<string, readonly string[]>();
  const asked = new Set<string>();
  for (let open = ids; open.length > 0;) {
    const answer = orWithheld(await everyPageByIds(client, customerList, 'CustomerIds', open, signal));
    if (answer.outcome !== 'answered') return answer;
    if (answer.withheld !== undefined) return { ...answer, value: { known, unreadable } };
    for (const id of open) asked.add(id);
    for (const customer of answer.value) known.set(customer.Id, customer);
    for (const { pmsId, fields } of answer.unreadable ?? []) unreadable.set(pmsId, fields);
    open = answer.value.flatMap(({ MergeTargetId: id }) => (id === null || asked.has(id) ? [] : [id]));
  }
  return { outcome: 'answered', value: { known, unreadable } };
}

function guestsFrom(ids: readonly string[], { known, unreadable }: Customers): MewsGuests {
  const people = ids.flatMap((id) => survivorOf(id, known) ?? []);
  const different = new Map(people.map((person) => [person.Id, person]));
  return {
    guests: [...different.values()].map((person, at) => guestOf(person, at === 0)),
    isGuestMissing: ids.some((id) => !known.has(id)),
    fields: [...new Set(ids.flatMap((id) => unreadable.get(id) ?? []))].map((field) => `Customer.${field}`),
  };
}

function survivorOf(id: string, customers: ReadonlyMap<string, MewsCustomer>): MewsCustomer | undefined {
  let customer = customers.get(id);
  for (let merges = 0; merges < MOST_MERGES; merges += 1) {
    const target: MewsCustomer | undefined = customers.get(customer?.MergeTargetId ?? '');
    if (target === undefined) return customer;
    customer = target;
  }
  return customer;
}

function guestOf(customer: MewsCustomer, primary: boolean): Guest {
  return {
    pmsId: customer.Id,
    firstName: customer.FirstName ?? '',
    lastName: customer.LastName ?? '',
    email: textOrNull(customer.Email),
    emailIsRelay: customer.HasOtaEmail,
    phone: textOrNull(customer.Phone),
    language: textOrNull(customer.PreferredLanguageCode) ?? textOrNull(customer.LanguageCode),
    primary,
  };
}

/** Mews writes "no address" as null or as an empty text. */
function textOrNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
