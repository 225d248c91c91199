import { needsAttention } from '#main/desk/needs-attention';
import { openHotel, type Hotel } from '#tests/support/portal-harness';
import { expect, it } from 'vitest';

const attention = (hotel: Hotel) => hotel.disk.read(needsAttention);

it('19, 60: an arrival time that passes without a room is said, and it goes with the room', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const id = hotel.book(null, 'Amara Okafor');
  await hotel.after({ minutes: 59 });
  const before = await hotel.alerts();
  await hotel.after({ minutes: 2 });
  const after = await attention(hotel);

  hotel.pms.move(id, '204');
  await hotel.after({ seconds: 10 });

  expect(before).toEqual([]);
  expect(after).toMatchObject([{ kind: 'no-room-assigned', owner: 'Amara Okafor', facts: { state: 'expected' } }]);
  expect(await hotel.alerts()).toEqual([]);
});

it('a guest in house without a room is said at once', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const id = hotel.book(null, 'Amara Okafor');
  hotel.pms.checkIn(id);
  await hotel.after({ seconds: 10 });

  expect(await attention(hotel)).toMatchObject([{ kind: 'no-room-assigned', facts: { state: 'in-house' } }]);
});

it('a room that the PMS takes out of use while somebody arrives in it is said, until it is in use again', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  hotel.book('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  hotel.pms.setActive('204', false);
  await hotel.after({ minutes: 11 });
  const during = await attention(hotel);

  hotel.pms.setActive('204', true);
  await hotel.after({ minutes: 11 });

  expect(during).toMatchObject([{ kind: 'room-inactive', owner: 'Amara Okafor', facts: { room: '204' } }]);
  expect(await hotel.alerts()).toEqual([]);
});

it('61: two guests in house in one room are said at once, about the one who should have left', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  const left = hotel.checkIn('204', 'Amara Okafor', { departure: '2026-11-24T11:00Z' });
  hotel.checkIn('204', 'Bento Reis');
  await hotel.after({ seconds: 10 });
  const during = await attention(hotel);

  hotel.pms.checkOut(left);
  await hotel.after({ seconds: 10 });

  expect(during).toMatchObject([
    { kind: 'room-shared', owner: 'Amara Okafor', doorName: '204', facts: { other: 'Bento Reis', room: '204' } },
  ]);
  expect(await hotel.alerts()).toEqual([]);
});

it('guests of one group who share a room share it on purpose', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const one = hotel.checkIn('204', 'Amara Okafor');
  const other = hotel.checkIn('204', 'Bento Reis');
  hotel.pms.change(one, { groupId: 'family' });
  hotel.pms.change(other, { groupId: 'family' });
  await hotel.after({ seconds: 10 });

  expect(await hotel.alerts()).toEqual([]);
});

it('a guest who moves out of a shared room ends it too', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  hotel.checkIn('204', 'Amara Okafor');
  const moved = hotel.checkIn('204', 'Bento Reis');
  await hotel.after({ seconds: 10 });

  hotel.pms.move(moved, '205');
  await hotel.after({ seconds: 10 });

  expect(await hotel.alerts()).toEqual([]);
});

it('five rooms that lead nowhere are one line, with their number and names', async () => {
  const hotel = await openHotel({ rooms: [] });
  ['10', '9', '11', '12', '13'].forEach((room) => hotel.pms.addRoom(room));
  ['10', '9', '11', '12', '13'].forEach((room) => hotel.book(room, `Guest ${room}`));
  await hotel.after({ minutes: 11 });

  expect(await attention(hotel)).toMatchObject([
    { kind: 'room-not-mapped', keyId: null, facts: { count: '5', names: '9, 10, 11, 12, 13' } },
  ]);
});

it('three are three lines, each with its guest', async () => {
  const hotel = await openHotel({ rooms: [] });
  hotel.pms.addRoom('9');
  hotel.book('9', 'Amara Okafor');
  hotel.book('9', 'Bento Reis', { arrival: '2026-11-26T15:00Z', departure: '2026-11-27T11:00Z' });
  hotel.book('9', 'Chiara Costa', { arrival: '2026-11-28T15:00Z', departure: '2026-11-29T11:00Z' });
  await hotel.after({ minutes: 11 });

  const owners = (await attention(hotel)).map(({ owner }) => owner);

  expect(new Set(owners)).toEqual(new Set(['Amara Okafor', 'Bento Reis', 'Chiara Costa']));
});
