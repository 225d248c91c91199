import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { LockLimits } from '#domain/house/door';
import { doorLogOf, minutesOf } from '#tests/support/desk-acts';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

const onBattery: Partial<LockLimits> = { askEvery: 900 };
const byPlace: Partial<LockLimits> = { recognisedBy: 'place', windows: 'none' };
/** Just before the guests' Access Period begins; the PMS and the locks are asked seldom, so that hours pass quickly. */
const arrivals = {
  start: '2026-11-23T14:55:00Z',
  settings: { pollSeconds: 300 },
  probeEvery: Temporal.Duration.from({ minutes: 5 }),
};

const onlineState = async (hotel: Hotel) => (await hotel.disk.read((view) => view.all('locks')))[0]?.online;

describe('a lock on battery', () => {
  it('is asked for a sign of life as often as its driver says, and not every twelve seconds', async () => {
    const hotel = await openHotel({ rooms: ['204'], locks: onBattery });
    await hotel.after({ seconds: 1 });
    const watch = hotel.building.watch();

    await hotel.after({ minutes: 31 });

    expect(watch.all().filter((call) => call.startsWith('probe'))).toHaveLength(2);
  });

  it('is not asked while it tells of itself', async () => {
    const hotel = await openHotel({ rooms: ['204'], locks: onBattery });
    await hotel.after({ minutes: 10 });
    const watch = hotel.building.watch();

    hotel.building.say({ kind: 'battery', address: '204', percent: 71 });
    await hotel.after({ minutes: 14 });

    expect(watch.all()).toEqual([]);
  });

  it('that has to be polled is asked in its time, whatever it happens to tell', async () => {
    const hotel = await openHotel({ rooms: ['204'], locks: { ...onBattery, news: 'poll' } });
    await hotel.after({ minutes: 10 });
    const watch = hotel.building.watch();

    hotel.building.say({ kind: 'battery', address: '204', percent: 71 });
    await hotel.after({ minutes: 6 });

    expect(watch.all()).toEqual(['probe 204']);
  });

  it('that missed a write is tried again as soon as it answers a question, though nobody saw it away', async () => {
    const hotel = await openHotel({ rooms: ['204'], locks: onBattery });
    await hotel.after({ minutes: 1 });
    hotel.building.lock('204').online = false;
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ seconds: 3 });

    hotel.building.lock('204').online = true;
    await hotel.after({ seconds: 15 });

    expect(await doorLogOf(hotel, '204', 'lock-offline')).toEqual([]);
    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  });

  it('that answers questions and no writes is tried once more, and then by the schedule', async () => {
    const hotel = await openHotel({ rooms: ['204'], locks: onBattery });
    hotel.building.lock('204').answersAfter = 9;
    hotel.checkIn('204', 'Amara Okafor');

    await hotel.after({ minutes: 4 });

    const failures = await doorLogOf(hotel, '204', 'write-failed');
    expect(minutesOf(failures)).toEqual([0, 0, 1, 2]);
  });

  it('is asked at once when a write got no answer, so that the desk knows', async () => {
    const hotel = await openHotel({ rooms: ['204'], locks: onBattery });
    await hotel.after({ minutes: 1 });

    hotel.building.lock('204').online = false;
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ seconds: 30 });

    expect(await onlineState(hotel)).toBe('offline');
  });

  it('that answers a write is online again, long before it would be asked', async () => {
    const hotel = await openHotel({ rooms: ['204'], locks: onBattery });
    hotel.building.lock('204').online = false;
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ seconds: 30 });

    hotel.building.lock('204').online = true;
    await hotel.after({ minutes: 2 });

    expect(await onlineState(hotel)).toBe('online');
    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  });

  it('that could not be reached while Portal was starting is asked again when its gateway is connected', async () => {
    const hotel = await openHotel({ rooms: ['204'], locks: onBattery });
    await hotel.stopPortal();
    hotel.building.connectsAfter = 8;
    await hotel.startPortal();
    await hotel.after({ seconds: 6 });
    const before = await onlineState(hotel);

    await hotel.after({ seconds: 4 });

    expect([before, await onlineState(hotel)]).toEqual(['offline', 'online']);
  });

  it('is known to be away within 30 seconds when its gateway is', async () => {
    const hotel = await openHotel({ rooms: ['204'], locks: onBattery });
    await hotel.after({ minutes: 1 });

    hotel.building.connected = false;
    await hotel.after({ seconds: 30 });

    expect(await onlineState(hotel)).toBe('offline');
  });
});

