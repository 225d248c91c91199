import { expect, it } from 'vitest';
import type { Guest } from '#domain/stay/reservation';
import { clerk } from '#tests/support/desk-acts';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

const rooms = ['201', '202', '203', '204', '205'];
const companion = (room: string): Guest => ({
  pmsId: `companion-${room}`,
  firstName: 'Companion',
  lastName: `Of ${room}`,
  email: null,
  emailIsRelay: false,
  phone: null,
  language: null,
  primary: false,
});

/** In every room a guest with a companion, and each of them has a code of their own. */
async function pairs(count: number): Promise<{ readonly hotel: Hotel; readonly stays: readonly string[] }> {
  const hotel = await openHotel({ rooms });
  const stays = rooms.slice(0, count).map((room) => {
    const id = hotel.checkIn(room, `Guest Of ${room}`);
    hotel.pms.change(id, { guests: [...hotel.pms.stay(id).guests, companion(room)] });
    return id;
  });
  await hotel.after({ seconds: 30 });
  for (const { id: keyId, version, people } of await hotel.allKeys()) {
    const personId = people[1]!.personId;
    await hotel.keys.setDoorcodePolicy({ keyId, personId, version, policy: 'random', code: null }, clerk);
  }
  await hotel.after({ seconds: 30 });
  return { hotel, stays };
}

function forgetCompanions({ hotel, stays }: { readonly hotel: Hotel; readonly stays: readonly string[] }): void {
  for (const id of stays) hotel.pms.change(id, { guests: hotel.pms.stay(id).guests.slice(0, 1) });
}

it('a PMS that suddenly names no companions takes no code away, and one alert says what it no longer tells', async () => {
  const house = await pairs(5);
  const before = house.hotel.held();
  forgetCompanions(house);

  await house.hotel.after({ minutes: 30 });

  expect(before).toHaveLength(10);
  expect(house.hotel.held()).toEqual(before);
  expect(await house.hotel.disk.read((view) => view.all('alerts'))).toMatchObject([
    { kind: 'endings-held', facts: { cause: 'guests-gone', count: '5' } },
  ]);
});

it('one companion who leaves in house is off the key once the PMS has said so for a minute', async () => {
  const house = await pairs(1);
  forgetCompanions(house);
  await house.hotel.after({ seconds: 10 });
  const atFirst = house.hotel.held();

  await house.hotel.after({ minutes: 3 });

  expect(atFirst).toHaveLength(2);
  expect(house.hotel.held()).toHaveLength(1);
  expect(await house.hotel.alerts()).toEqual([]);
});

it('a companion who is named anew keeps the code, at once', async () => {
  const { hotel, stays } = await pairs(1);
  const before = hotel.held();
  const [guest] = hotel.pms.stay(stays[0]!).guests;
  hotel.pms.change(stays[0]!, { guests: [guest!, { ...companion('201'), pmsId: 'merged', lastName: 'Renamed' }] });

  await hotel.after({ seconds: 10 });

  expect(hotel.held()).toHaveLength(before.length);
  expect((await hotel.allKeys())[0]?.people.map(({ lastName }) => lastName)).toContain('Renamed');
});
