import { clerk } from './desk-acts.ts';
import { openHotel, type Hotel } from './portal-harness.ts';

/** One thing that happens in the hotel. What was begun at the desk is looked at again after a power cut. */
export interface Act {
  readonly at: 'pms' | 'desk';
  readonly act: (hotel: Hotel) => unknown;
}

/** Arrival and check-in of three guests, a room move, an early check-out, a revocation. */
export const clerksDay: readonly Act[] = [
  { at: 'pms', act: (hotel) => hotel.book('201', 'Amara Okafor') },
  { at: 'pms', act: (hotel) => hotel.book('202', 'Bento Reis') },
  { at: 'pms', act: (hotel) => hotel.pms.checkIn('mews:1001') },
  { at: 'pms', act: (hotel) => hotel.checkIn('204', 'Chiara Conti') },
  { at: 'pms', act: (hotel) => hotel.pms.checkIn('mews:1002') },
  { at: 'pms', act: (hotel) => hotel.pms.move('mews:1001', '203') },
  { at: 'pms', act: (hotel) => hotel.pms.checkOut('mews:1002') },
  { at: 'desk', act: (hotel) => revoke(hotel, 'Chiara Conti') },
];

/** The same with the common door out of reach, a slow lock, and a lock that is away when its guest leaves. */
export const badDay: readonly Act[] = [
  { at: 'pms', act: (hotel) => hotel.building.setRadio('Pool', false) },
  ...clerksDay.slice(0, 4),
  { at: 'pms', act: (hotel) => (hotel.building.lock('202').answersAfter = 3) },
  ...clerksDay.slice(4, 6),
  { at: 'pms', act: (hotel) => hotel.building.setRadio('204', false) },
  ...clerksDay.slice(6),
  { at: 'pms', act: (hotel) => hotel.building.lock('202').mend() },
  { at: 'pms', act: (hotel) => hotel.building.setRadio('204', true) },
  { at: 'pms', act: (hotel) => hotel.building.setRadio('Pool', true) },
];

/** What a clerk does: looks, and revokes if it is not so yet. */
async function revoke(hotel: Hotel, guest: string): Promise<void> {
  const { id, version, status } = await hotel.keyOf(guest);
  if (status !== 'revoked') await hotel.keys.revoke({ keyId: id, version, doorId: null }, clerk);
}

export interface DayEnd {
  readonly hotel: Hotel;
  readonly stepsTaken: number;
}

/** @param cut Portal loses its power after that many steps, and is started again. */
export async function runDay(acts: readonly Act[], cut?: number): Promise<DayEnd> {
  const hotel = await openHotel({ rooms: ['201', '202', '203', '204'], commonDoors: ['Pool'] });
  await hotel.after({ seconds: 3 });
  await hotel.stopPortal();
  await unlessCut(hotel, hotel.startPortal(cut));
  for (const { at, act } of acts) {
    await unlessCut(hotel, act(hotel));
    await hotel.after({ seconds: 3 });
    if (hotel.mains.isOn) continue;
    await hotel.startPortal();
    if (at === 'desk') await act(hotel);
    await hotel.after({ seconds: 3 });
  }
  const stepsTaken = hotel.mains.steps;
  await hotel.after({ minutes: 7 });
  return { hotel, stepsTaken };
}

export async function outcomeOf({ hotel }: DayEnd) {
  const keys = await hotel.allKeys();
  return {
    held: withoutCodes(hotel.held()),
    isRight: JSON.stringify(hotel.held()) === JSON.stringify(await hotel.wanted()),
    jobs: (await hotel.entries()).filter(({ job }) => job !== null).length,
    keys: keys.map(({ status, people }) => `${people[0]?.lastName ?? '?'} ${status}`).toSorted(),
    alerts: await hotel.alerts(),
  };
}

/** A repeated act may draw another code. */
function withoutCodes(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/ \d+ /, ' '));
}

async function unlessCut(hotel: Hotel, work: unknown): Promise<void> {
  await Promise.race([work, hotel.mains.gone]);
}
