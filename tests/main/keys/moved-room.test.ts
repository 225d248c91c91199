import { expect, it } from 'vitest';
import { openHotel } from '#tests/support/portal-harness';

it('a room that the guest left counts until its lock forgot the code, and then no longer', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'], commonDoors: ['Pool'] });
  const stay = hotel.checkIn('204', 'Ana Costa');
  await hotel.after({ seconds: 10 });
  hotel.pms.move(stay, '205');
  await hotel.after({ seconds: 30 });
  const { id: keyId } = await hotel.keyOf('Ana Costa');

  const during = await hotel.keys.details(keyId);
  expect(during.people[0]?.doorcode?.summary).toMatchObject({ worst: 'provisioned', provisioned: 3, doors: 3 });

  await hotel.after({ minutes: 20 });

  const after = await hotel.keys.details(keyId);
  expect(after.doors.map(({ name }) => name)).toEqual(['204', '205', 'Pool']);
  expect(after.people[0]?.doorcode?.summary).toMatchObject({ worst: 'provisioned', provisioned: 2, doors: 2 });
});
