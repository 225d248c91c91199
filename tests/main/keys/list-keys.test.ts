import { expect, it } from 'vitest';
import { keyListInput } from '#api/inputs';
import { deskService } from '#main/desk/desk-service';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

async function sixGuests(): Promise<Hotel> {
  const hotel = await openHotel({ rooms: ['101', '102', '103', '104', '105', '106'] });
  hotel.checkIn('101', 'Amara Okafor');
  hotel.checkIn('102', 'Bento Reis', { departure: '2026-11-24T11:00Z' });
  hotel.checkIn('103', 'Chiara Conti', { departure: '2026-11-29T11:00Z' });
  hotel.book('104', 'Dev Patel', { arrival: '2026-11-24T15:00Z' });
  hotel.book('105', 'Amara Silva', { arrival: '2026-11-24T15:00Z' });
  hotel.pms.checkOut(hotel.checkIn('106', 'Eve Long'));
  await hotel.after({ seconds: 10 });
  return hotel;
}

const namesIn = async (hotel: Hotel, asked: Parameters<typeof keyListInput.parse>[0]) =>
  (await hotel.keys.list(keyListInput.parse(asked))).rows.map(({ firstName, lastName }) => `${firstName} ${lastName}`);

it('each tab has its keys and its count', async () => {
  const hotel = await sixGuests();

  expect(await hotel.keys.counts()).toMatchObject({ upcoming: 2, current: 3, revoked: 0 });
  expect(await namesIn(hotel, { status: 'upcoming', sort: 'owner' })).toEqual(['Dev Patel', 'Amara Silva']);
});

it('sorts by owner, arrival and departure, both ways', async () => {
  const hotel = await sixGuests();

  const byOwner = await namesIn(hotel, { status: 'current', sort: 'owner' });
  const byDeparture = await namesIn(hotel, { status: 'current', sort: 'departure', descending: true });

  expect(byOwner).toEqual(['Chiara Conti', 'Amara Okafor', 'Bento Reis']);
  expect(byDeparture).toEqual(['Chiara Conti', 'Amara Okafor', 'Bento Reis']);
});

it('filters by every word, in people, doors and reservation numbers', async () => {
  const hotel = await sixGuests();

  expect(await namesIn(hotel, { status: 'current', filter: 'AMARA 101' })).toEqual(['Amara Okafor']);
  expect(await namesIn(hotel, { status: 'current', filter: 'amara 102' })).toEqual([]);
  expect(await namesIn(hotel, { status: 'upcoming', filter: '1004' })).toEqual(['Dev Patel']);
});

it('finds a number that has a sign in it, and a name whatever its signs', async () => {
  const hotel = await sixGuests();
  hotel.pms.change('mews:1004', { number: 'MW-88213' });
  hotel.pms.change('mews:1001', {
    guests: hotel.pms.stay('mews:1001').guests.map((guest) => ({ ...guest, lastName: 'O’Brien' })),
  });
  await hotel.after({ seconds: 10 });

  expect(await namesIn(hotel, { status: 'upcoming', filter: 'mw-88213' })).toEqual(['Dev Patel']);
  expect(await namesIn(hotel, { status: 'current', filter: "o'brien" })).toEqual(['Amara O’Brien']);
  expect(await namesIn(hotel, { status: 'current', filter: 'obrien' })).toEqual(['Amara O’Brien']);
});

it('gives one page, and how many there are', async () => {
  const hotel = await sixGuests();

  const page = await hotel.keys.list(keyListInput.parse({ status: 'current', sort: 'owner', offset: 1, limit: 1 }));

  expect(page.total).toBe(3);
  expect(page.rows.map(({ lastName }) => lastName)).toEqual(['Okafor']);
});

it('shows what needs attention alone', async () => {
  const hotel = await sixGuests();
  hotel.building.setRadio('103', false);
  hotel.pms.dates('mews:1003', '2026-11-23T15:00Z', '2026-12-02T11:00Z');
  await hotel.after({ seconds: 20 });

  expect(await namesIn(hotel, { status: 'current', attention: true })).toEqual(['Chiara Conti']);
});

it('search finds a guest from any tab', async () => {
  const hotel = await sixGuests();

  const hits = await deskService(hotel.base).search('amara', 10);

  expect(JSON.stringify(hits)).toContain('Okafor');
  expect(JSON.stringify(hits)).toContain('Silva');
});

it('a name is found without its accents, by any of its words', async () => {
  const hotel = await openHotel({ rooms: ['101', '102'] });
  hotel.checkIn('101', 'Inês Gonçalves Moura');
  hotel.checkIn('102', 'Søren Östergård');
  await hotel.after({ seconds: 10 });

  expect(await namesIn(hotel, { status: 'current', filter: 'ines' })).toEqual(['Inês Gonçalves Moura']);
  expect(await namesIn(hotel, { status: 'current', filter: 'soren ost' })).toEqual(['Søren Östergård']);
  const hits = await deskService(hotel.base).search('moura ines', 10);
  expect(hits.map(({ title }) => title)).toEqual(['Inês Gonçalves Moura']);
});

it('search finds a key by its reservation number and by its doorcode', async () => {
  const hotel = await sixGuests();
  const code = await hotel.codeOf('Chiara Conti');

  const byCode = await deskService(hotel.base).search(`${code?.slice(0, 3)} ${code?.slice(3)}`, 10);
  const byNumber = await deskService(hotel.base).search('1004', 10);

  expect(byCode.map(({ title }) => title)).toEqual(['Chiara Conti']);
  expect(byNumber.map(({ title }) => title)).toEqual(['Dev Patel']);
});

it('lists the guests in the house whose doors wait for somebody to allow them', async () => {
  const hotel = await openHotel({ rooms: ['101', '102'] });
  hotel.book('101', 'Amara Okafor', { arrival: '2026-11-23T13:00Z' });
  hotel.checkIn('102', 'Bento Reis');
  await hotel.after({ seconds: 10 });

  expect(await namesIn(hotel, { status: 'current', access: 'not-allowed' })).toEqual(['Amara Okafor']);
  expect(await namesIn(hotel, { status: 'current', access: 'late' })).toEqual(['Amara Okafor']);
  expect(await hotel.keys.counts()).toMatchObject({ notAllowed: 1, late: 1 });
});

it('tells keys of the PMS from those that staff made', async () => {
  const hotel = await sixGuests();
  await hotel.base.store.transact(async (transaction) => {
    const [key] = await transaction.find('keys', 'status', { value: 'current' }, { limit: 1 });
    if (key === undefined) throw new RangeError('nobody is in the house');
    const [owner] = key.people;
    if (owner === undefined) throw new RangeError('the key has no owner');
    const people = [{ ...owner, firstName: 'Clean', lastName: 'Team' }];
    await transaction.put('keys', {
      ...key,
      id: 'by-hand' as typeof key.id,
      source: 'manual',
      reservationId: null,
      people,
    });
  });

  expect(await namesIn(hotel, { status: 'current', source: 'manual' })).toEqual(['Clean Team']);
  expect(await namesIn(hotel, { status: 'current', source: 'pms', sort: 'owner' })).toEqual([
    'Chiara Conti',
    'Amara Okafor',
    'Bento Reis',
  ]);
});
