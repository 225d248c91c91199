import type { InstantText, ZoneName } from '#domain/time/time';
import type { Clock } from '#main/ports/clock';
import type { Random } from '#main/ports/random';
import type { KeptHotel } from './hotel-file.ts';
import {
  isSleptIn,
  resourceCategoryTypes,
  type ResourceCategoryType,
  type HotelIds,
  type KeptCompanionship,
  type KeptCustomer,
  type KeptReservation,
  type KeptResource,
  type ServiceOrderState,
} from './hotel-records.ts';
import { namedUuid, randomUuid } from './uuids.ts';

export interface SimulatedProperty {
  readonly name: string;
  readonly zone: ZoneName;
}

export interface SimulatedRoom {
  readonly name: string;
  readonly floor?: string;
  /** The name of the room that this bed stands in. */
  readonly parent?: string;
  /** Object and Person can be booked too (a bicycle, a guide), and have no door. */
  readonly kind?: 'Space' | 'Object' | 'Person';
  /** Left out: a bed inside a room, a bike for an object, else a room. */
  readonly category?: ResourceCategoryType;
  readonly active?: boolean;
}

export interface SimulatedPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string | undefined;
  readonly emailIsFromOta?: boolean | undefined;
  readonly phone?: string | undefined;
}

export interface SimulatedBooking {
  /** The room's name; null while none is assigned. */
  readonly room: string | null;
  /** null: nobody is named, which only a company's booking may be. */
  readonly guest: SimulatedPerson | null;
  readonly arrival: InstantText;
  readonly departure: InstantText;
  readonly company?: boolean | undefined;
  /** Bookings with the same text here are one group. */
  readonly group?: string | undefined;
  readonly state?: 'Inquired' | 'Optional' | 'Requested' | 'Confirmed' | undefined;
}

/** What a person in the hotel may do to a reservation; `why` is one sentence for them. */
export type Act =
  { readonly outcome: 'done' } | { readonly outcome: 'not-possible' | 'not-found'; readonly why: string };

const DONE: Act = { outcome: 'done' };
/** Confirmation numbers of a house that has been open for a while. */
const FIRST_NUMBER = 10_000;

/**
 * One hotel in Mews: its rooms, guests and reservations, in memory (`hotel-file.ts` keeps them). Collections are in order of creation. Everything
 * that changes is stamped with the hotel's clock.
 */
export class SimulatedHotel {
  readonly property: SimulatedProperty;
  readonly ids: HotelIds;
  readonly openedAt: InstantText;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #reservations = new Map<string, KeptReservation>();
  readonly #customers = new Map<string, KeptCustomer>();
  readonly #companionships = new Map<string, KeptCompanionship>();
  readonly #resources = new Map<string, KeptResource>();
  readonly #groups = new Map<string, string>();
  #lastNumber: number;

  /** @param kept What the hotel knew when it was last saved; its rooms win over `rooms`. */
  constructor(
    property: SimulatedProperty,
    rooms: readonly SimulatedRoom[],
    clock: Clock,
    random: Random,
    kept: KeptHotel | null = null,
  ) {
    this.property = property;
    this.#clock = clock;
    this.#random = random;
    this.openedAt = kept?.openedAt ?? this.now();
    this.#lastNumber = kept?.lastNumber ?? FIRST_NUMBER + random.integer(FIRST_NUMBER);
    for (const each of kept?.reservations ?? []) this.#reservations.set(each.id, each);
    for (const each of kept?.customers ?? []) this.#customers.set(each.id, each);
    for (const each of kept?.companionships ?? []) this.#companionships.set(each.id, each);
    for (const each of kept?.resources ?? []) this.#resources.set(each.id, each);
    for (const [name, id] of kept?.groups ?? []) this.#groups.set(name, id);
    const named = (name: string) => namedUuid(property.name, name);
    this.ids = {
      enterprise: named('enterprise'),
      chain: named('chain'),
      address: named('address'),
      service: named('service'),
      otherService: named('other service'),
      rate: named('rate'),
      ageCategory: named('age category'),
      profile: named('profile'),
    };
    for (const room of rooms) this.addRoom(room);
  }

