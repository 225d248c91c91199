import type { StayState } from '#domain/stay/reservation';
import { plus, toInstantText, type InstantText, type ZoneName } from '#domain/time/time';
import type {
  PmsAnswer,
  PmsConnector,
  PmsIdentity,
  PmsProperty,
  PmsSpace,
  PmsStay,
  PmsStaysById,
  PmsWindow,
} from '#main/pms/pms-connector';
import type { Clock } from '#main/ports/clock';
import { Temporal } from 'temporal-polyfill';

export interface Booking {
  /** null: not assigned yet. */
  readonly room: string | null;
  readonly guest: string;
  /** Instants; seconds may be left out. */
  readonly arrival: string;
  readonly departure: string;
}

/** What a PMS stamps late is still in its answer: as the connectors ask with an overlap. */
const overlap = Temporal.Duration.from({ minutes: -5 });

/** A PMS in memory. It goes on while Portal is dead, and it may be out of order. */
export class MemoryPms implements PmsConnector {
  readonly #connection: string;
  readonly #clock: Clock;
  readonly #zone: ZoneName;
  readonly #stays = new Map<string, PmsStay>();
  readonly #spaces: PmsSpace[];

  #changes = 0;
  /** Where it calls when something changed; a test sets it before Portal connects. */
  hints?: (listener: () => void) => () => void;
  /** What it answers to everything instead; null: it is well. */
  trouble: PmsAnswer<never> | null = null;
  /** Whose the token is, where it is another property's. */
  tokenOf: string | null = null;
  /** Stays that it tells in a way that cannot be read, by Portal's id. */
  readonly unreadable = new Set<string>();
  /** An answer of 200 with nothing in it. */
  listsNothing = false;
  readonly asked: { changes: PmsWindow[]; byId: (readonly string[])[] } = { changes: [], byId: [] };

  /** @param connection What Portal calls the connection. */
  constructor(rooms: readonly string[], zone: ZoneName, clock: Clock, connection = 'mews') {
    this.#connection = connection;
    this.#clock = clock;
    this.#zone = zone;
    this.#spaces = rooms.map((name) => spaceOf(name));
  }

  addRoom(name: string): void {
    this.#spaces.push(spaceOf(name));
  }

  /** A room is taken out of use, or comes back. */
  setActive(name: string, active: boolean): void {
    const at = this.#spaces.findIndex((space) => space.name === name);
    this.#spaces[at] = { ...spaceOf(name), active };
  }

