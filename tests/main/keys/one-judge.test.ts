import { keyListInput } from '#api/inputs';
import { localDateTime } from '#domain/time/time';
import { clerk } from '#tests/support/desk-acts';
import { openHotel, type Hotel } from '#tests/support/portal-harness';
import { expect, it } from 'vitest';

/** The screen and the desk's acts give the same answer, because they ask the same judge. */

async function revoked(hotel: Hotel, guest: string): Promise<Hotel> {
  const { id: keyId, version } = await hotel.keyOf(guest);
  await hotel.keys.revoke({ keyId, version, doorId: null }, clerk);
  await hotel.after({ seconds: 5 });
  return hotel;
}

async function restore(hotel: Hotel, guest: string) {
  const { id: keyId } = await hotel.keyOf(guest);
  const { version, restorable } = await hotel.keys.details(keyId);
  const answer = await hotel.keys.restore({ keyId, version, doorId: null }, clerk).then(
    () => 'restored',
    ({ code }: { readonly code: string }) => code,
  );
  return { restorable, answer };
}

it('Restore is offered while it would give the guest access back', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  await revoked(hotel, 'Amara Okafor');

  expect(await restore(hotel, 'Amara Okafor')).toEqual({ restorable: true, answer: 'restored' });
});

it('Restore is not offered to a guest who overstayed and whose key staff revoked, and would be refused', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.checkIn('204', 'Amara Okafor', { departure: '2026-11-23T15:30Z' });
  await hotel.after({ seconds: 10 });
  await revoked(hotel, 'Amara Okafor');
  await hotel.after({ hours: 2 });

  expect(await restore(hotel, 'Amara Okafor')).toEqual({ restorable: false, answer: 'key-not-restorable' });
});

it('sorted by departure, the list is in the order of the column: a revoked door counts in neither', async () => {
  const hotel = await openHotel({ rooms: ['101', '102'], commonDoors: ['Pool'] });
  hotel.checkIn('101', 'Ana Costa');
  hotel.checkIn('102', 'Emma Lind', { departure: '2026-11-26T11:00Z' });
  await hotel.after({ seconds: 10 });
  const { id: keyId } = await hotel.keyOf('Ana Costa');
  const pool = await hotel.doorNamed('Pool');
  const { version, departure } = await hotel.keys.details(keyId);
  const later = localDateTime.parse('2027-01-31T11:00');
  const added = await hotel.keys.addDoors(
    {
      keyId,
      version,
      doorIds: [pool.id],
      arrival: localDateTime.parse('2026-01-01T15:00'),
      departure: later,
      weekdays: null,
      hours: null,
      allowProvisioning: true,
      allowLinkedDoors: true,
    },
    clerk,
  );
  await hotel.keys.revoke({ keyId, version: added.version, doorId: pool.id }, clerk);

  const { rows } = await hotel.keys.list(keyListInput.parse({ status: 'current', sort: 'departure' }));

  expect(rows.map((row) => [row.lastName, row.departure])).toEqual([
    ['Costa', departure],
    ['Lind', '2026-11-26T11:00'],
  ]);
});

it('a key is marked in the list exactly when the filter for what needs attention shows it', async () => {
  const hotel = await openHotel({ rooms: ['101', '102'] });
  hotel.building.lock('102').refuses = 'invalid command';
  hotel.checkIn('101', 'Ana Costa');
  hotel.checkIn('102', 'Emma Lind');
  await hotel.after({ minutes: 5 });

  const all = await hotel.keys.list(keyListInput.parse({ status: 'current' }));
  const troubled = await hotel.keys.list(keyListInput.parse({ status: 'current', attention: true }));

  expect(all.rows.filter((row) => row.needsAttention).map((row) => row.id)).toEqual(troubled.rows.map((row) => row.id));
  expect(troubled.rows.map((row) => row.lastName)).toEqual(['Lind']);
});