  get reservations(): readonly KeptReservation[] {
    return [...this.#reservations.values()];
  }

  get customers(): readonly KeptCustomer[] {
    return [...this.#customers.values()];
  }

  get companionships(): readonly KeptCompanionship[] {
    return [...this.#companionships.values()];
  }

  get resources(): readonly KeptResource[] {
    return [...this.#resources.values()];
  }

  /** Everything that the constructor needs to go on from here. */
  kept(): KeptHotel {
    return {
      openedAt: this.openedAt,
      lastNumber: this.#lastNumber,
      groups: [...this.#groups],
      reservations: [...this.#reservations.values()],
      customers: [...this.#customers.values()],
      companionships: [...this.#companionships.values()],
      resources: [...this.#resources.values()],
    };
  }

  /** The hotel's clock, in whole seconds. */
  now(): InstantText {
    return wholeSeconds(this.#clock.now());
  }

  addRoom(room: SimulatedRoom): Act & { readonly id?: string } {
    const { name, floor = '1', parent, kind = 'Space', active = true } = room;
    const { category = usualCategory(kind, parent) } = room;
    const isTaken = this.resources.some((each) => each.name === name && each.category === category);
    if (isTaken) return notPossible(`There is a room ${name} already.`);
    const parentId = parent === undefined ? null : (this.roomNamed(parent)?.id ?? null);
    const at = this.now();
    const id = namedUuid(this.property.name, ...(this.roomNamed(name) === undefined ? ['room'] : [category]), name);
    this.#resources.set(id, { id, name, floor, parentId, kind, category, active, createdAt: at, updatedAt: at });
    return { ...DONE, id };
  }

  roomNamed(name: string): KeptResource | undefined {
    return this.resources.find((resource) => resource.name === name);
  }

  /** The category of a resource, as an id. */
  categoryId(category: ResourceCategoryType): string {
    return namedUuid(this.property.name, 'category', category);
  }

  /** The service that sells a category. */
  serviceOf(category: ResourceCategoryType): string {
    return isSleptIn(category) ? this.ids.service : this.ids.otherService;
  }

  /** Those of its resources, the nights' first. */
  get categories(): readonly ResourceCategoryType[] {
    return resourceCategoryTypes.filter(
      (each) => each === 'Room' || this.resources.some(({ category }) => category === each),
    );
  }

  book(booking: SimulatedBooking): Act & { readonly id?: string } {
    const room = booking.room === null ? null : this.roomNamed(booking.room);
    if (room === undefined) return notFound(`There is no room ${booking.room ?? ''}.`);
    if (booking.arrival >= booking.departure) return notPossible('The departure has to be after the arrival.');
    if (booking.guest === null && booking.company !== true) return notPossible('A reservation needs a guest.');
    const at = this.now();
    const id = randomUuid(this.#random);
    this.#lastNumber += 1;
    const customerId = booking.guest === null ? null : this.addCustomer(booking.guest);
    const ownedByCompany = booking.company === true || customerId === null;
    const groupId = this.#groupId(booking.group);
    this.#reservations.set(id, {
      id,
      number: String(this.#lastNumber),
      groupId,
      accountId: ownedByCompany ? namedUuid(this.property.name, 'company') : customerId,
      accountType: ownedByCompany ? 'Company' : 'Customer',
      state: booking.state ?? 'Confirmed',
      cancellationReason: null,
      cancelledAt: null,
      roomId: room?.id ?? null,
      scheduledStart: wholeSeconds(booking.arrival),
      scheduledEnd: wholeSeconds(booking.departure),
      actualStart: null,
      actualEnd: null,
      createdAt: at,
      updatedAt: at,
    });
    if (ownedByCompany && customerId !== null) this.addCompanion(id, customerId);
    return { ...DONE, id };
  }

  addCustomer(person: SimulatedPerson): string {
    const at = this.now();
    const id = randomUuid(this.#random);
    this.#customers.set(id, {
      id,
      number: String(this.#customers.size + 1),
      firstName: person.firstName,
      lastName: person.lastName,
      email: person.email ?? null,
      emailIsFromOta: person.emailIsFromOta ?? false,
      phone: person.phone ?? null,
      mergeTargetId: null,
      createdAt: at,
      updatedAt: at,
    });
    return id;
  }

  addCompanion(reservationId: string, customerId: string): Act {
    const reservation = this.#reservations.get(reservationId);
    if (reservation === undefined) return notFound('There is no such reservation.');
    const at = this.now();
    const id = randomUuid(this.#random);
    const { groupId } = reservation;
    this.#companionships.set(id, { id, customerId, groupId, reservationId, createdAt: at, updatedAt: at });
    return DONE;
  }

  changeCustomer(id: string, change: Partial<Omit<KeptCustomer, 'id' | 'createdAt' | 'updatedAt'>>): Act {
    const customer = this.#customers.get(id);
    if (customer === undefined) return notFound('There is no such guest.');
    this.#customers.set(id, { ...customer, ...change, updatedAt: this.now() });
    return DONE;
  }

  /** @param from The states in which the hotel may do this. */
  change(id: string, from: readonly ServiceOrderState[], change: Partial<KeptReservation>): Act {
    const reservation = this.#reservations.get(id);
    if (reservation === undefined) return notFound('There is no such reservation.');
    if (!from.includes(reservation.state)) {
      return notPossible(`Not possible: the reservation is ${reservation.state}, not ${from.join(' or ')}.`);
    }
    const changed = { ...reservation, ...change, updatedAt: this.now() };
    if (changed.scheduledStart >= changed.scheduledEnd)
      return notPossible('The departure has to be after the arrival.');
    this.#reservations.set(id, changed);
    return DONE;
  }

  reservation(id: string): KeptReservation | undefined {
    return this.#reservations.get(id);
  }

  resource(id: string | null): KeptResource | undefined {
    return this.#resources.get(id ?? '');
  }

  customer(id: string): KeptCustomer | undefined {
    return this.#customers.get(id);
  }

  /** As if it had never been: Mews no longer answers for it. */
  remove(id: string): void {
    this.#reservations.delete(id);
  }

  #groupId(group: string | undefined): string {
    if (group === undefined) return randomUuid(this.#random);
    const known = this.#groups.get(group) ?? randomUuid(this.#random);
    this.#groups.set(group, known);
    return known;
  }
}

function usualCategory(kind: KeptResource['kind'], parent: string | undefined): ResourceCategoryType {
  if (kind !== 'Space') return 'Bike';
  return parent === undefined ? 'Room' : 'Bed';
}

export function notPossible(why: string): Act {
  return { outcome: 'not-possible', why };
}

export function notFound(why: string): Act {
  return { outcome: 'not-found', why };
}

function wholeSeconds(moment: InstantText): InstantText {
  return `${moment.slice(0, 19)}.000Z` as InstantText;
}
