import { expect, it } from 'vitest';
import { clerk, doorLogOf } from '#tests/support/desk-acts';
import { openHotel } from '#tests/support/portal-harness';

it('a door that was changed meanwhile is not changed from an older version', async () => {
  const hotel = await openHotel({ rooms: ['204'], commonDoors: ['Pool'] });
  const room = await hotel.doorNamed('204');
  await hotel.doors.setLinkedDoors({ doorId: room.id, version: room.version, linkedDoorIds: [] }, clerk);

  const late = hotel.doors.setMapping({ doorId: room.id, version: room.version, spaceIds: [] }, clerk);

  await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' });
});

it('a door that is no longer linked ends the access of who is in house, and linked again gives it', async () => {
  const hotel = await openHotel({ rooms: ['204'], commonDoors: ['Pool'] });
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  const room = await hotel.doorNamed('204');
  const pool = await hotel.doorNamed('Pool');
  await hotel.doors.setLinkedDoors({ doorId: room.id, version: room.version, linkedDoorIds: [] }, clerk);
  await hotel.after({ seconds: 1 });
  const apart = await hotel.opens('Pool', 'Amara Okafor');

  const { version } = await hotel.doorNamed('204');
  await hotel.doors.setLinkedDoors({ doorId: room.id, version, linkedDoorIds: [pool.id] }, clerk);
  await hotel.after({ seconds: 1 });

  expect(apart).toBe(false);
  expect(await hotel.opens('Pool', 'Amara Okafor')).toBe(true);
});

it('a room that is no longer mapped to a door ends there, with an alert', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  const { id, version } = await hotel.doorNamed('204');

  await hotel.doors.setMapping({ doorId: id, version, spaceIds: [] }, clerk);
  await hotel.after({ minutes: 6 });

  expect(hotel.held()).toEqual([]);
  expect(await hotel.alerts()).toEqual(['room-not-mapped']);
});

it('retry now at a door lifts what its lock refused', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.building.lock('204').refuses = 'invalid command';
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ minutes: 5 });
  hotel.building.lock('204').mend();

  await hotel.doors.retryNow((await hotel.doorNamed('204')).id, clerk);
  await hotel.after({ seconds: 1 });

  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await hotel.alerts()).toEqual([]);
});

it('what a lock holds is asked of the lock itself, and what is missing comes back', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  const { lockId } = await hotel.doorNamed('204');
  hotel.building.lock('204').forget();

  const seen = await hotel.doors.lockContents(lockId!);
  await hotel.after({ seconds: 1 });

  expect(seen).toMatchObject({ outcome: 'listed', entries: [] });
  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await doorLogOf(hotel, '204', 'written')).toHaveLength(2);
});

it('a lock that does not answer says nothing of what it holds', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.building.setRadio('204', false);
  const { lockId } = await hotel.doorNamed('204');

  expect(await hotel.doors.lockContents(lockId!)).toEqual({ outcome: 'no-answer' });
});

it('no two doors have one name, whatever the capitals', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'], commonDoors: ['Pool'] });
  const { id, version } = await hotel.doorNamed('205');
  const settings = { type: 'private-room', defaultArrival: null, defaultDeparture: null } as const;
  const rename = (name: string) => hotel.doors.save({ doorId: id, version, name, ...settings }, clerk);

  await expect(rename('POOL')).rejects.toMatchObject({ code: 'door-name-taken' });
  await rename('205');

  expect((await hotel.doorNamed('205')).version).toBe(version + 1);
});
