import { openMewsHotel, type MewsHotel, type MewsHotelPlan } from '#tests/support/mews-hotel';
import { afterEach, expect, test } from 'vitest';

let opened: MewsHotel | null = null;
async function open(plan: MewsHotelPlan): Promise<MewsHotel> {
  opened = await openMewsHotel(plan);
  return opened;
}
afterEach(() => opened?.stop());

const factsOf = async ({ hotel }: MewsHotel) =>
  (await hotel.disk.read((view) => view.all('alerts'))).map(({ kind, facts }) => ({ kind, ...facts }));

test('D: a guest in house whose profile cannot be read any more keeps name, doorcode and room', async () => {
  const house = await open({ rooms: ['204', '205'] });
  house.checkIn('204', 'Amara Okafor');
  await house.hotel.syncNow();
  await house.hotel.after({ seconds: 10 });
  const before = await house.hotel.codeOf('Amara Okafor');
  await house.tell({ kind: 'record', list: 'Customers', where: { FirstName: 'Amara' }, set: { Email: 7 } });
  house.checkIn('205', 'Bento Reis');

  await house.hotel.syncNow();
  await house.hotel.after({ seconds: 10 });

  expect(await house.hotel.codeOf('Amara Okafor')).toBe(before);
  expect(await house.hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await house.hotel.opens('205', 'Bento Reis')).toBe(true);
  expect(await factsOf(house)).toMatchObject([
    { kind: 'stay-set-aside', why: 'guests-unreadable', fields: 'Customer.Email' },
  ]);
});

test('D: a new guest whose profile cannot be read has a key for the room, and a name as soon as it can be read', async () => {
  const house = await open({ rooms: ['204'] });
  await house.tell({ kind: 'record', list: 'Customers', set: { LastName: { text: 'Okafor' } } });
  house.checkIn('204', 'Amara Okafor');
  await house.hotel.syncNow();
  await house.hotel.after({ seconds: 10 });
  const held = house.hotel.held();

  await house.tell();
  await house.hotel.syncNow();
  await house.hotel.after({ seconds: 10 });

  expect(held).toHaveLength(1);
  expect(house.hotel.held()).toEqual(held);
  expect(await house.hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await house.hotel.alerts()).toEqual([]);
});

test('D: a list of guests that comes empty takes nobody off a key', async () => {
  const house = await open({ rooms: ['204'] });
  const id = house.checkIn('204', 'Amara Okafor');
  house.mews.hotel.addCompanion(id, house.mews.hotel.addCustomer({ firstName: 'Bento', lastName: 'Reis' }));
  await house.hotel.syncNow();
  const before = await house.hotel.keyOf('Amara Okafor');

  await house.tell({ kind: 'short', list: 'Customers', most: 0 });
  await house.hotel.syncNow();

  expect((await house.hotel.keyOf('Amara Okafor')).people).toEqual(before.people);
});