it('what a maker’s cloud answers is no sign of life of the lock', async () => {
  const hotel = await openHotel({ rooms: ['204'], locks: { proof: 'cloud', askEvery: 900 } });
  hotel.building.lock('204').online = false;
  await hotel.after({ minutes: 1 });
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ minutes: 1 });

  expect(await onlineState(hotel)).toBe('offline');
});

it('where a maker’s cloud answers for its lock, the key and the door say so', async () => {
  const hotel = await openHotel({ rooms: ['204'], locks: { proof: 'cloud' } });
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 30 });

  const { id } = await hotel.keyOf('Amara Okafor');
  const [atDoor] = (await hotel.keys.details(id)).doors;
  const [listed] = await hotel.doors.list();

  expect(atDoor).toMatchObject({ doorcode: { state: 'provisioned' }, lockProof: 'cloud' });
  expect(listed?.lock?.proof).toBe('cloud');
});

describe('a lock that keeps no windows', () => {
  it('holds a code only while it opens', async () => {
    const hotel = await openHotel({ rooms: ['204'], locks: { windows: 'none' }, ...arrivals });
    hotel.checkIn('204', 'Amara Okafor', { departure: '2026-11-23T16:00Z' });
    await hotel.after({ minutes: 4, seconds: 59 });
    const before = hotel.building.lock('204').people.size;
    await hotel.after({ minutes: 6 });
    const during = await hotel.opens('204', 'Amara Okafor');

    await hotel.after({ hours: 1 });

    expect([before, during]).toEqual([0, true]);
    expect(hotel.building.lock('204').people.size).toBe(0);
  });

  it('is compared by what it holds, and has its codes again after a reset', async () => {
    const hotel = await openHotel({ rooms: ['204'], locks: { windows: 'none' }, ...arrivals });
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ hours: 7 });
    const lines = await doorLogOf(hotel, '204', 'lock-differs');

    hotel.building.lock('204').forget();
    await hotel.after({ hours: 6, minutes: 1 });

    expect(lines).toEqual([]);
    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  });
});

describe('a lock that knows its codes by place', () => {
  it('gets each guest’s code in a place of their own, which is empty again when they have left', async () => {
    const hotel = await openHotel({ rooms: ['204', '205'], commonDoors: ['Pool'], locks: byPlace, ...arrivals });
    const first = hotel.checkIn('204', 'Amara Okafor');
    hotel.checkIn('205', 'Bento Reis');
    await hotel.after({ minutes: 11 });
    const places = [...hotel.building.lock('Pool').people.keys()];

    hotel.pms.checkOut(first);
    await hotel.after({ minutes: 6 });

    expect(places).toEqual(['1', '2']);
    expect([...hotel.building.lock('Pool').people.keys()]).toEqual(['2']);
    expect(await hotel.opens('Pool', 'Bento Reis')).toBe(true);
  });

  it('never has a code overwritten that somebody programmed at the lock a moment ago', async () => {
    const hotel = await openHotel({ rooms: ['204'], locks: { ...byPlace, news: 'poll' }, ...arrivals });
    await hotel.after({ minutes: 1 });
    hotel.building.program('204', 'cleaner', '7001');

    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ minutes: 11 });

    expect(hotel.building.keypad('204', '7001')).toBe(true);
    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
    expect(await hotel.alerts()).toEqual([]);
  });

  it('says whose code was used', async () => {
    const hotel = await openHotel({ rooms: ['204'], locks: byPlace, ...arrivals });
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ minutes: 11 });

    hotel.building.keypad('204', (await hotel.codeOf('Amara Okafor')) ?? '');
    await hotel.after({ seconds: 1 });

    expect(await doorLogOf(hotel, '204', 'opened')).toMatchObject([{ keyId: (await hotel.keyOf('Amara Okafor')).id }]);
  });

  it('that was reset has its codes again in the same places', async () => {
    const hotel = await openHotel({ rooms: ['204'], locks: byPlace, ...arrivals });
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ minutes: 11 });

    hotel.building.lock('204').forget();
    await hotel.after({ hours: 6, minutes: 1 });

    expect([...hotel.building.lock('204').people.keys()]).toEqual(['1']);
    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  });

  it('that was cut off in the middle of a write is looked at before anything is written', async () => {
    const hotel = await openHotel({ rooms: ['204'], locks: byPlace, ...arrivals });
    hotel.building.lock('204').answersAfter = 9;
    hotel.checkIn('204', 'Amara Okafor');
    await hotel.after({ minutes: 5, seconds: 5 });

    hotel.building.lock('204').mend();
    await hotel.after({ minutes: 5 });

    expect([...hotel.building.lock('204').people.keys()]).toEqual(['1']);
    expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  });
});
