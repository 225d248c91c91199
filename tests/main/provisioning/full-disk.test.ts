import { describe, expect, it } from 'vitest';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

describe('a full disk', () => {
  it('loses nothing, is not hammered, and all goes on when there is room', async () => {
    const hotel = await openHotel({ rooms: ['204', '205', '206'] });
    await hotel.after({ seconds: 3 });
    hotel.checkIn('204', 'Amara Okafor');
    hotel.mains.diskFull = true;
    await hotel.after({ minutes: 3 });
    const refused = hotel.mains.refusals;

    hotel.mains.diskFull = false;
    await hotel.after({ seconds: 40 });

    expect(refused).toBeLessThan(500);
    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
    expect(await hotel.entries()).toHaveLength(1);
  });

  it("between a lock's answer and its note loses neither", async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    await hotel.after({ seconds: 3 });
    hotel.building.hangsFor('204', 2);
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ seconds: 3 });
    hotel.mains.diskFull = true;
    await hotel.after({ minutes: 1 });
    hotel.mains.diskFull = false;
    await hotel.after({ seconds: 40 });

    expect((await hotel.entryAt('204', 'Amara Okafor'))?.job).toBeNull();
    expect((await hotel.entryAt('204', 'Amara Okafor'))?.held).not.toBeNull();
  });

  it('does not end the watch over the locks', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    await hotel.after({ seconds: 3 });
    hotel.mains.diskFull = true;
    hotel.building.lock('204').online = false;
    await hotel.after({ minutes: 1 });
    hotel.mains.diskFull = false;
    await hotel.after({ seconds: 30 });

    const [lock] = await hotel.disk.read((view) => view.all('locks'));

    expect(lock?.online).toBe('offline');
  });

  it('is survived by a queue whose jobs are due', async () => {
    const hotel = await offlineCheckIn();
    hotel.mains.diskFull = true;
    await hotel.after({ minutes: 10 });
    hotel.mains.diskFull = false;
    hotel.building.setRadio('204', true);
    await hotel.after({ minutes: 1 });

    expect(hotel.mains.refusals).toBeLessThan(2_000);
    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  });
});

async function offlineCheckIn(): Promise<Hotel> {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.building.setRadio('204', false);
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 70 });
  return hotel;
}
