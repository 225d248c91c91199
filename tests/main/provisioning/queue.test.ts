import { describe, expect, it } from 'vitest';
import { openHotel, type Hotel } from '#tests/support/portal-harness';
import { clerk, doorLogOf, minutesOf } from '#tests/support/desk-acts';

describe('a lock that does not answer', () => {
  it('is tried at once, then after 1, 1, 1, 2, 3, 5, 5 and 5 minutes', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    hotel.building.setRadio('204', false);
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ minutes: 25 });

    const failures = await doorLogOf(hotel, '204', 'write-failed');

    expect(minutesOf(failures)).toEqual([0, 1, 2, 3, 5, 8, 13, 18, 23]);
  });

  it('leaves 4117 with its cause in the door log at each try', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    hotel.building.setRadio('204', false);
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ seconds: 70 });

    const failures = await doorLogOf(hotel, '204', 'write-failed');

    expect(failures.map(({ facts }) => facts)).toEqual([
      { attempt: '1', code: '4117', error: 'lock-offline', native: 'no answer' },
      { attempt: '2', code: '4117', error: 'lock-offline', native: 'no answer' },
    ]);
  });

  it('is written to in the moment it comes back', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    hotel.building.setRadio('204', false);
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ minutes: 9 });

    hotel.building.setRadio('204', true);
    await hotel.after({ seconds: 0 });

    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  });

  it('is written to at once when it comes back while a try is still hanging', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    hotel.building.setRadio('204', false);
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ minutes: 12, seconds: 50 });
    hotel.building.hangsFor('204', 8);
    await hotel.after({ seconds: 14 });
    hotel.building.setRadio('204', true);
    hotel.building.hangsFor('204', 0);
    await hotel.after({ seconds: 10 });

    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  });

  it('is tried now when staff say so, and goes on by the schedule', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    hotel.building.setRadio('204', false);
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ minutes: 9 });

    await hotel.keys.retryNow({ keyId: (await hotel.keyOf('Amara Okafor')).id, doorId: null }, clerk);
    await hotel.after({ seconds: 0 });

    expect(minutesOf(await doorLogOf(hotel, '204', 'write-failed'))).toEqual([0, 1, 2, 3, 5, 8, 9]);
  });

  it('does not hold up the other locks, however many codes wait for it', async () => {
    const rooms = ['201', '202', '203', '204', '205', '206', '207', '208'];
    const hotel = await openHotel({ rooms, commonDoors: ['Pool', 'Gate', 'Lift', 'Spa', 'Sauna'] });
    const common = ['Pool', 'Gate', 'Lift', 'Spa', 'Sauna'];
    for (const door of common) hotel.building.setRadio(door, false);
    for (const door of common) hotel.building.hangsFor(door, 8);
    for (const room of rooms.slice(1)) hotel.checkIn(room, `Guest ${room}`);
    await hotel.after({ minutes: 4 });

    hotel.checkIn('201', 'Amara Okafor');
    await hotel.after({ seconds: 10 });

    expect(await hotel.opens('201', 'Amara Okafor')).toBe(true);
  });
});

describe('giving up', () => {
  it('stops the tries and leaves an alert, until staff try again', async () => {
    const hotel = await offlineCheckIn();
    await giveUp(hotel);
    await hotel.after({ minutes: 20 });
    const tries = await doorLogOf(hotel, '204', 'write-failed');
    const alerts = await hotel.alerts();

    hotel.building.setRadio('204', true);
    await hotel.after({ minutes: 1 });
    const before = await hotel.opens('204', 'Amara Okafor');
    await hotel.keys.retryNow({ keyId: (await hotel.keyOf('Amara Okafor')).id, doorId: null }, clerk);
    await hotel.after({ seconds: 1 });

    expect(minutesOf(tries)).toEqual([0, 1]);
    expect(alerts).toEqual(['write-given-up']);
    expect(before).toBe(false);
    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
    expect(await hotel.alerts()).toEqual([]);
  });

  it('holds also when it is said in the middle of a try', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    hotel.building.setRadio('204', false);
    hotel.building.hangsFor('204', 8);
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ seconds: 5 });

    await giveUp(hotel);
    await hotel.after({ minutes: 20 });

    expect(await doorLogOf(hotel, '204', 'write-failed')).toHaveLength(1);
    expect((await hotel.entryAt('204', 'Amara Okafor'))?.job?.state).toBe('given-up');
  });

  it('is refused for access that should end', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const stay = hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ seconds: 10 });
    hotel.building.setRadio('204', false);
    hotel.pms.checkOut(stay);
    await hotel.after({ seconds: 10 });

    await expect(giveUp(hotel)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a lock that refuses', () => {
  it('is not asked a fourth time, and staff are told', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    hotel.building.lock('204').refuses = 'invalid command';
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ minutes: 30 });

    expect(minutesOf(await doorLogOf(hotel, '204', 'write-failed'))).toEqual([0, 1, 2]);
    expect(await hotel.alerts()).toEqual(['write-suspended']);
  });

  it('is asked to end access without end', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const stay = hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ seconds: 10 });
    hotel.building.lock('204').refuses = 'invalid command';
    hotel.pms.checkOut(stay);
    await hotel.after({ minutes: 24 });
    const alerts = await hotel.alerts();
    const tries = minutesOf(await doorLogOf(hotel, '204', 'remove-failed'));

    hotel.building.lock('204').mend();
    await hotel.after({ minutes: 5 });

    expect(tries).toEqual([0, 1, 2, 3, 5, 8, 13, 18, 23]);
    expect(alerts).toEqual(['removal-failing']);
    expect(hotel.held()).toEqual([]);
    expect(await hotel.alerts()).toEqual([]);
  });

  it('for want of space is written to when a removal frees a place', async () => {
    const hotel = await openHotel({ rooms: ['204', '205'], commonDoors: ['Pool'] });
    hotel.building.lock('Pool').reallyTakes = 1;
    const first = hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ seconds: 10 });
    hotel.checkIn('205', 'Bento Reis');
    await hotel.after({ seconds: 10 });
    const alerts = await hotel.alerts();

    hotel.pms.checkOut(first);
    await hotel.after({ seconds: 10 });

    expect(alerts).toEqual(['lock-full', 'write-suspended']);
    expect(await hotel.opens('Pool', 'Bento Reis')).toBe(true);
    expect(await hotel.alerts()).toEqual([]);
  });
});

async function offlineCheckIn(): Promise<Hotel> {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.building.setRadio('204', false);
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 70 });
  return hotel;
}

async function giveUp(hotel: Hotel): Promise<void> {
  await hotel.keys.giveUp({ keyId: (await hotel.keyOf('Amara Okafor')).id, doorId: null }, clerk);
}
