import { expect, it } from 'vitest';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

const alertsOf = (hotel: Hotel) => hotel.disk.read((view) => view.all('alerts'));

it('D: one reservation that cannot be read costs itself: the others come, and its number is named until it can be read', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  const broken = hotel.checkIn('204', 'Amara Okafor');
  hotel.pms.unreadable.add(broken);
  hotel.checkIn('205', 'Bento Reis');
  await hotel.after({ seconds: 40 });
  const told = await alertsOf(hotel);
  const opens = await hotel.opens('205', 'Bento Reis');

  hotel.pms.unreadable.delete(broken);
  await hotel.after({ seconds: 10 });

  expect(told).toMatchObject([
    { kind: 'stay-set-aside', facts: { number: '1001', why: 'unreadable', fields: 'LastName' } },
  ]);
  expect(opens).toBe(true);
  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await hotel.alerts()).toEqual([]);
});

it('a guest in house whose reservation cannot be read any more keeps the key, comparison or not', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const id = hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  hotel.pms.unreadable.add(id);
  hotel.pms.change(id, { number: '1001' });

  await hotel.after({ minutes: 25 });

  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await hotel.alerts()).toEqual(['stay-set-aside']);
});

it('a stay that cannot be stored does not hold up the others, and the comparison goes on', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  const id = hotel.checkIn('204', 'Amara Okafor');
  const well = hotel.pms.stay(id);
  hotel.pms.putBack({ ...well, groupId: 7 as never, contentHash: 'cannot be stored' });
  hotel.checkIn('205', 'Bento Reis');
  await hotel.after({ seconds: 30 });
  const told = await alertsOf(hotel);
  const connection = await hotel.disk.read((view) => view.get('pms', 'mews'));
  const opens = await hotel.opens('205', 'Bento Reis');

  hotel.pms.putBack(well);
  await hotel.after({ seconds: 10 });

  expect(told).toMatchObject([{ kind: 'stay-set-aside', facts: { number: '1001', why: 'not-stored' } }]);
  expect(connection?.reconciledAt).not.toBeNull();
  expect(opens).toBe(true);
  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await hotel.alerts()).toEqual([]);
});

it('one that is set aside and gone for good is not spoken of any more', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const id = hotel.checkIn('204', 'Amara Okafor');
  hotel.pms.unreadable.add(id);
  await hotel.after({ seconds: 10 });
  hotel.pms.remove(id);
  hotel.pms.unreadable.delete(id);

  await hotel.after({ seconds: 10 });

  expect(await hotel.alerts()).toEqual([]);
});
