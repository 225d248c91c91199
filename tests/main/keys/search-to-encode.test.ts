import { expect, it } from 'vitest';
import { deskService } from '#main/desk/desk-service';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

async function threeGuests(): Promise<Hotel> {
  const hotel = await openHotel({ rooms: ['101', '102', '103'] });
  hotel.checkIn('101', 'Amara Okafor');
  hotel.book('102', 'Dev Patel', { arrival: '2026-11-24T15:00Z' });
  hotel.pms.checkOut(hotel.checkIn('103', 'Eve Long'));
  await hotel.after({ seconds: 10 });
  return hotel;
}

it('“encode 101” offers a keycard for the guest in 101', async () => {
  const hotel = await threeGuests();

  const hits = await deskService(hotel.base).search('encode 101', 10);

  expect(hits).toMatchObject([{ kind: 'encode', title: 'Amara Okafor', status: 'current' }]);
  expect(hits[0]).toMatchObject({ detail: expect.stringContaining('101') });
});

it('“encode patel” offers one for a guest who is still to come', async () => {
  const hotel = await threeGuests();

  expect(await deskService(hotel.base).search('Encode PATEL', 10)).toMatchObject([
    { kind: 'encode', title: 'Dev Patel', status: 'upcoming' },
  ]);
});

it('no keycard is offered for a guest who has left, nor for a door', async () => {
  const hotel = await threeGuests();

  expect(await deskService(hotel.base).search('encode long', 10)).toEqual([]);
  expect(await deskService(hotel.base).search('encode 103', 10)).toEqual([]);
});
