import type { Guest } from '#domain/reservation';
import type { InstantText } from '#domain/time';
import type { PmsAnswer, PmsConnector, PmsStay } from '#main/pms/pms-connector';
import type { ManualClock } from '#tests/support/manual-clock';
import { setImmediate } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/**
 * One hotel in a PMS that a test may play with. It opens on 2026-11-23 at 12:00 UTC in Europe/Paris (13:00 there), is
 * called Seaview, takes guests at 15:00 and lets them go at 11:00. Rooms: 101, 102, 103 (closed), Dorm with Bed A and
 * Bed B in it, and a bicycle that can be booked and has no door.
 */
export interface PmsHarness {
  readonly connector: PmsConnector;
  readonly clock: ManualClock;
  /** After how long the connector gives up one call. */
  readonly timeOut: Temporal.Duration;
  /** @returns the PMS's id of the stay. */
  create(stay: StayPlan): string;
  /** A booking that nobody has confirmed yet. */
  createTentative(stay: StayPlan): string;
  /** @param guest null: the company named nobody. */
  createForCompany(stay: Omit<StayPlan, 'guest'> & { readonly guest: PersonPlan | null }): string;
  checkIn(id: string): void;
  undoCheckIn(id: string): void;
  checkOut(id: string): void;
  undoCheckOut(id: string): void;
  cancel(id: string): void;
  reinstate(id: string): void;
  noShow(id: string): void;
  move(id: string, room: string): void;
  unassign(id: string): void;
  changeDates(id: string, dates: { readonly arrival?: string; readonly departure?: string }): void;
  /** The PMS stamps the stay as changed; nothing that Portal acts on is. */
  touch(id: string): void;
  remove(id: string): void;
  addCompanion(id: string, person: PersonPlan): void;
  correctEmail(id: string, email: string): void;
  /** The stay's guest turns out to be the same person as a new, surviving profile. */
  mergeGuest(id: string, survivor: PersonPlan): void;
  outage(kind: 'down' | 'unauthorised' | 'overloaded' | 'broken' | 'hang', seconds: number): void;
  /** 429, and how it says when to come back. */
  throttle(seconds: number, retryAfter: 'seconds' | 'date' | 'none'): void;
  /** The PMS gives up on questions for more stays, or longer windows, than this. */
  weaken(limits: { readonly items: number; readonly hours: number }): void;
  /** Runs once, as soon as the PMS has given its first page of stays. */
  afterFirstPage(act: () => void): void;
  /** How many calls have reached the PMS. */
  calls(): number;
  stop(): Promise<void>;
}

export interface StayPlan {
  readonly room: string | null;
  readonly guest: PersonPlan;
  /** Moments in UTC. */
  readonly arrival: string;
  readonly departure: string;
  readonly group?: string;
}

export interface PersonPlan {
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string;
  readonly emailIsFromOta?: boolean;
  readonly phone?: string;
}

export interface HarnessOptions {
  /** How far the PMS's clock is ahead of Portal's. */
  readonly pmsAhead?: Temporal.Duration;
}

const go = new AbortController().signal;
const at = (text: string): InstantText => text as InstantText;

