import { describe, expect, it } from 'vitest';
import { clerk } from '#tests/support/desk-acts';
import { openHotel } from '#tests/support/portal-harness';

describe('the order of the queue', () => {
  it('removes before it writes, and does one thing at a time at a lock', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const first = hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ seconds: 10 });
    hotel.building.setRadio('204', false);
    hotel.checkIn('204', 'Bento Reis');
    await hotel.after({ seconds: 10 });
    hotel.pms.checkOut(first);
    await hotel.after({ seconds: 10 });
    const calls = hotel.building.watch();

    hotel.building.setRadio('204', true);
    await hotel.after({ seconds: 1 });

    expect(calls.changes()).toEqual(['remove 204', 'put 204']);
    expect(calls.mostAtOneLock()).toBe(1);
  });

  it('speaks to as many locks at once as the driver allows, and to no more', async () => {
    const rooms = ['201', '202', '203', '204', '205', '206', '207', '208'];
    const hotel = await openHotel({ rooms });
    await hotel.after({ seconds: 3 });
    for (const room of rooms) hotel.building.hangsFor(room, 2);
    const calls = hotel.building.watch();

    for (const room of rooms) hotel.checkIn(room, `Guest ${room}`);
    await hotel.after({ minutes: 1 });

    expect(calls.mostPutsAtOnce()).toBe(4);
    expect(calls.changes()).toHaveLength(8);
    expect(hotel.held()).toEqual(await hotel.wanted());
  });
});

describe('an answer that never came', () => {
  it('is followed by a look at the lock before anything is written', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    await hotel.after({ seconds: 3 });
    hotel.building.lock('204').answersAfter = 3;
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ seconds: 3 });
    hotel.building.lock('204').mend();
    const calls = hotel.building.watch();

    await hotel.after({ minutes: 1 });

    expect(calls.all().filter((call) => !call.startsWith('probe'))).toEqual(['read 204', 'put 204']);
    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  });

  it('is looked at first also when staff ask to provision again', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    await hotel.after({ seconds: 3 });
    hotel.building.lock('204').answersAfter = 3;
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ seconds: 3 });
    hotel.building.lock('204').mend();
    const calls = hotel.building.watch();
    const { id, version } = await hotel.keyOf('Amara Okafor');

    await hotel.keys.reprovision({ keyId: id, version, doorId: null }, clerk);
    await hotel.after({ seconds: 1 });

    expect(calls.all().filter((call) => !call.startsWith('probe'))).toEqual(['read 204', 'put 204']);
  });
});
