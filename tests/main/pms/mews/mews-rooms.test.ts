import { clerk } from '#tests/support/desk-acts';
import { openMewsHotel, type MewsHotel, type MewsHotelPlan } from '#tests/support/mews-hotel';
import { afterEach, expect, test } from 'vitest';

let opened: MewsHotel | null = null;
async function open(plan: MewsHotelPlan): Promise<MewsHotel> {
  opened = await openMewsHotel(plan);
  return opened;
}
afterEach(() => opened?.stop());

const spacesOf = ({ hotel }: MewsHotel) => hotel.disk.read((view) => view.all('spaces'));
/** The kinds of the rooms that a door was led to. */
const mappedAt = async (house: MewsHotel, door: string) => {
  const { spaceIds } = await house.hotel.doorNamed(door);
  return (await spacesOf(house)).filter(({ id }) => spaceIds.includes(id)).map(({ kind }) => kind);
};

test('I: a parking space of the same name as a room is not the room', async () => {
  const house = await open({
    rooms: ['12'],
    pmsRooms: [{ name: '12' }, { name: '12', category: 'ParkingSpot' }],
  });

  house.checkIn('12', 'Amara Okafor');
  await house.hotel.syncNow();
  await house.hotel.after({ seconds: 10 });

  expect(await mappedAt(house, '12')).toEqual(['room']);
  expect(await house.hotel.opens('12', 'Amara Okafor')).toBe(true);
});

test('I: a meeting room is not mapped by itself, and whoever books it alone gets no key', async () => {
  const house = await open({ rooms: ['Sala', '204'], pmsRooms: ['204', { name: 'Sala', category: 'MeetingRoom' }] });
  house.book('Sala', 'Bento Reis');
  house.checkIn('204', 'Amara Okafor');

  await house.hotel.syncNow();
  await house.hotel.after({ seconds: 10 });

  expect(await mappedAt(house, 'Sala')).toEqual([]);
  expect((await house.hotel.allKeys()).map(({ people }) => people[0]?.lastName)).toEqual(['Okafor']);
});

test('I: without the permission to ask what rooms are for, every room is a room as before, and that is said', async () => {
  const house = await open({ rooms: ['204'], pmsRooms: [] });
  await house.tell({ kind: 'forbidden', operation: 'resourceCategories/getAll' });
  house.mews.hotel.addRoom({ name: '204' });
  house.checkIn('204', 'Amara Okafor');

  await house.hotel.syncNow();
  await house.hotel.after({ seconds: 10 });

  expect(await mappedAt(house, '204')).toEqual(['room']);
  expect(await house.hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await house.hotel.alerts()).toEqual(['pms-withheld']);
});

test('I: a kind of category that Portal does not know keeps its stays, and waits for a person to map its rooms', async () => {
  const house = await open({ rooms: ['204'], pmsRooms: [] });
  await house.tell({ kind: 'record', list: 'ResourceCategories', set: { Type: 'Treehouse' } });
  house.mews.hotel.addRoom({ name: '204' });
  house.checkIn('204', 'Amara Okafor');

  await house.hotel.syncNow();

  expect(await mappedAt(house, '204')).toEqual([]);
  expect((await house.hotel.allKeys()).length).toBe(1);
  expect(await house.hotel.alerts()).toEqual(['room-not-mapped']);
});

test('I: two rooms of one name: none is mapped, that is said once, and it goes when a person chooses', async () => {
  const house = await open({
    rooms: ['12', '204'],
    pmsRooms: ['204', { name: '12' }, { name: '12', category: 'Apartment' }],
  });
  const before = await mappedAt(house, '12');
  const alerts = await house.hotel.disk.read((view) => view.all('alerts'));
  const { id: doorId, version } = await house.hotel.doorNamed('12');
  const [space] = (await spacesOf(house)).filter(({ name }) => name === '12');

  await house.hotel.doors.setMapping({ doorId, version, spaceIds: [space!.id] }, clerk);

  expect(before).toEqual([]);
  expect(alerts).toMatchObject([{ kind: 'rooms-same-name', facts: { names: '12', count: '1' } }]);
  expect(await house.hotel.alerts()).toEqual([]);
});

test('a second room of a name that comes later takes nothing away from the first', async () => {
  const house = await open({ rooms: ['12'] });

  house.mews.hotel.addRoom({ name: '12', category: 'Apartment' });
  await house.hotel.syncNow();

  expect(await mappedAt(house, '12')).toHaveLength(1);
  expect(await house.hotel.alerts()).toEqual([]);
});

test('a bed leads to the door of its room', async () => {
  const house = await open({
    rooms: ['Dorm'],
    pmsRooms: [
      { name: 'Dorm', category: 'Dorm' },
      { name: 'Bed A', parent: 'Dorm' },
      { name: 'Bed B', parent: 'Dorm' },
    ],
  });
  house.checkIn('Bed A', 'Amara Okafor');
  house.checkIn('Bed B', 'Bento Reis');
  await house.hotel.syncNow();
  await house.hotel.after({ seconds: 10 });

  expect(await house.hotel.opens('Dorm', 'Amara Okafor')).toBe(true);
  expect(await house.hotel.opens('Dorm', 'Bento Reis')).toBe(true);
  expect(await house.hotel.alerts()).toEqual([]);
});

test('a bed with a locker of its own opens both, and a room that is mapped by hand lets its beds in', async () => {
  const house = await open({
    rooms: ['Locker A', 'North door'],
    pmsRooms: [
      { name: 'Dorm', category: 'Dorm' },
      { name: 'Locker A', parent: 'Dorm' },
    ],
  });
  house.checkIn('Locker A', 'Amara Okafor');
  await house.hotel.syncNow();
  const { id: doorId, version } = await house.hotel.doorNamed('North door');
  const [dorm] = (await spacesOf(house)).filter(({ name }) => name === 'Dorm');

  await house.hotel.doors.setMapping({ doorId, version, spaceIds: [dorm!.id] }, clerk);
  await house.hotel.after({ seconds: 10 });

  expect(await house.hotel.opens('Locker A', 'Amara Okafor')).toBe(true);
  expect(await house.hotel.opens('North door', 'Amara Okafor')).toBe(true);
});

test('rooms that were made anew in the PMS find their doors again by name', async () => {
  const house = await open({ rooms: ['204'] });
  house.checkIn('204', 'Amara Okafor');
  await house.hotel.syncNow();
  await house.hotel.after({ seconds: 10 });
  const [old] = house.mews.hotel.resources;

  await house.tell({ kind: 'record', list: 'Resources', where: { Id: old!.id }, set: { IsActive: false } });
  house.mews.hotel.addRoom({ name: '204', category: 'Apartment' });
  await house.hotel.syncNow();

  expect(await mappedAt(house, '204')).toHaveLength(2);
  expect(await house.hotel.opens('204', 'Amara Okafor')).toBe(true);
});
