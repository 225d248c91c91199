import { expect, it } from 'vitest';
import { openHotel } from '#tests/support/portal-harness';

it('a guest who is checked in opens the room within ten seconds', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'], commonDoors: ['Pool'] });

  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });

  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await hotel.opens('Pool', 'Amara Okafor')).toBe(true);
  expect(await hotel.opens('205', 'Amara Okafor')).toBe(false);
  expect(hotel.held()).toEqual(await hotel.wanted());
});

it('a guest who is checked out leaves nothing behind', async () => {
  const hotel = await openHotel({ rooms: ['204'], commonDoors: ['Pool'] });
  const stay = hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });

  hotel.pms.checkOut(stay);
  await hotel.after({ seconds: 10 });

  expect(hotel.held()).toEqual([]);
  expect(await hotel.entries()).toEqual([]);
});
