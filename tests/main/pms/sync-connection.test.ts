import { expect, it } from 'vitest';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

const refused = { outcome: 'unauthorised' as const, message: 'Invalid AccessToken.' };
const gone = { outcome: 'unreachable' as const, cause: 'ECONNREFUSED', retryAt: null };

const connectionOf = async (hotel: Hotel) => hotel.disk.read((view) => view.get('pms', 'mews'));

it('1: a token refused twice is Broken, staff are told, keys stay, and it recovers by itself', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  hotel.pms.trouble = refused;
  await hotel.after({ seconds: 2 });
  const once = await connectionOf(hotel);
  await hotel.after({ seconds: 10 });
  const twice = await connectionOf(hotel);
  const alerts = await hotel.alerts();
  const opens = await hotel.opens('204', 'Amara Okafor');

  hotel.pms.trouble = null;
  await hotel.after({ seconds: 61 });

  expect(once?.state).toBe('connected');
  expect(twice).toMatchObject({ state: 'broken', lastProblem: 'Invalid AccessToken.' });
  expect(alerts).toEqual(['pms-broken']);
  expect(opens).toBe(true);
  expect(await connectionOf(hotel)).toMatchObject({ state: 'connected', lastProblem: null });
  expect(await hotel.alerts()).toEqual([]);
});

it('a token that was dead and now belongs to another hotel is named as such', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  hotel.pms.trouble = refused;
  await hotel.after({ seconds: 20 });

  hotel.pms.trouble = null;
  hotel.pms.tokenOf = 'Hotel Serra';
  await hotel.after({ seconds: 61 });

  const alerts = await hotel.disk.read((view) => view.all('alerts'));
  expect(alerts).toMatchObject([{ kind: 'pms-broken', facts: { other: 'Hotel Serra' } }]);
  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
});

it('1: a restart does not make a Broken connection look well', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  await hotel.after({ seconds: 3 });
  hotel.pms.trouble = refused;
  await hotel.after({ seconds: 20 });
  const before = await connectionOf(hotel);
  await hotel.stopPortal();

  await hotel.startPortal();
  await hotel.after({ seconds: 1 });

  expect(await connectionOf(hotel)).toEqual(before);
  expect(await hotel.alerts()).toEqual(['pms-broken']);
});

it('the strip says since when the PMS is away, whatever the last problem was', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  await hotel.after({ seconds: 3 });
  hotel.pms.trouble = gone;
  await hotel.after({ seconds: 20 });
  const since = (await connectionOf(hotel))?.stateSince;

  hotel.pms.trouble = { ...gone, cause: 'ETIMEDOUT' };
  await hotel.after({ minutes: 5 });

  expect(await connectionOf(hotel)).toMatchObject({ state: 'degraded', stateSince: since, lastProblem: 'ETIMEDOUT' });
});

it('3: three hours without the PMS are caught up at once, without a second key', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  const first = hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  hotel.pms.trouble = gone;
  await hotel.after({ hours: 1 });
  hotel.pms.checkOut(first);
  hotel.checkIn('205', 'Bento Reis');
  await hotel.after({ hours: 2 });
  const meanwhile = await connectionOf(hotel);

  hotel.pms.trouble = null;
  await hotel.after({ seconds: 40 });

  expect(meanwhile?.state).toBe('degraded');
  expect(await hotel.allKeys()).toHaveLength(2);
  expect(await hotel.opens('205', 'Bento Reis')).toBe(true);
  expect(hotel.held()).toEqual(await hotel.wanted());
  expect(hotel.held()).toHaveLength(1);
});

it('6: the watermark moves only when every stay of the window is stored', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  await hotel.after({ seconds: 3 });
  const before = (await connectionOf(hotel))?.watermark;
  hotel.mains.diskFull = true;
  hotel.checkIn('204', 'Amara Okafor');
  hotel.checkIn('205', 'Bento Reis');
  await hotel.after({ minutes: 30 });
  const during = (await connectionOf(hotel))?.watermark;

  hotel.mains.diskFull = false;
  await hotel.after({ seconds: 40 });

  expect(during).toBe(before);
  expect(await hotel.allKeys()).toHaveLength(2);
  expect(hotel.held()).toEqual(await hotel.wanted());
});

it('9, 10: a stay seen twice is one key, and an older copy after a newer one is ignored', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const id = hotel.book('204', 'Amara Okafor');
  const old = hotel.pms.stay(id);
  await hotel.after({ seconds: 10 });
  hotel.pms.checkIn(id);
  await hotel.after({ seconds: 10 });

  hotel.pms.putBack(old);
  await hotel.after({ minutes: 1 });

  expect(await hotel.allKeys()).toHaveLength(1);
  expect((await hotel.keyOf('Amara Okafor')).status).toBe('current');
  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
});

it('11, 30: absence revokes nothing until the PMS says by id that the stay is gone', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  hotel.checkIn('204', 'Amara Okafor');
  const deleted = hotel.checkIn('205', 'Bento Reis');
  await hotel.after({ seconds: 10 });
  hotel.pms.listsNothing = true;
  hotel.pms.remove(deleted);
  await hotel.after({ minutes: 11 });

  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect((await hotel.keyOf('Bento Reis')).status).toBe('revoked');
  expect(hotel.held()).toEqual(await hotel.wanted());
});

it('33: forty who check in together all have their codes within a minute, each one key', async () => {
  const rooms = Array.from({ length: 40 }, (_, index) => String(201 + index));
  const hotel = await openHotel({ rooms, commonDoors: ['Pool'] });
  await hotel.after({ seconds: 3 });
  for (const room of rooms) hotel.checkIn(room, `Guest ${room}`);

  await hotel.after({ minutes: 1 });

  expect(await hotel.allKeys()).toHaveLength(40);
  expect(hotel.held()).toHaveLength(80);
  expect(hotel.held()).toEqual(await hotel.wanted());
});

it('one stay that cannot be stored does not hold up the others', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  await hotel.after({ seconds: 3 });
  const id = hotel.checkIn('204', 'Amara Okafor');
  hotel.pms.change(id, { number: undefined as never });
  await hotel.after({ seconds: 1 });
  hotel.checkIn('205', 'Bento Reis');

  await hotel.after({ minutes: 2 });

  expect(await hotel.opens('205', 'Bento Reis')).toBe(true);
});
