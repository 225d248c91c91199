import { expect, it } from 'vitest';
import { brakeService } from '#main/pms/brake-service';
import { clerk } from '#tests/support/desk-acts';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

const rooms = ['201', '202', '203', '204', '205'];
const guests = ['Amara Okafor', 'Bento Reis', 'Chiara Rossi', 'Dag Lind', 'Ema Novak'] as const;

async function fullHouse(
  dates: { readonly departure?: string } = {},
): Promise<{ readonly hotel: Hotel; readonly stays: readonly string[] }> {
  const hotel = await openHotel({ rooms });
  const stays = rooms.map((room, at) => hotel.checkIn(room, guests[at] ?? '', dates));
  await hotel.after({ seconds: 30 });
  return { hotel, stays };
}

const heldBy = (hotel: Hotel) => brakeService(hotel.base, () => hotel.syncNow());
const alertsOf = (hotel: Hotel) => hotel.disk.read((view) => view.all('alerts'));

it('a PMS that no longer knows anybody empties no lock, and one alert says whom it means', async () => {
  const { hotel, stays } = await fullHouse();
  const before = hotel.held();
  for (const id of stays) hotel.pms.remove(id);

  await hotel.after({ minutes: 30 });

  expect(hotel.held()).toEqual(before);
  expect(await hotel.opens('203', 'Chiara Rossi')).toBe(true);
  expect(await alertsOf(hotel)).toMatchObject([
    { kind: 'endings-held', facts: { system: 'mews', cause: 'gone', count: '5' } },
  ]);
});

it('an answer of 200 with nothing in it ends nothing when the stays are unknown by id too, and passes by itself', async () => {
  const { hotel, stays } = await fullHouse();
  const before = hotel.held();
  const kept = stays.map((id) => hotel.pms.stay(id));
  for (const id of stays) hotel.pms.remove(id);
  await hotel.after({ minutes: 15 });
  for (const stay of kept) hotel.pms.putBack(stay);

  await hotel.after({ minutes: 15 });

  expect(hotel.held()).toEqual(before);
  expect(await hotel.alerts()).toEqual([]);
});

it('many cancellations in one round are held; staff see who it is, and what they let through ends in the next round', async () => {
  const { hotel, stays } = await fullHouse();
  for (const id of stays) hotel.pms.set(id, 'cancelled');
  await hotel.after({ seconds: 30 });
  const heldAtFirst = hotel.held();
  const question = { connection: 'mews', cause: 'cancelled' } as const;
  const seen = await heldBy(hotel).held(question);

  await heldBy(hotel).letEnd({ ...question, count: 5 }, clerk);
  await hotel.after({ seconds: 30 });

  expect(heldAtFirst).toHaveLength(5);
  expect(seen).toMatchObject({ system: 'mews', property: 'Seaview', cause: 'cancelled' });
  expect(seen.guests.map(({ owner, doors, isInHouse }) => ({ owner, doors, isInHouse }))[0]).toEqual({
    owner: 'Amara Okafor',
    doors: ['201'],
    isInHouse: true,
  });
  expect(hotel.held()).toEqual([]);
  expect(await hotel.alerts()).toEqual([]);
});

it('more than staff saw is not let through', async () => {
  const { hotel, stays } = await fullHouse();
  for (const id of stays) hotel.pms.set(id, 'cancelled');
  await hotel.after({ seconds: 30 });

  const late = heldBy(hotel).letEnd({ connection: 'mews', cause: 'cancelled', count: 4 }, clerk);

  await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' });
  expect(hotel.held()).toHaveLength(5);
});

it('three cancellations, as they come on any day, end at once', async () => {
  const { hotel, stays } = await fullHouse();
  for (const id of stays.slice(0, 3)) hotel.pms.set(id, 'cancelled');

  await hotel.after({ seconds: 30 });

  expect(hotel.held()).toHaveLength(2);
  expect(await hotel.alerts()).toEqual([]);
});