  /** @returns the stay's id, as Portal knows it. */
  book({ room, guest, arrival, departure }: Booking): string {
    const number = String(this.#stays.size + 1001);
    const [firstName = '', ...rest] = guest.split(' ');
    const person = {
      firstName,
      lastName: rest.join(' '),
      email: null,
      emailIsRelay: false,
      phone: null,
      language: null,
    };
    this.#store({
      pmsId: number,
      number,
      groupId: null,
      state: 'expected',
      scheduledArrival: moment(arrival),
      scheduledDeparture: moment(departure),
      timesFromPms: true,
      actualArrival: null,
      actualDeparture: null,
      ...this.#placeOf(room),
      guests: [{ pmsId: `guest-${number}`, ...person, primary: true }],
      sourceUpdatedAt: this.#clock.now(),
      contentHash: '',
    });
    return `${this.#connection}:${number}`;
  }

  stay(id: string): PmsStay {
    const stay = this.#stays.get(this.#pmsIdOf(id));
    if (stay === undefined) throw new RangeError(`no stay ${id}`);
    return stay;
  }

  all(): readonly PmsStay[] {
    return [...this.#stays.values()];
  }

  change(id: string, change: Partial<PmsStay>): void {
    this.#store({ ...this.stay(id), ...change, sourceUpdatedAt: this.#clock.now() });
  }

  checkIn(id: string): void {
    this.change(id, { state: 'in-house', actualArrival: this.#clock.now() });
  }

  checkOut(id: string): void {
    this.change(id, { state: 'departed', actualDeparture: this.#clock.now() });
  }

  set(id: string, state: StayState): void {
    this.change(id, { state, ...(state === 'expected' ? { actualArrival: null, actualDeparture: null } : {}) });
  }

  move(id: string, room: string | null): void {
    this.change(id, this.#placeOf(room));
  }

  dates(id: string, arrival: string, departure: string): void {
    this.change(id, { scheduledArrival: moment(arrival), scheduledDeparture: moment(departure) });
  }

  /** An older copy comes again. */
  putBack(stay: PmsStay): void {
    this.#stays.set(stay.pmsId, stay);
  }

  /** The PMS calls the stay something else from now on. @returns how Portal would call it if it were new. */
  renumber(id: string, pmsId: string): string {
    const stay = this.stay(id);
    this.remove(id);
    this.#store({ ...stay, pmsId, sourceUpdatedAt: this.#clock.now() });
    return `${this.#connection}:${pmsId}`;
  }

  /** The stay is no more, and its id is not known. */
  remove(id: string): void {
    this.#stays.delete(this.#pmsIdOf(id));
  }

  async property(): Promise<PmsAnswer<PmsProperty>> {
    const value = {
      id: this.tokenOf ?? `property-${this.#connection}`,
      name: this.tokenOf ?? 'Seaview',
      zone: this.#zone,
      defaultArrival: null,
      defaultDeparture: null,
      now: this.#clock.now(),
    };
    return this.#answer(value);
  }

  async identity(): Promise<PmsAnswer<PmsIdentity>> {
    return this.property();
  }

  async spaces(): Promise<PmsAnswer<readonly PmsSpace[]>> {
    return this.#answer([...this.#spaces]);
  }

  async changedStays(window: PmsWindow): Promise<PmsAnswer<readonly PmsStay[]>> {
    this.asked.changes.push(window);
    const from = plus(window.from, overlap);
    return this.#told(this.#listed().filter(({ sourceUpdatedAt: at }) => at >= from && at <= window.to));
  }

  async staysColliding({ from, to }: PmsWindow): Promise<PmsAnswer<readonly PmsStay[]>> {
    return this.#told(
      this.#listed().filter(
        (stay) => stay.state === 'in-house' || (stay.scheduledArrival < to && stay.scheduledDeparture > from),
      ),
    );
  }

  async staysById(ids: readonly string[]): Promise<PmsAnswer<PmsStaysById>> {
    this.asked.byId.push(ids);
    const told = this.#told(ids.flatMap((id) => this.#stays.get(id) ?? []));
    if (told.outcome !== 'answered') return told;
    return { ...told, value: { stays: told.value, unknown: ids.filter((id) => !this.#stays.has(id)) } };
  }

  #told(stays: readonly PmsStay[]): PmsAnswer<readonly PmsStay[]> {
    const isReadable = ({ pmsId }: PmsStay): boolean => !this.unreadable.has(`${this.#connection}:${pmsId}`);
    const unreadable = stays
      .filter((stay) => !isReadable(stay))
      .map(({ pmsId, number }) => ({ pmsId, number, fields: ['LastName'] }));
    const answer = this.#answer(stays.filter(isReadable));
    return answer.outcome === 'answered' ? { ...answer, unreadable } : answer;
  }

  /** The PMS's id within Portal's. */
  #pmsIdOf(id: string): string {
    return id.slice(this.#connection.length + 1);
  }

  #listed(): readonly PmsStay[] {
    return this.listsNothing ? [] : [...this.#stays.values()];
  }

  #answer<Value>(value: Value): PmsAnswer<Value> {
    return this.trouble ?? { outcome: 'answered', value };
  }

  #store(stay: PmsStay): void {
    this.#changes += 1;
    this.#stays.set(stay.pmsId, { ...stay, contentHash: `hash-${this.#changes}` });
  }

  #placeOf(room: string | null): Pick<PmsStay, 'spaceId' | 'spaceName'> {
    const space = this.#spaces.find(({ name }) => name === room);
    return { spaceId: space?.id ?? null, spaceName: space?.name ?? null };
  }
}

function spaceOf(name: string): PmsSpace {
  return { id: `room-${name}`, name, parentId: null, kind: 'room', active: true };
}

function moment(text: string): InstantText {
  return toInstantText(Temporal.Instant.from(text));
}
