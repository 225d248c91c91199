import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { clerk } from '#tests/support/desk-acts';
import { openHotel } from '#tests/support/portal-harness';
import { RandomWeek } from '#tests/support/random-week';
import { SeededRandom } from '#tests/support/seeded-random';

const isQuick = process.env['PORTAL_QUICK'] === '1';
const seed = Number(process.env['PORTAL_SEED'] ?? '7');
const days = isQuick ? 2 : 7;

it(`after ${days} days of guests, outages and power cuts, every lock of a hundred holds exactly what it should`, async () => {
  const rooms = Array.from({ length: 96 }, (_, index) => String(201 + index));
  const hotel = await openHotel({
    rooms,
    commonDoors: ['Pool', 'Gate', 'Lift', 'Spa'],
    places: { Pool: 500, Gate: 500, Lift: 500, Spa: 500 },
    settings: { pollSeconds: 300, codeLength: 5 },
    probeEvery: Temporal.Duration.from({ hours: 1 }),
    seed,
  });
  const dice = new SeededRandom(seed);
  const week = new RandomWeek(hotel, dice);
  const clashes: string[] = [];
  const end = Date.parse(hotel.clock.now()) + days * 86_400_000;
  for (let turn = 0; Date.parse(hotel.clock.now()) < end; turn += 1) {
    await week.act();
    await hotel.after({ seconds: 30 + dice.integer(2_400) });
    if (turn % 50 === 0) clashes.push(...sameCodes(await hotel.wanted()));
  }

  week.mend();
  await hotel.after({ minutes: 10 });
  const suspended = (await hotel.entries()).filter(({ job }) => job?.state === 'suspended');
  const alerts = (await hotel.alerts()).filter((kind) => kind === 'write-suspended');
  for (const { doorId } of suspended) await hotel.doors.retryNow(doorId, clerk);
  await hotel.after({ hours: 7 });

  expect([...week.happened.values()].reduce((sum, each) => sum + each, 0)).toBeGreaterThan(days * 60);
  expect(clashes).toEqual([]);
  expect(alerts).toHaveLength(suspended.length);
  expect(hotel.held()).toEqual(await hotel.wanted());
  expect((await hotel.entries()).filter(({ job }) => job !== null)).toEqual([]);
}, 120_000);

/** Locks that two guests should open with one code. */
function sameCodes(wanted: readonly string[]): readonly string[] {
  const places = wanted.map((line) => line.split(' ').slice(0, 2).join(' '));
  return places.filter((place, index) => places.indexOf(place) !== index);
}