const ada: PersonPlan = { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com', phone: '+44 20 7946 0001' };
const grace: PersonPlan = { firstName: 'Grace', lastName: 'Hopper', email: 'grace@example.com' };
const tonight = { arrival: '2026-11-23T14:00:00Z', departure: '2026-11-25T10:00:00Z' };
const today = { from: at('2026-11-23T11:00:00.000Z'), to: at('2026-11-23T12:00:00.000Z') };

/** What every PMS connector promises; the numbers are those of the scenarios in the PMS facts. */
export function pmsConnectorContract(name: string, start: (options?: HarnessOptions) => Promise<PmsHarness>): void {
  describe(`${name}: what every PMS connector promises`, () => {
    let hotel: PmsHarness;
    beforeEach(async () => {
      hotel = await start();
    });
    afterEach(async () => {
      vi.unstubAllEnvs();
      await hotel.stop();
    });

    const stay = async (id: string): Promise<PmsStay> => {
      const { stays } = answered(await hotel.connector.staysById([id], go));
      expect(stays).toHaveLength(1);
      return stays[0] as PmsStay;
    };
    const guestsOf = async (id: string): Promise<readonly Guest[]> => (await stay(id)).guests;
    const idOf = (id: string): string => `${hotel.connector.system}:${id}`;

    describe('the hotel', () => {
      test("the property comes with its zone, its usual times and the PMS's own clock", async () => {
        expect(answered(await hotel.connector.property(go))).toEqual({
          name: 'Seaview',
          zone: 'Europe/Paris',
          defaultArrival: '15:00',
          defaultDeparture: '11:00',
          now: '2026-11-23T12:00:00.000Z',
        });
      });

      test('scenario 38: beds name the room they stand in, closed rooms are told, and a bicycle is no room', async () => {
        const spaces = answered(await hotel.connector.spaces(go));

        const dorm = spaces.find((space) => space.name === 'Dorm');
        const told = spaces
          .map(({ name: called, kind, active, parentId }) => [called, kind, active, parentId === dorm?.id])
          .toSorted();
        expect(told).toEqual([
          ['101', 'room', true, false],
          ['102', 'room', true, false],
          ['103', 'room', false, false],
          ['Bed A', 'bed', true, true],
          ['Bed B', 'bed', true, true],
          ['Bicycle', 'other', true, false],
          ['Dorm', 'room', true, false],
        ]);
      });

      test('scenario 7: a PMS whose clock is 4 minutes ahead is asked on its own clock, and misses nothing', async () => {
        const ahead = await start({ pmsAhead: Temporal.Duration.from({ minutes: 4 }) });
        ahead.create({ room: '101', guest: ada, ...tonight });

        const { now } = answered(await ahead.connector.property(go));
        const stays = answered(await ahead.connector.changedStays({ from: today.from, to: now }, go));

        await ahead.stop();
        expect(now).toBe('2026-11-23T12:04:00.000Z');
        expect(stays).toHaveLength(1);
      });
    });

    describe('one stay', () => {
      test('a confirmed stay is told with its room, its times and its guest', async () => {
        const id = hotel.create({ room: '101', guest: ada, ...tonight });

        const found = await stay(id);
        expect(found).toMatchObject({
          id: idOf(id),
          connector: hotel.connector.system,
          state: 'expected',
          scheduledArrival: '2026-11-23T14:00:00.000Z',
          scheduledDeparture: '2026-11-25T10:00:00.000Z',
          actualArrival: null,
          actualDeparture: null,
          spaceName: '101',
          sourceUpdatedAt: '2026-11-23T12:00:00.000Z',
        });
        expect(found.number).not.toBe('');
        expect(found.guests).toMatchObject([
          {
            firstName: 'Ada',
            lastName: 'Byron',
            email: 'ada@example.com',
            emailIsRelay: false,
            phone: '+44 20 7946 0001',
            primary: true,
          },
        ]);
      });

      test('scenario 19: a stay without a room has none until the PMS assigns one', async () => {
        const id = hotel.create({ room: null, guest: ada, ...tonight });

        const before = await stay(id);
        hotel.move(id, '102');

        expect([before.spaceId, before.spaceName]).toEqual([null, null]);
        expect((await stay(id)).spaceName).toBe('102');
      });

      test('scenario 20: an early check-in is told, and the planned arrival stays', async () => {
        const id = hotel.create({ room: '101', guest: ada, ...tonight });
        hotel.checkIn(id);

        expect(await stay(id)).toMatchObject({
          state: 'in-house',
          scheduledArrival: '2026-11-23T14:00:00.000Z',
          actualArrival: '2026-11-23T12:00:00.000Z',
        });
      });

      test('scenario 21: a longer stay is told with its new end', async () => {
        const id = hotel.create({ room: '101', guest: ada, ...tonight });
        const before = await stay(id);
        hotel.changeDates(id, { departure: '2026-11-27T10:00:00Z' });

        const after = await stay(id);
        expect(after.scheduledDeparture).toBe('2026-11-27T10:00:00.000Z');
        expect(after.contentHash).not.toBe(before.contentHash);
      });

      test("scenario 25: the zone of the PC plays no part in a stay's times", async () => {
        const id = hotel.create({ room: '101', guest: ada, ...tonight });
        const here = await stay(id);
        vi.stubEnv('TZ', 'Pacific/Auckland');

        expect(new Date('2026-11-23T14:00:00Z').getHours()).toBe(3);
        expect(await stay(id)).toEqual(here);
      });

      test('scenario 26: a walk-in whose arrival is past is told as it is', async () => {
        const id = hotel.create({
          room: '101',
          guest: ada,
          arrival: '2026-11-23T11:30:00Z',
          departure: tonight.departure,
        });
        hotel.checkIn(id);

        expect(await stay(id)).toMatchObject({ state: 'in-house', scheduledArrival: '2026-11-23T11:30:00.000Z' });
      });

      test('scenario 27: a cancelled stay is cancelled, and reinstated it is the same stay again', async () => {
        const id = hotel.create({ room: '101', guest: ada, ...tonight });
        const first = await stay(id);
        hotel.cancel(id);
        const cancelled = await stay(id);
        hotel.reinstate(id);

        expect(cancelled.state).toBe('cancelled');
        expect(await stay(id)).toEqual(first);
      });

      test('scenario 28: a no-show is no mere cancellation, and the guest who comes at 02:00 is in house', async () => {
        const id = hotel.create({ room: '101', guest: ada, ...tonight });
        hotel.noShow(id);
        const missed = await stay(id);
        await hotel.clock.set('2026-11-24T01:00:00Z');
        hotel.reinstate(id);
        hotel.checkIn(id);

        expect(missed.state).toBe('no-show');
        expect(await stay(id)).toMatchObject({ state: 'in-house', actualArrival: '2026-11-24T01:00:00.000Z' });
      });

      test('scenario 29: a check-in that is undone leaves an expected stay', async () => {
        const id = hotel.create({ room: '101', guest: ada, ...tonight });
        hotel.checkIn(id);
        hotel.undoCheckIn(id);

        expect(await stay(id)).toMatchObject({ state: 'expected', actualArrival: null });
      });

      test('scenario 29: a check-out that is undone leaves the guest in house', async () => {
        const id = hotel.create({ room: '101', guest: ada, ...tonight });
        hotel.checkIn(id);
        hotel.checkOut(id);
        const left = await stay(id);
        hotel.undoCheckOut(id);

        expect(left).toMatchObject({ state: 'departed', actualDeparture: '2026-11-23T12:00:00.000Z' });
        expect(await stay(id)).toMatchObject({ state: 'in-house', actualDeparture: null });
      });

      test('scenario 31: a tentative stay is reported as tentative', async () => {
        const id = hotel.createTentative({ room: '101', guest: ada, ...tonight });

        expect((await stay(id)).state).toBe('tentative');
      });

      test('scenario 32: of a booking of two rooms only the room that checked in changes', async () => {
        const one = hotel.create({ room: '101', guest: ada, ...tonight, group: 'wedding' });
        const two = hotel.create({ room: '102', guest: grace, ...tonight, group: 'wedding' });
        const before = [await stay(one), await stay(two)];
        hotel.checkIn(one);
        const after = [await stay(one), await stay(two)];

        expect(before[0]?.groupId).toBe(before[1]?.groupId);
        expect(after[0]).toMatchObject({ state: 'in-house' });
        expect(after[1]).toEqual(before[1]);
      });

      test('a stay that was only touched has the same content, and a moved one another', async () => {
        const id = hotel.create({ room: '101', guest: ada, ...tonight });
        const created = await stay(id);
        await hotel.clock.advance({ minutes: 1 });
        hotel.touch(id);
        const touched = await stay(id);
        hotel.move(id, '102');

        expect(touched.sourceUpdatedAt).not.toBe(created.sourceUpdatedAt);
        expect(touched.contentHash).toBe(created.contentHash);
        expect((await stay(id)).contentHash).not.toBe(created.contentHash);
      });
    });

    describe('who stays', () => {
      test('a companion is told after the guest who owns the stay', async () => {
        const id = hotel.create({ room: '101', guest: ada, ...tonight });
        hotel.addCompanion(id, grace);

        expect((await guestsOf(id)).map((guest) => [guest.lastName, guest.primary])).toEqual([
          ['Byron', true],
          ['Hopper', false],
        ]);
      });

      test("scenario 35: the guests of a company's stay are its companions, the first one first", async () => {
        const id = hotel.createForCompany({ room: '101', guest: grace, ...tonight });
        hotel.addCompanion(id, ada);

        expect((await guestsOf(id)).map((guest) => [guest.lastName, guest.primary])).toEqual([
          ['Hopper', true],
          ['Byron', false],
        ]);
      });

      test("scenario 35: a company's stay for which nobody is named has no guests", async () => {
        const id = hotel.createForCompany({ room: '101', guest: null, ...tonight });

        expect(await stay(id)).toMatchObject({ state: 'expected', guests: [] });
      });

      test('scenario 36: a merged guest is told as the one who survived', async () => {
        const id = hotel.create({ room: '101', guest: ada, ...tonight });
        hotel.mergeGuest(id, { firstName: 'Ada', lastName: 'Lovelace', email: 'lovelace@example.com' });
        hotel.mergeGuest(id, { firstName: 'Ada', lastName: 'King', email: 'king@example.com' });

        expect(await guestsOf(id)).toMatchObject([{ lastName: 'King', email: 'king@example.com', primary: true }]);
      });

      test("scenario 37: a travel agency's relay address is marked, and an empty one is none", async () => {
        const relayed = hotel.create({ room: '101', guest: { ...ada, emailIsFromOta: true }, ...tonight });
        const without = hotel.create({ room: '102', guest: { ...grace, email: '', phone: ' ' }, ...tonight });

        expect(await guestsOf(relayed)).toMatchObject([{ email: 'ada@example.com', emailIsRelay: true }]);
        expect(await guestsOf(without)).toMatchObject([{ email: null, emailIsRelay: false, phone: null }]);
      });

      test('scenario 37: an address that is corrected later is a change of the stay', async () => {
        const id = hotel.create({ room: '101', guest: { ...ada, email: '' }, ...tonight });
        await hotel.clock.advance({ hours: 1 });
        hotel.correctEmail(id, 'real@example.com');

        const window = { from: at('2026-11-23T12:30:00.000Z'), to: at('2026-11-23T13:00:00.000Z') };
        const changed = answered(await hotel.connector.changedStays(window, go));
        expect(changed.map((each) => [each.id, each.guests[0]?.email])).toEqual([[idOf(id), 'real@example.com']]);
      });
    });

    describe('many stays', () => {
      const manyStays = (count: number): readonly string[] =>
        Array.from({ length: count }, () => hotel.create({ room: '101', guest: ada, ...tonight })).map(idOf);
      const idsOf = (stays: readonly PmsStay[]): readonly string[] => stays.map((each) => each.id);

      test('what changed before the window, beyond the overlap, is not told again', async () => {
        hotel.create({ room: '101', guest: ada, ...tonight });
        await hotel.clock.advance({ hours: 2 });
        const late = hotel.create({ room: '102', guest: grace, ...tonight });

        const window = { from: at('2026-11-23T13:00:00.000Z'), to: at('2026-11-23T14:00:00.000Z') };
        expect(idsOf(answered(await hotel.connector.changedStays(window, go)))).toEqual([idOf(late)]);
      });

      test('a change that the PMS stamped shortly before the window is told', async () => {
        const id = hotel.create({ room: '101', guest: ada, ...tonight });

        const window = { from: at('2026-11-23T12:04:59.000Z'), to: at('2026-11-23T12:10:00.000Z') };
        expect(idsOf(answered(await hotel.connector.changedStays(window, go)))).toEqual([idOf(id)]);
      });

      test('scenario 3: after three hours without the PMS one question brings everything of the gap', async () => {
        hotel.outage('down', 3 * 3600);
        const missed = await hotel.connector.changedStays(today, go);
        const ids = manyStays(3);
        await hotel.clock.advance({ hours: 3 });

        const gap = { from: today.from, to: at('2026-11-23T15:00:00.000Z') };
        expect(missed).toMatchObject({ outcome: 'unreachable', retryAt: null });
        expect(idsOf(answered(await hotel.connector.changedStays(gap, go))).toSorted()).toEqual(ids.toSorted());
      });

      test('scenario 5: what is too heavy for the PMS is asked in smaller pieces until it is whole', async () => {
        const ids = manyStays(130);
        hotel.weaken({ items: 60, hours: 8 * 24 });

        const window = { from: at('2026-11-01T00:00:00.000Z'), to: today.to };
        expect(idsOf(answered(await hotel.connector.changedStays(window, go))).toSorted()).toEqual(ids.toSorted());
      });

      test('scenario 5: a PMS that cannot even do the smallest piece is unreachable', async () => {
        hotel.weaken({ items: 1, hours: 0 });

        expect(await hotel.connector.changedStays(today, go)).toMatchObject({ outcome: 'unreachable' });
      });

      test('scenario 6: a window that is asked again gives the same stays', async () => {
        manyStays(3);

        const first = answered(await hotel.connector.changedStays(today, go));
        expect(first).toHaveLength(3);
        expect(answered(await hotel.connector.changedStays(today, go))).toEqual(first);
      });

      test('scenario 6: a stay that is made while the pages come loses none of the others', async () => {
        const ids = manyStays(130);
        hotel.weaken({ items: 60, hours: 24 * 90 });
        hotel.afterFirstPage(() => hotel.create({ room: '102', guest: grace, ...tonight }));

        const told = idsOf(answered(await hotel.connector.changedStays(today, go)));
        expect(told).toEqual(expect.arrayContaining([...ids]));
        expect(new Set(told).size).toBe(told.length);
      });

      test('scenario 9 and 10: a stay that is seen twice is told once, in its newest copy', async () => {
        const id = hotel.create({
          room: '101',
          guest: ada,
          arrival: '2026-11-23T14:00:00Z',
          departure: '2027-06-01T10:00:00Z',
        });
        await hotel.clock.advance({ minutes: 1 });
        hotel.afterFirstPage(() => hotel.move(id, '102'));

        const year = { from: at('2026-11-23T00:00:00.000Z'), to: at('2027-06-30T00:00:00.000Z') };
        const told = answered(await hotel.connector.staysColliding(year, go));
        expect(told.map((each) => [each.id, each.spaceName])).toEqual([[idOf(id), '102']]);
      });

      test('the reconciliation finds every stay that touches its days, whatever its state, and no other', async () => {
        const inside = hotel.create({ room: '101', guest: ada, ...tonight });
        const cancelled = hotel.create({ room: '102', guest: grace, ...tonight });
        hotel.cancel(cancelled);
        hotel.create({ room: '101', guest: ada, arrival: '2026-12-01T14:00:00Z', departure: '2026-12-02T10:00:00Z' });

        const days = { from: at('2026-11-24T00:00:00.000Z'), to: at('2026-11-25T00:00:00.000Z') };
        const told = idsOf(answered(await hotel.connector.staysColliding(days, go)));
        expect(told.toSorted()).toEqual([idOf(inside), idOf(cancelled)].toSorted());
      });

      test('scenario 11: a cancelled stay is still known by its id, one the PMS never had is unknown', async () => {
        const cancelled = hotel.create({ room: '101', guest: ada, ...tonight });
        hotel.cancel(cancelled);
        const never = '00000000-0000-4000-a000-000000000000';

        const { stays, unknown } = answered(await hotel.connector.staysById([cancelled, never], go));
        expect(idsOf(stays)).toEqual([idOf(cancelled)]);
        expect(unknown).toEqual([never]);
      });

      test('scenario 30: a stay that the PMS deleted is unknown', async () => {
        const id = hotel.create({ room: '101', guest: ada, ...tonight });
        hotel.remove(id);

        expect(answered(await hotel.connector.staysById([id], go))).toEqual({ stays: [], unknown: [id] });
      });

      test('asking for no stays asks nothing', async () => {
        expect(answered(await hotel.connector.staysById([], go))).toEqual({ stays: [], unknown: [] });
        expect(hotel.calls()).toBe(0);
      });
    });

    describe('bad days', () => {
      test('scenario 1: a withdrawn token is unauthorised each time, and with the token back it goes on', async () => {
        hotel.outage('unauthorised', 60);
        const first = await hotel.connector.property(go);
        const second = await hotel.connector.changedStays(today, go);
        await hotel.clock.advance({ minutes: 1 });

        expect([first.outcome, second.outcome]).toEqual(['unauthorised', 'unauthorised']);
        expect((await hotel.connector.property(go)).outcome).toBe('answered');
      });

      test('scenario 4: a PMS that names the seconds is left alone for exactly that long', async () => {
        hotel.throttle(7, 'seconds');
        const property = hotel.connector.property(go);

        expect(await nextPause(hotel)).toBe(7000);
        await hotel.clock.advance({ seconds: 7 });
        expect((await property).outcome).toBe('answered');
      });

      test('scenario 4: a PMS that names a moment is left alone until then', async () => {
        hotel.throttle(9, 'date');
        const property = hotel.connector.property(go);

        expect(await nextPause(hotel)).toBe(9000);
        await hotel.clock.advance({ seconds: 9 });
        expect((await property).outcome).toBe('answered');
      });

      test('scenario 4: a PMS that names nothing is asked after growing, uneven pauses, and then left to the caller', async () => {
        hotel.throttle(3600, 'none');
        const property = hotel.connector.property(go);

        const pauses = [
          await passPause(hotel),
          await passPause(hotel),
          await passPause(hotel),
          await passPause(hotel),
        ] as const;

        expect(pauses.every((pause, nth) => pause >= 1000 * 2 ** nth && pause < 1500 * 2 ** nth)).toBe(true);
        expect(pauses.some((pause) => pause % 1000 !== 0)).toBe(true);
        const answer = await property;
        expect(answer).toMatchObject({ outcome: 'unreachable', retryAt: expect.any(String) });
        expect(hotel.calls()).toBe(5);
      });

      test('scenario 4: a pause of an hour is not waited for but told, and the PMS is not asked meanwhile', async () => {
        hotel.throttle(3600, 'seconds');
        const first = await hotel.connector.property(go);
        const second = await hotel.connector.property(go);
        await hotel.clock.advance({ hours: 1 });

        expect(first).toMatchObject({ outcome: 'unreachable', retryAt: '2026-11-23T13:00:00.000Z' });
        expect(second).toEqual(first);
        expect(hotel.calls()).toBe(1);
        expect((await hotel.connector.property(go)).outcome).toBe('answered');
      });

      test('a caller who stops while the PMS wants a pause gets an answer at once', async () => {
        hotel.throttle(60, 'seconds');
        const stop = new AbortController();
        const property = hotel.connector.property(stop.signal);
        await nextPause(hotel, Temporal.Duration.from({ seconds: 61 }));
        stop.abort();

        expect(await property).toMatchObject({ outcome: 'unreachable' });
        expect(hotel.clock.waiting).toBe(0);
      });

      test('a PMS that fails is unreachable', async () => {
        hotel.outage('broken', 60);

        expect(await hotel.connector.property(go)).toMatchObject({ outcome: 'unreachable', retryAt: null });
      });

      test('a PMS that never answers is unreachable when the time is out, and not before', async () => {
        hotel.outage('hang', 3600);
        const property = hotel.connector.property(go);
        await until(() => hotel.calls() === 1);

        expect(hotel.clock.next).toBe(
          Temporal.Instant.from('2026-11-23T12:00:00Z').add(hotel.timeOut).toString({ fractionalSecondDigits: 3 }),
        );
        await hotel.clock.advance(hotel.timeOut);
        expect(await property).toMatchObject({ outcome: 'unreachable' });
      });

      test("what the PMS refuses is told in the PMS's own words", async () => {
        expect(await hotel.connector.staysById(['no id of this PMS'], go)).toMatchObject({
          outcome: 'refused',
          message: expect.stringMatching(/\w+ \w+/),
        });
      });
    });
  });
}

function answered<Value>(answer: PmsAnswer<Value>): Value {
  if (answer.outcome !== 'answered') throw new Error(`not answered: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** Waits, in real time, until the network has brought something about. */
async function until(condition: () => boolean): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- polling is the point
  while (!condition()) await setImmediate();
}

/** How long the connector wants to pause now, in milliseconds; calls under way wait for their time-out, not for this. */
async function nextPause(hotel: PmsHarness, below: Temporal.Duration = hotel.timeOut): Promise<number> {
  let pause = Number.POSITIVE_INFINITY;
  await until(() => {
    const { next } = hotel.clock;
    pause = next === null ? pause : Temporal.Instant.from(next).since(hotel.clock.now()).total('milliseconds');
    return pause < below.total('milliseconds');
  });
  return pause;
}

async function passPause(hotel: PmsHarness): Promise<number> {
  const pause = await nextPause(hotel);
  await hotel.clock.advance({ milliseconds: pause });
  return pause;
}
