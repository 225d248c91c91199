import { describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { openHotel, type Hotel } from '#tests/support/portal-harness';
import { startSecondProgram } from '#tests/support/second-program';

const probeEvery = Temporal.Duration.from({ hours: 1 });
const rooms = ['201', '202', '203', '204', '205', '206'];

describe('two programs on one store', () => {
  it('are never at one lock at the same time, nor at more locks together than the gateway bears', async () => {
    const hotel = await openHotel({ rooms, commonDoors: ['Pool'], isShared: true, probeEvery });
    await startSecondProgram(hotel);
    await hotel.after({ seconds: 3 });
    for (const name of [...rooms, 'Pool']) hotel.building.hangsFor(name, 2);
    const calls = hotel.building.watch();

    for (const room of rooms) hotel.checkIn(room, `Guest ${room}`);
    await hotel.after({ minutes: 2 });

    expect(calls.mostAtOneLock()).toBe(1);
    expect(calls.mostPutsAtOnce()).toBeLessThanOrEqual(4);
    expect(calls.changes()).toHaveLength(12);
    expect(hotel.held()).toEqual(await hotel.wanted());
    expect((await hotel.entries()).filter(({ job, underWay }) => job !== null || underWay !== null)).toEqual([]);
  });

  it('are not in the way of each other when the second starts in the middle of the first’s attempt', async () => {
    const { hotel } = await attemptUnderWay();
    const calls = hotel.building.watch();

    await startSecondProgram(hotel);
    await hotel.after({ seconds: 30 });

    expect(calls.changes()).toEqual([]);
    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
    expect(await hotel.entryAt('204', 'Amara Okafor')).toMatchObject({ job: null, underWay: null });
  });

  it('wait for each other when the guest’s wish changes in the middle of an attempt', async () => {
    const { hotel, stay } = await attemptUnderWay();
    await startSecondProgram(hotel);
    const calls = hotel.building.watch();

    hotel.pms.checkOut(stay);
    await hotel.after({ seconds: 4 });
    const during = calls.changes();
    await hotel.after({ seconds: 30 });

    expect(during).toEqual([]);
    expect(calls.changes()).toEqual(['remove 204']);
    expect(hotel.held()).toEqual([]);
  });
});

describe('an attempt whose program is dead', () => {
  it('keeps its lock for a minute; then another reads the lock, and writes', async () => {
    const { hotel } = await attemptUnderWay();
    await startSecondProgram(hotel);
    await hotel.powerCut();
    hotel.building.hangsFor('204', 0);
    const calls = hotel.building.watch();

    await hotel.after({ seconds: 55 });
    const before = calls.ofAttempts();
    await hotel.after({ seconds: 5 });

    expect(before).toEqual([]);
    expect(calls.ofAttempts()).toEqual(['read 204', 'put 204']);
    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  });

  it('is nobody’s at the next start where the store is one program’s alone', async () => {
    const { hotel } = await attemptUnderWay({ isShared: false });
    await hotel.powerCut();
    hotel.building.hangsFor('204', 0);
    const calls = hotel.building.watch();

    await hotel.startPortal();
    await hotel.after({ seconds: 1 });

    expect(calls.ofAttempts()).toEqual(['read 204', 'put 204']);
    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  });
});

describe('a program that slept in the middle of its attempt', () => {
  it('sends nothing more when another has taken over', async () => {
    const hotel = await sleepingAtARead();
    await startSecondProgram(hotel);
    const calls = hotel.building.watch();

    await hotel.after({ seconds: 75 });

    expect(calls.changes()).toEqual(['put 204']);
    expect(await hotel.entryAt('204', 'Amara Okafor')).toMatchObject({ job: null, underWay: null });
  });

  it('goes on when nobody else has', async () => {
    const hotel = await sleepingAtARead();
    const calls = hotel.building.watch();

    await hotel.after({ seconds: 75 });

    expect(calls.changes()).toEqual(['put 204']);
    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  });
});

/** Amara's code has been on its way to 204 for a second, and is there in seven more. */
async function attemptUnderWay(plan: { readonly isShared: boolean } = { isShared: true }) {
  const hotel = await openHotel({ rooms, ...plan });
  await hotel.after({ seconds: 3 });
  hotel.building.hangsFor('204', 8);
  const stay = hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 3 });
  return { hotel, stay };
}

/** The first answer never came; the look at the lock after a minute takes 70 seconds. */
async function sleepingAtARead(): Promise<Hotel> {
  const hotel = await openHotel({ rooms, isShared: true });
  await hotel.after({ seconds: 3 });
  hotel.building.lock('204').answersAfter = 3;
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 3 });
  hotel.building.lock('204').mend();
  hotel.building.hangsFor('204', 70);
  await hotel.after({ seconds: 59 });
  hotel.building.hangsFor('204', 0);
  return hotel;
}
