import { expect, it } from 'vitest';
import { clerk } from '#tests/support/desk-acts';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

/** Ana Costa in 204, to whom the pool is not allowed. */
async function withoutPool(hotel: Hotel) {
  hotel.checkIn('204', 'Ana Costa');
  await hotel.after({ seconds: 10 });
  const { id: keyId, version, doors } = await hotel.keyOf('Ana Costa');
  const [room] = doors;
  if (room === undefined) throw new RangeError('no room on the key');
  const { doorId, arrival, departure, weekdays, hours, allowProvisioning } = room;
  const rules = { arrival, departure, weekdays, hours, allowProvisioning, allowLinkedDoors: false };
  const edit = { keyId, version, doorId, ...rules } as Parameters<typeof hotel.keys.editDoor>[0];
  await hotel.keys.editDoor(edit, clerk);
  await hotel.after({ seconds: 10 });
  return hotel.keys.details(keyId);
}

it('a common door that is linked and not allowed is named, with the room where it could be', async () => {
  const hotel = await openHotel({ rooms: ['204'], commonDoors: ['Pool'] });
  const details = await withoutPool(hotel);

  expect(details.linkedNotAllowed).toEqual([
    {
      doorId: (await hotel.doorNamed('Pool')).id,
      name: 'Pool',
      ownDoorId: (await hotel.doorNamed('204')).id,
      linkedFrom: '204',
    },
  ]);
  expect(await hotel.opens('Pool', 'Ana Costa')).toBe(false);
});

it('such a door counts neither among the doors of the key nor in n of m doors', async () => {
  const hotel = await openHotel({ rooms: ['204'], commonDoors: ['Pool'] });
  const details = await withoutPool(hotel);

  expect(details.doors.map(({ name }) => name)).toEqual(['204']);
  expect(details.people[0]?.doorcode?.summary).toMatchObject({ provisioned: 1, doors: 1 });
});

it('a common door that another room of the key opens is not said to be not allowed', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'], commonDoors: ['Pool'] });
  const { id: keyId, version, doors } = await withoutPool(hotel);
  const { arrival, departure } = doors[0] ?? { arrival: '' as never, departure: '' as never };
  const rules = { arrival, departure, weekdays: null, hours: null, allowProvisioning: true, allowLinkedDoors: true };
  const doorIds = [(await hotel.doorNamed('205')).id];
  await hotel.keys.addDoors({ keyId, version, doorIds, ...rules }, clerk);

  expect((await hotel.keys.details(keyId)).linkedNotAllowed).toEqual([]);
});
