import { openMewsHotel, type MewsHotel, type MewsHotelPlan } from '#tests/support/mews-hotel';
import { afterEach, expect, test } from 'vitest';

const serra = { kind: 'enterprise', id: '11111111-1111-4111-8111-111111111111', name: 'Hotel Serra' };

let opened: MewsHotel | null = null;
async function open(plan: MewsHotelPlan): Promise<MewsHotel> {
  opened = await openMewsHotel(plan);
  return opened;
}
afterEach(() => opened?.stop());

const connectionOf = ({ hotel }: MewsHotel) => hotel.disk.read((view) => view.get('pms', 'mews'));
/** As a connection was before properties had ids. */
const forgetProperty = ({ hotel }: MewsHotel) =>
  hotel.disk.transact(async (transaction) => {
    await transaction.put('pms', { ...(await transaction.get('pms', 'mews'))!, propertyId: null });
  });

test('B: a token that turns out to be another hotel with empty lists ends nobody, and the other hotel is named', async () => {
  const house = await open({ rooms: ['204'] });
  house.checkIn('204', 'Amara Okafor');
  await house.hotel.syncNow();
  await house.hotel.after({ seconds: 10 });

  await house.tell(serra, { kind: 'short', list: 'Reservations', most: 0 });
  await house.hotel.syncNow();
  await house.hotel.syncNow();

  expect(await house.hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await connectionOf(house)).toMatchObject({ state: 'broken', otherProperty: 'Hotel Serra' });
  expect(await house.hotel.alerts()).toEqual(['pms-broken']);
});

test('B: an old connection without an id does not take the id of a hotel that knows none of its stays', async () => {
  const house = await open({ rooms: ['204'] });
  house.checkIn('204', 'Amara Okafor');
  await house.hotel.syncNow();
  await house.hotel.after({ seconds: 10 });
  await forgetProperty(house);

  await house.tell(serra, { kind: 'short', list: 'Reservations', most: 0 });
  await house.hotel.syncNow();

  expect(await house.hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await connectionOf(house)).toMatchObject({ state: 'broken', otherProperty: 'Hotel Serra', propertyId: null });
});

test('B: an old connection without an id learns it from the hotel that knows its stays', async () => {
  const house = await open({ rooms: ['204'] });
  house.checkIn('204', 'Amara Okafor');
  await house.hotel.syncNow();
  await forgetProperty(house);

  await house.hotel.syncNow();

  expect(await connectionOf(house)).toMatchObject({
    state: 'connected',
    propertyId: house.mews.hotel.ids.enterprise,
  });
});
