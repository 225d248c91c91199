import type { InstantText } from '#domain/time/time';
import { plus, toInstantText, zoneName } from '#domain/time/time';
import { REQUEST_TIME_OUT } from '#main/pms/connectors/mews/mews-client';
import { mewsSystem } from '#main/pms/connectors/mews/mews-system';
import { HeldCredentials } from '#main/pms/credentials';
import type { StampingConnector } from '#main/pms/pms-connector';
import { enteredCredentials } from '#main/pms/pms-system';
import type { Clock } from '#main/ports/clock';
import type { Log } from '#main/ports/log';
import {
  cancel,
  changeDates,
  checkIn,
  checkOut,
  moveTo,
  reinstate,
  unassign,
  undoCheckIn,
} from '#main/simulation/mews/hotel-acts';
import type { Act } from '#main/simulation/mews/simulated-hotel';
import { startSimulatedMews, type SimulatedMews } from '#main/simulation/mews/start-simulated-mews';
import type { HarnessOptions, PmsHarness, StayPlan } from '#tests/contracts/pms-connector/harness';
import { Temporal } from 'temporal-polyfill';
import { ManualClock } from './manual-clock.ts';
import { memoryVault } from './memory-vault.ts';
import { SeededRandom } from './seeded-random.ts';

export const TOKENS = { clientToken: 'C1-SECRET-CLIENT', accessToken: 'A1-SECRET-ACCESS' };

const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** The hotel of the contract, in a simulated Mews. */
export function openSeaview(clock: Clock): Promise<SimulatedMews> {
  return startSimulatedMews({
    host: '127.0.0.1',
    port: 0,
    clock,
    random: new SeededRandom(11),
    property: { name: 'Seaview', zone: zoneName.parse('Europe/Paris') },
    rooms: [
      '101',
      '102',
      { name: '103', active: false },
      { name: 'Dorm' },
      { name: 'Bed A', parent: 'Dorm' },
      { name: 'Bed B', parent: 'Dorm' },
      { name: 'Bicycle', kind: 'Object' },
    ],
    tokens: TOKENS,
  });
}

export interface MewsHarness extends PmsHarness {
  readonly connector: StampingConnector;
  readonly mews: SimulatedMews;
}

export interface MewsHarnessOptions extends HarnessOptions {
  /** @returns the address to ask instead of Mews' own: that of a proxy in front of it. */
  readonly through?: (mewsAddress: string) => Promise<string>;
  /** Sees every answer before the connector does; returns it, or another in its place. */
  readonly watch?: (path: string, response: Response) => Promise<Response>;
  readonly log?: Log;
}

export async function mewsHarness(options: MewsHarnessOptions = {}): Promise<MewsHarness> {
  const clock = new ManualClock('2026-11-23T12:00:00Z');
  const mews = await openSeaview(ahead(clock, options.pmsAhead));
  const { hotel } = mews;
  let afterFirstPage: (() => void) | null = null;

  const entered = { address: (await options.through?.(mews.address)) ?? mews.address, ...TOKENS };
  const credentials = new HeldCredentials(memoryVault(), enteredCredentials(mewsSystem, entered));
  // Mews stamps what changed: it claims so, and the contract looks.
  const connector = mewsSystem.open(credentials, {
    client: 'Portal 0.1.0',
    clock,
    random: new SeededRandom(5),
    log: options.log ?? silentLog,
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      const path = new URL(input instanceof Request ? input.url : input).pathname;
      if (afterFirstPage !== null && response.ok && path.includes('/reservations/')) {
        const act = afterFirstPage;
        afterFirstPage = null;
        act();
      }
      return options.watch?.(path, response) ?? response;
    },
  }) as StampingConnector;

  const book = (
    stay: Omit<StayPlan, 'guest'>,
    more: Pick<Parameters<typeof hotel.book>[0], 'guest' | 'state' | 'company'>,
  ) => {
    const act = hotel.book({ ...stay, ...more, arrival: moment(stay.arrival), departure: moment(stay.departure) });
    done(act);
    return act.id ?? '';
  };
  const ownerOf = (id: string): string => hotel.reservation(id)?.accountId ?? '';

  return {
    connector,
    entered,
    clock,
    mews,
    timeOut: REQUEST_TIME_OUT,
    create: (stay) => book(stay, { guest: stay.guest }),
    createTentative: (stay) => book(stay, { guest: stay.guest, state: 'Inquired' }),
    createForCompany: (stay) => book(stay, { guest: stay.guest, company: true }),
    checkIn: (id) => done(checkIn(hotel, id)),
    undoCheckIn: (id) => done(undoCheckIn(hotel, id)),
    checkOut: (id) => done(checkOut(hotel, id)),
    undoCheckOut: (id) => done(reinstate(hotel, id)),
    cancel: (id) => done(cancel(hotel, id, 'RequestedByGuest')),
    reinstate: (id) => done(reinstate(hotel, id)),
    noShow: (id) => done(cancel(hotel, id, 'NoShow')),
    move: (id, room) => done(moveTo(hotel, id, room)),
    unassign: (id) => done(unassign(hotel, id)),
    changeDates: (id, { arrival, departure }) =>
      done(changeDates(hotel, id, { arrival: momentOrNull(arrival), departure: momentOrNull(departure) })),
    touch: (id) => done(changeDates(hotel, id, { arrival: null, departure: null })),
    remove: (id) => hotel.remove(id),
    addCompanion: (id, person) => done(hotel.addCompanion(id, hotel.addCustomer(person))),
    correctEmail: (id, email) => done(hotel.changeCustomer(ownerOf(id), { email })),
    mergeGuest: (id, survivor) => {
      const merged = lastOfMerges(mews, ownerOf(id));
      done(hotel.changeCustomer(merged, { mergeTargetId: hotel.addCustomer(survivor) }));
    },
    outage: (kind, seconds) =>
      mews.beginOutage({
        kind: ({ down: 'down', unauthorised: '401', overloaded: '429', broken: '500', hang: 'hang' } as const)[kind],
        seconds,
      }),
    throttle: (seconds, retryAfter) => mews.beginOutage({ kind: '429', seconds, retryAfter }),
    weaken: (limits) => mews.setStrength(limits),
    afterFirstPage: (act) => {
      afterFirstPage = act;
    },
    calls: () => mews.requests().length,
    stop: () => mews.stop(),
  };
}

function lastOfMerges(mews: SimulatedMews, id: string): string {
  const target = mews.hotel.customer(id)?.mergeTargetId ?? null;
  return target === null ? id : lastOfMerges(mews, target);
}

function done(act: Act): void {
  if (act.outcome !== 'done') throw new Error(act.why);
}

function moment(text: string): InstantText {
  return toInstantText(Temporal.Instant.from(text));
}

function momentOrNull(text: string | undefined): InstantText | null {
  return text === undefined ? null : moment(text);
}

/** The same clock, seen by somebody whose own is ahead. */
function ahead(clock: Clock, by: Temporal.Duration = Temporal.Duration.from({ seconds: 0 })): Clock {
  return {
    now: () => plus(clock.now(), by),
    until: (time, signal) => clock.until(plus(time, by.negated()), signal),
    wait: (duration, signal) => clock.wait(duration, signal),
  };
}
