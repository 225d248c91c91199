import { expect, it } from 'vitest';
import { startKeyClock } from '#main/keys/key-clock';
import { storeWithFailingKey } from '#tests/support/failing-key';
import { openHotel } from '#tests/support/portal-harness';
import { silentLog } from '#tests/support/silent-log';

const guest = 'Amara Okafor';

async function guestInHouse(clocksApart = true) {
  const hotel = await openHotel({ rooms: ['204'], clocksApart });
  const id = hotel.checkIn('204', guest);
  await hotel.after({ seconds: 30 });
  return { hotel, id, code: await hotel.codeOf(guest) };
}

it('A: a start with the clock of the PC days ahead ends nobody, and neither does the start after it', async () => {
  const { hotel, code } = await guestInHouse();
  const before = hotel.held();
  await hotel.stopPortal();
  hotel.pc.ahead = { hours: 24 * 5 };
  await hotel.startPortal();
  await hotel.after({ minutes: 5 });
  const meanwhile = hotel.held();
  const doubt = hotel.base.witness?.doubt;
  await hotel.stopPortal();
  hotel.pc.ahead = { seconds: 0 };

  await hotel.startPortal();
  await hotel.after({ minutes: 5 });

  expect(meanwhile).toEqual(before);
  expect(doubt).toMatchObject({ from: 'pms/mews', wrong: 'unknown' });
  expect(hotel.held()).toEqual(before);
  expect(await hotel.codeOf(guest)).toBe(code);
  expect(hotel.base.witness?.doubt).toBeNull();
});

it('a clock that jumps for 25 seconds between two rounds ends nobody', async () => {
  const { hotel } = await guestInHouse();
  const before = hotel.held();
  hotel.pc.ahead = { hours: 24 * 30 };
  await hotel.after({ seconds: 25 });
  const meanwhile = hotel.held();

  hotel.pc.ahead = { seconds: 0 };
  await hotel.after({ minutes: 2 });

  expect(meanwhile).toEqual(before);
  expect(hotel.held()).toEqual(before);
});

it('a PC whose clock is years behind opens for who checks in, and ends nobody', async () => {
  const { hotel } = await guestInHouse();
  await hotel.stopPortal();
  hotel.pc.ahead = { hours: -24 * 365 };

  await hotel.startPortal();
  await hotel.after({ minutes: 2 });

  expect(hotel.held()).toHaveLength(1);
  expect(await hotel.opens('204', guest)).toBe(true);
});

it('a PMS whose clock is a day ahead ends nobody, and its early check-in opens at once', async () => {
  const { hotel, id } = await guestInHouse();
  hotel.pmsClock.ahead = { hours: 24 };
  hotel.pms.dates(id, '2026-11-23T20:00Z', '2026-11-25T11:00Z');
  hotel.pms.checkIn(id);

  await hotel.after({ minutes: 1 });

  expect(await hotel.opens('204', guest)).toBe(true);
});

it('whom a wrong clock has ended without anybody to contradict it comes back with the same code when it is right', async () => {
  const { hotel, code } = await guestInHouse();
  await hotel.stopPortal();
  hotel.pms.trouble = { outcome: 'unreachable', cause: 'ECONNREFUSED', retryAt: null };
  hotel.pc.ahead = { hours: 24 * 5 };
  await hotel.startPortal();
  await hotel.after({ minutes: 5 });
  const ended = hotel.held();

  hotel.pc.ahead = { seconds: 0 };
  await hotel.after({ minutes: 3 });

  expect(ended).toEqual([]);
  expect(await hotel.codeOf(guest)).toBe(code);
  expect(await hotel.opens('204', guest)).toBe(true);
});

it('a key ends in its minute while all clocks agree', async () => {
  const hotel = await openHotel({ rooms: ['204'], clocksApart: true });
  hotel.checkIn('204', guest, { departure: '2026-11-23T15:00Z' });

  await hotel.after({ minutes: 61 });

  expect(hotel.held()).toEqual([]);
});

it('a key that cannot be brought back holds up no other', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'], clocksApart: true });
  hotel.checkIn('204', guest);
  hotel.checkIn('205', 'Bento Reis');
  await hotel.after({ seconds: 30 });
  await hotel.stopPortal();
  hotel.pms.trouble = { outcome: 'unreachable', cause: 'ECONNREFUSED', retryAt: null };
  hotel.pc.ahead = { hours: 24 * 5 };
  await hotel.startPortal();
  await hotel.after({ minutes: 5 });
  await hotel.stopPortal();
  hotel.pc.ahead = { seconds: 0 };
  const { id } = await hotel.keyOf(guest);
  const base = { store: storeWithFailingKey(hotel.disk, id), clock: hotel.clock, random: hotel.random, log: silentLog };

  const keyClock = startKeyClock(base);
  await hotel.after({ seconds: 30 });
  await keyClock.stop();

  expect((await hotel.keyOf(guest)).status).toBe('past');
  expect((await hotel.keyOf('Bento Reis')).status).toBe('current');
});
