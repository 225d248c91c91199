import { plus, type InstantText } from '#domain/time/time';
import { Temporal } from 'temporal-polyfill';
import type { Hotel } from './portal-harness.ts';
import type { SeededRandom } from './seeded-random.ts';

const unreachable = { outcome: 'unreachable' as const, cause: 'ECONNREFUSED', retryAt: null };

/** Guests come, move, stay longer and leave, and things break and are mended, as the dice fall. */
export class RandomWeek {
  readonly #hotel: Hotel;
  readonly #dice: SeededRandom;
  /** Room to stay. */
  readonly #guests = new Map<string, string>();
  #arrived = 0;
  readonly happened = new Map<string, number>();

  constructor(hotel: Hotel, dice: SeededRandom) {
    this.#hotel = hotel;
    this.#dice = dice;
  }

  async act(): Promise<void> {
    const acts: readonly (readonly [name: string, weight: number, act: () => unknown])[] = [
      ['arrival', 30, () => this.#arrival()],
      ['booking cancelled', 5, () => this.#cancelled()],
      ['room move', 8, () => this.#move()],
      ['other dates', 8, () => this.#otherDates()],
      ['check-out', 20, () => this.#checkOut()],
      ['lock offline', 8, () => this.#hotel.building.setRadio(this.#anyLock(), false)],
      ['lock online', 8, () => this.#hotel.building.setRadio(this.#anyOffline() ?? this.#anyLock(), true)],
      ['slow lock', 3, () => (this.#hotel.building.lock(this.#anyLock()).answersAfter = 3)],
      ['refusing lock', 2, () => (this.#hotel.building.lock(this.#anyLock()).refuses = 'busy')],
      ['lock mended', 4, () => this.#mendOne()],
      ['lock reset', 1, () => this.#hotel.building.lock(this.#anyLock()).forget()],
      ['gateway', 3, () => this.#hotel.building.setGateway(!this.#hotel.building.connected)],
      ['PMS', 3, () => (this.#hotel.pms.trouble = this.#hotel.pms.trouble === null ? unreachable : null)],
      ['power cut', 2, () => this.#powerCut()],
    ];
    const [name, , act] = this.#drawn(acts);
    this.happened.set(name, (this.happened.get(name) ?? 0) + 1);
    await act();
  }

  /** Everything works again; whoever is in the hotel stays. */
  mend(): void {
    const { building, pms } = this.#hotel;
    pms.trouble = null;
    building.setGateway(true);
    for (const [name, lock] of building.locks) {
      lock.mend();
      building.setRadio(name, true);
    }
  }

  #arrival(): void {
    const room = this.#hotel.plan.rooms.find((each) => !this.#guests.has(each) && this.#dice.integer(3) === 0);
    if (room === undefined) return;
    this.#arrived += 1;
    const id = this.#hotel.book(room, `Guest No${this.#arrived}`, {
      arrival: this.#inHours(-1),
      departure: this.#inHours(12 + this.#dice.integer(96)),
    });
    this.#guests.set(room, id);
    if (this.#dice.integer(5) > 0) this.#hotel.pms.checkIn(id);
  }

  #cancelled(): void {
    this.#withGuest((room, id) => {
      this.#hotel.pms.set(id, 'cancelled');
      if (this.#dice.integer(2) === 0) this.#hotel.pms.checkIn(id);
      else this.#guests.delete(room);
    });
  }

  #move(): void {
    const free = this.#hotel.plan.rooms.filter((room) => !this.#guests.has(room));
    this.#withGuest((room, id) => {
      const next = free[this.#dice.integer(Math.max(free.length, 1))];
      if (next === undefined) return;
      this.#hotel.pms.move(id, next);
      this.#guests.delete(room);
      this.#guests.set(next, id);
    });
  }

  #otherDates(): void {
    this.#withGuest((_, id) => {
      const { scheduledArrival } = this.#hotel.pms.stay(id);
      this.#hotel.pms.dates(id, scheduledArrival, this.#inHours(2 + this.#dice.integer(72)));
    });
  }

  #checkOut(): void {
    this.#withGuest((room, id) => {
      this.#hotel.pms.checkOut(id);
      this.#guests.delete(room);
    });
  }

  async #powerCut(): Promise<void> {
    await this.#hotel.powerCut();
    await this.#hotel.startPortal();
  }

  #mendOne(): void {
    const broken = [...this.#hotel.building.locks.values()].find(
      (lock) => lock.refuses !== null || lock.answersAfter > 0,
    );
    broken?.mend();
  }

  #withGuest(act: (room: string, id: string) => void): void {
    const all = [...this.#guests];
    const [room, id] = all[this.#dice.integer(Math.max(all.length, 1))] ?? [];
    if (room !== undefined && id !== undefined) act(room, id);
  }

  #anyLock(): string {
    const names = [...this.#hotel.building.locks.keys()];
    return names[this.#dice.integer(names.length)] ?? '';
  }

  #anyOffline(): string | null {
    return [...this.#hotel.building.locks].find(([, { online }]) => !online)?.[0] ?? null;
  }

  #inHours(hours: number): InstantText {
    return plus(this.#hotel.clock.now(), Temporal.Duration.from({ hours }));
  }

  #drawn<Each extends readonly [string, number, ...unknown[]]>(all: readonly Each[]): Each {
    let at = this.#dice.integer(all.reduce((sum, [, weight]) => sum + weight, 0));
    const found = all.find(([, weight]) => {
      at -= weight;
      return at < 0;
    });
    if (found === undefined) throw new RangeError('nothing to draw from');
    return found;
  }
}
