import { expect, it } from 'vitest';
import { localDateTime } from '#domain/time/time';
import { clerk, doorLogOf } from '#tests/support/desk-acts';
import { openHotel } from '#tests/support/portal-harness';

it('27: a cancelled stay opens nothing; reinstated it has the same code again', async () => {
  const hotel = await openHotel({ rooms: ['204'], settings: { provision: 'in-advance' } });
  const id = hotel.book('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  const before = hotel.held();
  hotel.pms.set(id, 'cancelled');
  await hotel.after({ seconds: 10 });
  const cancelled = hotel.held();

  hotel.pms.set(id, 'expected');
  await hotel.after({ seconds: 10 });

  expect(before).toHaveLength(1);
  expect(cancelled).toEqual([]);
  expect(hotel.held()).toEqual(before);
});

it('28: a no-show is revoked, and is let in when checked in at two in the night', async () => {
  const hotel = await openHotel({ rooms: ['204'], start: '2026-11-23T23:30:00Z' });
  const id = hotel.book('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  hotel.pms.set(id, 'no-show');
  await hotel.after({ hours: 2, minutes: 30 });
  const { status } = await hotel.keyOf('Amara Okafor');

  hotel.pms.checkIn(id);
  await hotel.after({ seconds: 10 });

  expect(status).toBe('revoked');
  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
});

it('36: a merged guest keeps the key and the code', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const id = hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  const code = await hotel.codeOf('Amara Okafor');
  const [guest] = hotel.pms.stay(id).guests;

  hotel.pms.change(id, { guests: [{ ...guest!, pmsId: 'guest-merged', lastName: 'Okafor-Lind' }] });
  await hotel.after({ seconds: 10 });

  expect(await hotel.allKeys()).toHaveLength(1);
  expect(await hotel.codeOf('Amara Okafor-Lind')).toBe(code);
  expect(hotel.held()).toEqual(await hotel.wanted());
});

it("39: on one day, the first guest's code is dead before the second's begins", async () => {
  const hotel = await openHotel({
    rooms: ['204'],
    settings: { provision: 'in-advance' },
    start: '2026-11-23T10:00:00Z',
  });
  hotel.book('204', 'Amara Okafor', { arrival: '2026-11-22T15:00Z', departure: '2026-11-23T11:00Z' });
  hotel.book('204', 'Bento Reis', { arrival: '2026-11-23T15:00Z', departure: '2026-11-24T11:00Z' });
  await hotel.after({ minutes: 30 });
  const first = [await hotel.opens('204', 'Amara Okafor'), await hotel.opens('204', 'Bento Reis')];
  await hotel.after({ hours: 1 });
  const between = [await hotel.opens('204', 'Amara Okafor'), await hotel.opens('204', 'Bento Reis')];
  await hotel.after({ hours: 4 });
  const second = [await hotel.opens('204', 'Amara Okafor'), await hotel.opens('204', 'Bento Reis')];

  expect([first, between, second]).toEqual([
    [true, false],
    [false, false],
    [false, true],
  ]);
});

it('40: no two of sixty guests hold the same code on the common door, though only few codes are left', async () => {
  const rooms = Array.from({ length: 60 }, (_, index) => String(201 + index));
  const hotel = await openHotel({ rooms, commonDoors: ['Pool'], places: { Pool: 100 }, settings: { codeLength: 4 } });
  for (const room of rooms) hotel.checkIn(room, `Guest ${room}`);
  await hotel.after({ minutes: 1 });

  const codes = [...hotel.building.lock('Pool').people.values()].map(({ code }) => code);

  expect(codes).toHaveLength(60);
  expect(new Set(codes).size).toBe(60);
});

it('41: what staff changed at a door stays; the PMS changes the rest', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const id = hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  const key = await hotel.keyOf('Amara Okafor');
  const { allowProvisioning, allowLinkedDoors, arrival, doorId } = key.doors[0]!;
  const departure = localDateTime.parse('2026-11-25T14:00');
  const kept = { allowProvisioning, allowLinkedDoors, arrival, doorId, weekdays: null, hours: null };
  await hotel.keys.editDoor({ keyId: key.id, version: key.version, ...kept, departure }, clerk);

  hotel.pms.dates(id, '2026-11-23T13:00Z', '2026-11-24T11:00Z');
  await hotel.after({ seconds: 10 });

  expect((await hotel.keyOf('Amara Okafor')).doors[0]).toMatchObject({
    arrival: '2026-11-23T13:00',
    departure: '2026-11-25T14:00',
  });
  expect(hotel.held()).toEqual(await hotel.wanted());
});

it('42: what staff revoked stays revoked whatever the PMS says, until staff restore it', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  const id = hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  const { id: keyId, version } = await hotel.keyOf('Amara Okafor');
  await hotel.keys.revoke({ keyId, version, doorId: null }, clerk);
  await hotel.after({ seconds: 10 });
  hotel.pms.move(id, '205');
  await hotel.after({ seconds: 10 });
  const revoked = hotel.held();

  const again = await hotel.keyOf('Amara Okafor');
  await hotel.keys.restore({ keyId, version: again.version, doorId: null }, clerk);
  await hotel.after({ seconds: 10 });

  expect(revoked).toEqual([]);
  expect(again.status).toBe('revoked');
  expect(await hotel.opens('205', 'Amara Okafor')).toBe(true);
});

it('45: a lock that cannot be reached stays "revoking", with an alert, and the next guest gets another code', async () => {
  const hotel = await openHotel({ rooms: ['204'], settings: { codeLength: 4 } });
  const first = hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  const code = await hotel.codeOf('Amara Okafor');
  hotel.building.setRadio('204', false);
  hotel.pms.checkOut(first);
  hotel.checkIn('204', 'Bento Reis');
  await hotel.after({ minutes: 4 });
  const alerts = await hotel.alerts();
  const details = await hotel.keys.details((await hotel.keyOf('Amara Okafor')).id);

  hotel.building.setRadio('204', true);
  await hotel.after({ seconds: 1 });

  expect(alerts).toEqual(['removal-failing']);
  expect(details.removal).toEqual({ pending: 1, of: 1, credentials: 'doorcode' });
  expect(await hotel.codeOf('Bento Reis')).not.toBe(code);
  expect(hotel.held()).toEqual(await hotel.wanted());
  expect(await doorLogOf(hotel, '204', 'removed')).toHaveLength(1);
});

it('a version seen earlier changes nothing', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  const id = hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  const seen = await hotel.keyOf('Amara Okafor');
  hotel.pms.move(id, '205');
  await hotel.after({ seconds: 10 });

  const late = hotel.keys.revoke({ keyId: seen.id, version: seen.version, doorId: null }, clerk);

  await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' });
  expect((await hotel.keyOf('Amara Okafor')).status).toBe('current');
});
