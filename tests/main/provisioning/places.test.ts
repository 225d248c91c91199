import { describe, expect, it } from 'vitest';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

const inAdvance = { provision: 'in-advance' } as const;

describe('a lock with fewer places than there are guests', () => {
  it('is not asked for what does not fit, and staff are told once that it is full', async () => {
    const { hotel } = await fullPool();
    const watch = hotel.building.watch();

    hotel.checkIn('206', 'Dora Pinto');
    await hotel.after({ minutes: 30 });

    expect(watch.changes()).toEqual(['put 206']);
    expect(await hotel.alerts()).toEqual(['lock-full', 'write-suspended']);
    expect((await hotel.entryAt('Pool', 'Dora Pinto'))?.job).toMatchObject({
      state: 'suspended',
      attempts: 0,
      lastError: { kind: 'no-space' },
    });
  });

  it('holds who opens soonest, whoever was booked first', async () => {
    const hotel = await openHotel({
      rooms: ['204', '205', '206'],
      commonDoors: ['Pool'],
      places: { Pool: 2 },
      settings: inAdvance,
    });
    hotel.building.hangsFor('Pool', 8);
    hotel.checkIn('204', 'Carla Dias');
    await hotel.after({ seconds: 4 });
    hotel.book('205', 'Bento Reis', { arrival: '2026-11-24T13:00Z' });
    await hotel.after({ seconds: 2 });

    hotel.book('206', 'Amara Okafor', { arrival: '2026-11-23T14:01Z' });
    await hotel.after({ minutes: 2 });

    expect(await hotel.opens('Pool', 'Amara Okafor')).toBe(true);
    expect((await hotel.entryAt('Pool', 'Bento Reis'))?.job?.state).toBe('suspended');
  });

  it('is written to in the order in which its doors open when places come free', async () => {
    const { hotel, first } = await fullPool();
    hotel.book('206', 'Dora Pinto', { arrival: '2026-11-24T13:00Z', departure: '2026-11-26T11:00Z' });
    hotel.checkIn('207', 'Emil Novak');
    await hotel.after({ minutes: 1 });

    hotel.pms.checkOut(first);
    await hotel.after({ minutes: 1 });

    expect(await hotel.opens('Pool', 'Emil Novak')).toBe(true);
    expect((await hotel.entryAt('Pool', 'Dora Pinto'))?.job?.state).toBe('suspended');
    expect(await hotel.alerts()).toEqual(['lock-full', 'write-suspended']);
  });

  it('is said to be full until nobody waits any more', async () => {
    const { hotel } = await fullPool();
    const last = hotel.checkIn('206', 'Dora Pinto');
    await hotel.after({ minutes: 1 });

    hotel.pms.checkOut(last);
    await hotel.after({ minutes: 1 });

    expect(await hotel.alerts()).toEqual([]);
    expect(await hotel.entryAt('Pool', 'Dora Pinto')).toBeNull();
  });

  it('is written to when somebody removes codes of their own at the lock', async () => {
    const hotel = await openHotel({ rooms: ['204', '205'], commonDoors: ['Pool'], places: { Pool: 2 } });
    hotel.building.program('Pool', 'lifeguard', '7001');
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ minutes: 1 });
    hotel.checkIn('205', 'Bento Reis');
    await hotel.after({ minutes: 1 });
    const before = await hotel.opens('Pool', 'Bento Reis');

    hotel.building.unprogram('Pool', 'lifeguard');
    await hotel.after({ minutes: 1 });

    expect(before).toBe(false);
    expect(await hotel.opens('Pool', 'Bento Reis')).toBe(true);
    expect(await hotel.alerts()).toEqual([]);
  });

  it('is written to when staff say Try now and there is room, and waits again when there is none', async () => {
    const { hotel } = await fullPool();
    hotel.checkIn('206', 'Dora Pinto');
    await hotel.after({ minutes: 1 });
    const { id } = await hotel.keyOf('Dora Pinto');
    const watch = hotel.building.watch();

    await hotel.keys.retryNow({ keyId: id, doorId: null }, { kind: 'portal' });
    await hotel.after({ minutes: 1 });

    expect(watch.changes()).toEqual([]);
    expect((await hotel.entryAt('Pool', 'Dora Pinto'))?.job?.state).toBe('suspended');
  });
});

describe('a lock that takes less than it says', () => {
  it('is asked once for each place that comes free, however many wait', async () => {
    const rooms = ['204', '205', '206', '207', '208'];
    const hotel = await openHotel({ rooms, commonDoors: ['Pool'] });
    hotel.building.lock('Pool').reallyTakes = 1;
    const [first = ''] = rooms.map((room) => hotel.checkIn(room, `Guest ${room}`));
    await hotel.after({ minutes: 5 });
    const watch = hotel.building.watch();

    hotel.pms.checkOut(first);
    await hotel.after({ minutes: 5 });

    // One that fits, and one that finds it full again.
    expect(watch.changes().filter((call) => call.endsWith('Pool'))).toEqual(['remove Pool', 'put Pool', 'put Pool']);
  });
});

/** Two places, and two guests who have them. */
async function fullPool(): Promise<{ readonly hotel: Hotel; readonly first: string }> {
  const rooms = ['204', '205', '206', '207'];
  const hotel = await openHotel({ rooms, commonDoors: ['Pool'], places: { Pool: 2 }, settings: inAdvance });
  const first = hotel.checkIn('204', 'Amara Okafor');
  hotel.checkIn('205', 'Bento Reis');
  await hotel.after({ minutes: 1 });
  return { hotel, first };
}
