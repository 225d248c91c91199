import { toInstantText, zoneName, type InstantText } from '#domain/time/time';
import { mewsSystem } from '#main/pms/connectors/mews/mews-system';
import { HeldCredentials } from '#main/pms/credentials';
import { enteredCredentials } from '#main/pms/pms-system';
import { checkIn } from '#main/simulation/mews/hotel-acts';
import type { SimulatedRoom } from '#main/simulation/mews/simulated-hotel';
import { startSimulatedMews, type SimulatedMews } from '#main/simulation/mews/start-simulated-mews';
import { Temporal } from 'temporal-polyfill';
import { memoryVault } from './memory-vault.ts';
import { TOKENS } from './mews-harness.ts';
import { sourceOf } from './pms-sources.ts';
import { Hotel, type HotelPlan } from './portal-harness.ts';
import { SeededRandom } from './seeded-random.ts';
import { silentLog } from './silent-log.ts';

/** A hotel whose PMS is a Mews over HTTP, asked by the real connector: it may lie. */
export interface MewsHotel {
  readonly hotel: Hotel;
  readonly mews: SimulatedMews;
  /** Books a room from today for two nights. @returns Mews' id of it. */
  book(room: string | null, guest: string, dates?: { readonly arrival?: string; readonly departure?: string }): string;
  checkIn(room: string, guest: string, dates?: { readonly arrival?: string; readonly departure?: string }): string;
  /** By the control port, as a person at the demo's panel would. */
  tell(...lies: readonly object[]): Promise<void>;
  stop(): Promise<void>;
}

export interface MewsHotelPlan extends HotelPlan {
  /** The rooms of the PMS, where they are not those that have a lock. */
  readonly pmsRooms?: readonly (string | SimulatedRoom)[];
}

export async function openMewsHotel(plan: MewsHotelPlan): Promise<MewsHotel> {
  // Rounds are asked for by the test: time that a test moves is quicker than an answer over HTTP.
  const hotel = new Hotel({ ...plan, settings: { pollSeconds: 600, ...plan.settings } });
  const mews = await startSimulatedMews({
    host: '127.0.0.1',
    port: 0,
    clock: hotel.clock,
    random: new SeededRandom(11),
    property: { name: 'Seaview', zone: zoneName.parse('Europe/Lisbon') },
    rooms: plan.pmsRooms ?? plan.rooms,
    tokens: TOKENS,
  });
  const credentials = new HeldCredentials(
    memoryVault(),
    enteredCredentials(mewsSystem, { address: mews.address, ...TOKENS }),
  );
  const { clock } = hotel;
  const ports = { client: 'Portal 0.1.0', clock, random: new SeededRandom(5), log: silentLog, fetch };
  hotel.source = sourceOf('mews', mewsSystem.open(credentials, ports));
  await hotel.startPortal();
  await hotel.syncNow();

  const book: MewsHotel['book'] = (room, guest, dates = {}) => {
    const [firstName = '', lastName = ''] = guest.split(' ');
    const act = mews.hotel.book({
      room,
      guest: { firstName, lastName },
      arrival: moment(dates.arrival ?? '2026-11-23T15:00Z'),
      departure: moment(dates.departure ?? '2026-11-25T11:00Z'),
    });
    if (act.outcome !== 'done') throw new Error(act.why);
    return act.id ?? '';
  };
  return {
    hotel,
    mews,
    book,
    checkIn: (room, guest, dates = {}) => {
      const id = book(room, guest, dates);
      checkIn(mews.hotel, id);
      return id;
    },
    tell: async (...lies) => {
      const { status } = await fetch(`${mews.controlAddress}/lies`, { method: 'POST', body: JSON.stringify({ lies }) });
      if (status !== 200) throw new Error('a lie that cannot be told');
    },
    stop: async () => {
      await hotel.stopPortal();
      await mews.stop();
    },
  };
}

function moment(text: string): InstantText {
  return toInstantText(Temporal.Instant.from(text));
}
