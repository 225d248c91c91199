import { expect, it } from 'vitest';
import { doorLogOf } from '#tests/support/desk-acts';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

const lockOf = async (hotel: Hotel) => (await hotel.disk.read((view) => view.all('locks')))[0];

it('a lock that goes without a word is offline at the desk within 30 seconds', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  await hotel.after({ seconds: 3 });

  hotel.building.lock('204').online = false;
  await hotel.after({ seconds: 30 });

  expect((await lockOf(hotel))?.online).toBe('offline');
  expect(await doorLogOf(hotel, '204', 'lock-offline')).toHaveLength(1);
});

it('a lock that comes back without a word is written to within 30 seconds', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.building.lock('204').online = false;
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ minutes: 9 });

  hotel.building.lock('204').online = true;
  await hotel.after({ seconds: 30 });

  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
});

it('a lock that was reset while it was away has its codes again when it is back', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  hotel.building.setRadio('204', false);
  hotel.building.lock('204').forget();
  await hotel.after({ minutes: 1 });

  hotel.building.setRadio('204', true);
  await hotel.after({ seconds: 1 });

  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await doorLogOf(hotel, '204', 'lock-differs')).toHaveLength(1);
});

it('a lock that was reset without going away has its codes again after the next comparison', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });

  hotel.building.lock('204').forget();
  await hotel.after({ hours: 6, minutes: 1 });

  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
});

it('the door log says whose code opened, and that a wrong one did not', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  const code = await hotel.codeOf('Amara Okafor');

  hotel.building.keypad('204', code!);
  hotel.building.keypad('204', '0001');
  await hotel.after({ seconds: 1 });

  expect((await doorLogOf(hotel, '204', 'opened')).map(({ keyId }) => keyId)).toEqual([
    (await hotel.keyOf('Amara Okafor')).id,
  ]);
  expect(await doorLogOf(hotel, '204', 'refused-at-door')).toHaveLength(1);
});

it("a code of Portal's that no record knows is told, and goes on being told while guests come and go", async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  await hotel.after({ seconds: 3 });
  hotel.building.leaveBehind('204', 'oldportal1', '990011');
  await hotel.after({ seconds: 1 });
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });

  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await hotel.alerts()).toEqual(['lock-differs']);
});

it('what somebody programmed at the lock itself is left alone', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.building.program('204', 'cleaner', '7001');
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ hours: 7 });

  expect(hotel.building.keypad('204', '7001')).toBe(true);
  expect(await hotel.alerts()).toEqual([]);
});

it('a gateway that is unplugged is away with all its locks, and all goes on when it is back', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  await hotel.after({ seconds: 3 });
  hotel.building.setGateway(false);
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ minutes: 7 });
  const [gateway] = await hotel.disk.read((view) => view.all('gateways'));
  const locks = await hotel.disk.read((view) => view.all('locks'));

  hotel.building.setGateway(true);
  await hotel.after({ seconds: 15 });

  expect(gateway?.online).toBe('offline');
  expect(locks.map(({ online }) => online)).toEqual(['offline', 'offline']);
  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
});

it('a lock whose new software takes cards is known to take them after the next comparison', async () => {
  const hotel = await openHotel({ rooms: ['204'], cardLocks: false });
  await hotel.after({ seconds: 10 });
  const before = (await lockOf(hotel))?.limits.cards;

  hotel.building.lock('204').takesCards = true;
  await hotel.after({ hours: 6, minutes: 1 });

  expect(before).toBe(false);
  expect((await lockOf(hotel))?.limits).toMatchObject({ cards: true, places: 50 });
});
