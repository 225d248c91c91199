import { expect, it } from 'vitest';
import { plus } from '#domain/time/time';
import { openHotel } from '#tests/support/portal-harness';
import { Temporal } from 'temporal-polyfill';

const guest = 'Amara Okafor';

it('a check-in that was stamped ahead does not outlive the check-out after it', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const id = hotel.checkIn('204', guest);
  const stay = hotel.pms.stay(id);
  hotel.pms.putBack({ ...stay, sourceUpdatedAt: plus(stay.sourceUpdatedAt, Temporal.Duration.from({ seconds: 3 })) });
  await hotel.after({ seconds: 10 });
  const opened = await hotel.opens('204', guest);
  const { sourceUpdatedAt } = stay;
  hotel.pms.putBack({ ...stay, state: 'departed', sourceUpdatedAt, contentHash: 'checked-out' });

  await hotel.after({ minutes: 11 });

  expect(opened).toBe(true);
  expect(hotel.held()).toEqual([]);
});

it('what the PMS says again with a newer stamp is remembered as newer than a copy from between', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const id = hotel.checkIn('204', guest);
  await hotel.after({ seconds: 10 });
  const stay = hotel.pms.stay(id);
  const later = (seconds: number) => plus(stay.sourceUpdatedAt, Temporal.Duration.from({ seconds }));
  hotel.pms.putBack({ ...stay, sourceUpdatedAt: later(60) });
  await hotel.after({ minutes: 2 });
  hotel.pms.putBack({ ...stay, state: 'cancelled', contentHash: 'an old copy', sourceUpdatedAt: later(30) });

  await hotel.after({ seconds: 20 });

  expect(await hotel.opens('204', guest)).toBe(true);
});

it('a comparison that is noted for a year that has not come is made now', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  await hotel.after({ seconds: 10 });
  await hotel.disk.transact(async (transaction) => {
    const connection = await transaction.get('pms', 'mews');
    const ahead = plus(hotel.clock.now(), Temporal.Duration.from({ hours: 24 * 3650 }));
    await transaction.put('pms', { ...connection!, reconciledAt: ahead, watermark: ahead });
  });
  hotel.checkIn('204', guest);

  await hotel.after({ seconds: 10 });

  const connection = await hotel.disk.read((view) => view.get('pms', 'mews'));
  expect(await hotel.opens('204', guest)).toBe(true);
  expect(connection!.reconciledAt! <= hotel.clock.now()).toBe(true);
  expect(connection!.watermark! <= hotel.clock.now()).toBe(true);
});

it('a server of the PMS whose clock is some seconds behind the last one is asked what changed, not for everything', async () => {
  const hotel = await openHotel({ rooms: ['204'], clocksApart: true });
  await hotel.after({ seconds: 20 });
  const before = hotel.pms.asked.changes.length;
  hotel.pmsClock.ahead = { seconds: -5 };

  await hotel.after({ seconds: 2 });

  expect(hotel.pms.asked.changes.length).toBe(before + 1);
});
