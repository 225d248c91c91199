import { clerk } from '#tests/support/desk-acts';
import { openMewsHotel, type MewsHotel, type MewsHotelPlan } from '#tests/support/mews-hotel';
import { openHotel } from '#tests/support/portal-harness';
import { localDateTime } from '#domain/time/time';
import { afterEach, expect, test } from 'vitest';

let opened: MewsHotel | null = null;
async function open(plan: MewsHotelPlan): Promise<MewsHotel> {
  opened = await openMewsHotel(plan);
  return opened;
}
afterEach(async () => {
  await opened?.stop();
  opened = null;
});

/** As if Portal were connected for the first time. */
const forget = ({ hotel }: MewsHotel) =>
  hotel.disk.transact(async (transaction) => {
    const connection = await transaction.get('pms', 'mews');
    await transaction.put('pms', { ...connection!, watermark: null, reconciledAt: null });
  });

test('the first import brings a wedding in fourteen months, in as many questions as Mews wants', async () => {
  const house = await open({ rooms: ['204'] });
  house.book('204', 'Amara Okafor', { arrival: '2028-01-20T15:00Z', departure: '2028-01-23T11:00Z' });
  await forget(house);
  const before = house.mews.requests().length;

  await house.hotel.syncNow();

  const questions = house.mews
    .requests()
    .slice(before)
    .filter((path) => path.includes('reservations/'));
  expect(questions.length).toBeGreaterThan(6);
  expect((await house.hotel.keyOf('Amara Okafor')).status).toBe('upcoming');
});

test('the first import brings a guest who is in house five days after the departure', async () => {
  const house = await open({ rooms: ['204'] });
  house.checkIn('204', 'Amara Okafor', { arrival: '2026-11-15T15:00Z', departure: '2026-11-18T11:00Z' });
  await forget(house);

  await house.hotel.syncNow();

  expect((await house.hotel.keyOf('Amara Okafor')).status).toBe('past');
  expect(await house.hotel.alerts()).toEqual(['stay-over']);
});

test('who is overdue when Portal first hears of it opens the door as soon as the desk extends', async () => {
  const hotel = await openHotel({ rooms: ['204'], polling: true, start: '2026-11-23T14:00:00Z' });
  const id = hotel.book('204', 'Amara Okafor', { arrival: '2026-11-15T15:00Z', departure: '2026-11-18T11:00Z' });
  hotel.pms.set(id, 'in-house');
  await hotel.after({ seconds: 10 });
  const { id: keyId, version, doors } = await hotel.keyOf('Amara Okafor');
  const { doorId, arrival, allowProvisioning, allowLinkedDoors } = doors[0]!;
  const kept = { doorId, arrival, allowProvisioning, allowLinkedDoors, weekdays: null, hours: null };

  const departure = localDateTime.parse('2026-11-25T11:00');
  await hotel.keys.editDoor({ keyId, version, ...kept, departure }, clerk);
  await hotel.after({ seconds: 10 });

  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
});