it('a group that checks out on its day of departure is no surprise', async () => {
  const { hotel, stays } = await fullHouse({ departure: '2026-11-24T11:00Z' });
  for (const id of stays) hotel.pms.checkOut(id);

  await hotel.after({ seconds: 30 });

  expect(hotel.held()).toEqual([]);
  expect(await hotel.alerts()).toEqual([]);
});

it('a house that would be checked out days early is asked about', async () => {
  const { hotel, stays } = await fullHouse();
  for (const id of stays) hotel.pms.checkOut(id);

  await hotel.after({ seconds: 30 });

  expect(hotel.held()).toHaveLength(5);
  expect(await alertsOf(hotel)).toMatchObject([{ facts: { cause: 'left-early', count: '5' } }]);
});

it('rooms taken from everybody at once leave everybody in their room', async () => {
  const { hotel, stays } = await fullHouse();
  for (const id of stays) hotel.pms.move(id, null);

  await hotel.after({ minutes: 5 });

  expect(await hotel.opens('205', 'Ema Novak')).toBe(true);
  expect(await alertsOf(hotel)).toMatchObject([{ facts: { cause: 'room-taken', count: '5' } }]);
});

it('dates that would end every stay now end none', async () => {
  const { hotel, stays } = await fullHouse();
  for (const id of stays) hotel.pms.dates(id, '2026-11-20T15:00Z', '2026-11-22T11:00Z');

  await hotel.after({ minutes: 5 });

  expect(await hotel.opens('201', 'Amara Okafor')).toBe(true);
  expect(await alertsOf(hotel)).toMatchObject([{ facts: { cause: 'shortened', count: '5' } }]);
});

it('one guest in house whom the PMS no longer knows keeps the key until it says so a second time, a minute later', async () => {
  const { hotel, stays } = await fullHouse();
  hotel.pms.remove(stays[0]!);
  await hotel.syncNow();
  const once = await hotel.opens('201', 'Amara Okafor');
  const alerts = await hotel.alerts();

  await hotel.after({ minutes: 2 });

  expect(once).toBe(true);
  expect(alerts).toEqual([]);
  expect(hotel.held()).toHaveLength(4);
});

it('what is held outlives a kill, and the rest of the news goes on', async () => {
  const { hotel, stays } = await fullHouse();
  for (const id of stays) hotel.pms.set(id, 'no-show');
  await hotel.after({ seconds: 10 });
  await hotel.powerCut();

  await hotel.startPortal();
  const late = hotel.book('201', 'Femi Alade', { arrival: '2026-11-26T15:00Z', departure: '2026-11-27T11:00Z' });
  await hotel.after({ minutes: 3 });

  expect(hotel.held()).toHaveLength(5);
  expect(await hotel.alerts()).toEqual(['endings-held']);
  expect((await hotel.keyOf('Femi Alade')).reservationId).toBe(late);
});

it('B: a token that belongs to another hotel now is told within a round, and nothing of that hotel is applied', async () => {
  const { hotel } = await fullHouse();
  const before = hotel.held();
  hotel.pms.tokenOf = 'Hotel Serra';
  hotel.pms.listsNothing = true;

  await hotel.after({ minutes: 20 });

  expect(hotel.held()).toEqual(before);
  expect(await alertsOf(hotel)).toMatchObject([{ kind: 'pms-broken', facts: { other: 'Hotel Serra' } }]);
});

it('B: when the token is right again the connection recovers by itself', async () => {
  const { hotel } = await fullHouse();
  hotel.pms.tokenOf = 'Hotel Serra';
  await hotel.after({ minutes: 2 });

  hotel.pms.tokenOf = null;
  await hotel.after({ minutes: 2 });

  expect(await hotel.alerts()).toEqual([]);
});

it('B: a connection from an older release learns whose it is in its first round, and holds to it', async () => {
  const { hotel } = await fullHouse();
  await hotel.disk.transact(async (transaction) => {
    const connection = await transaction.get('pms', 'mews');
    await transaction.put('pms', { ...connection!, propertyId: null });
  });
  await hotel.after({ seconds: 30 });
  hotel.pms.tokenOf = 'Hotel Serra';
  hotel.pms.listsNothing = true;

  await hotel.after({ minutes: 20 });

  expect(hotel.held()).toHaveLength(5);
});
