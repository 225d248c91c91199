import { expect, it } from 'vitest';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

const rooms = ['201', '202', '203', '204', '205', '206'];

/** @param arrival, departure In UTC: in November Lisbon is there too. */
async function houseOf(arrival: string, departure: string): Promise<Hotel> {
  const hotel = await openHotel({ rooms, start: '2026-11-23T09:00:00Z' });
  for (const room of rooms)
    hotel.book(room, `Guest ${room}`, { arrival: `2026-11-24T${arrival}Z`, departure: `2026-11-26T${departure}Z` });
  await hotel.after({ hours: 1 });
  return hotel;
}

it('a house whose stays all lie an hour beside the usual times is told that its zone or its zone data is wrong', async () => {
  const hotel = await houseOf('16:00', '12:00');

  expect(await hotel.alerts()).toEqual(['zone-off']);
});

it('a house that keeps its usual times is told nothing', async () => {
  const hotel = await houseOf('15:00', '11:00');

  expect(await hotel.alerts()).toEqual([]);
});
