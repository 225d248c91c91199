import type { PmsSource } from '#main/pms/pms-source';
import { startPoller } from '#main/pms/poller';
import { withoutChanges } from '#tests/support/pms-sources';
import { openHotel } from '#tests/support/portal-harness';
import { expect, it } from 'vitest';

/** A made-up PMS that puts the room into a stay's id, so that the id changes with the room; the number stays. */
const byNumber: Partial<PmsSource['system']> = {
  identify: (stay, known) => known.find(({ number }) => number === stay.number) ?? null,
};

it('a stay whose id changes when its room is assigned keeps its reservation, its key and its code', async () => {
  const hotel = await openHotel({ rooms: ['204'], system: byNumber });
  const id = hotel.book(null, 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  const before = await hotel.keyOf('Amara Okafor');

  const told = hotel.pms.renumber(id, '1001-204');
  hotel.pms.move(told, '204');
  hotel.pms.checkIn(told);
  await hotel.after({ seconds: 10 });

  const after = await hotel.keyOf('Amara Okafor');
  expect(await hotel.allKeys()).toHaveLength(1);
  expect([after.id, after.reservationId]).toEqual([before.id, id]);
  expect(await hotel.codeOf('Amara Okafor')).toBe(before.people[0]?.doorcode?.code);
  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await hotel.disk.read((view) => view.get('reservations', id))).toMatchObject({ pmsId: '1001-204' });
});

it('under its new id the stay is followed, and asked for, to its end', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'], system: byNumber });
  const id = hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  const told = hotel.pms.renumber(id, '1001-205');
  hotel.pms.move(told, '205');
  await hotel.after({ seconds: 10 });
  const moved = await hotel.opens('205', 'Amara Okafor');

  hotel.pms.remove(told);
  await hotel.after({ minutes: 12 });

  expect(moved).toBe(true);
  expect(new Set(hotel.pms.asked.byId.flat())).toEqual(new Set(['1001-205']));
  expect((await hotel.keyOf('Amara Okafor')).status).toBe('revoked');
});

it('an id that is new is a new stay where the PMS never changes ids', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const id = hotel.book('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });

  hotel.pms.renumber(id, '1001-204');
  await hotel.after({ seconds: 10 });

  expect(await hotel.allKeys()).toHaveLength(2);
});

it('two rooms of one booking that change their ids together stay two stays with a key each', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'], system: byNumber });
  const one = hotel.book('204', 'Amara Okafor');
  const two = hotel.book('205', 'Bento Reis');
  hotel.pms.change(two, { number: '1001' });
  await hotel.after({ seconds: 10 });
  const before = (await hotel.allKeys()).map(({ reservationId }) => reservationId);

  hotel.pms.renumber(one, '1001-a');
  hotel.pms.renumber(two, '1001-b');
  await hotel.after({ seconds: 10 });

  const stays = await hotel.disk.read((view) => view.all('reservations'));
  expect((await hotel.allKeys()).map(({ reservationId }) => reservationId)).toEqual(before);
  expect(stays.map(({ id, pmsId }) => [id, pmsId])).toEqual([
    ['mews:1001', '1001-a'],
    ['mews:1002', '1001-b'],
  ]);
});

it('another stay that comes under an id which was somebody else’s is another stay', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'], system: byNumber });
  const amara = hotel.book('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  hotel.pms.renumber(amara, '1001-204');
  await hotel.after({ seconds: 10 });
  const bento = hotel.book('205', 'Bento Reis');

  hotel.pms.renumber(bento, '1001');
  hotel.pms.change('mews:1001', { number: '1002' });
  await hotel.after({ seconds: 10 });

  expect(await hotel.allKeys()).toHaveLength(2);
  expect((await hotel.keyOf('Amara Okafor')).reservationId).toBe('mews:1001');
  expect((await hotel.keyOf('Bento Reis')).reservationId).toMatch(/^mews:1001:./);
});

it('a calendar that cannot tell what changed is compared in full, no more often than its own pace', async () => {
  const limits = { requests: { most: 10, inSeconds: 60 }, pollSeconds: 300 };
  const hotel = await openHotel({ rooms: ['204', '205'], polling: false });
  const amara = hotel.book('204', 'Amara Okafor');
  const calendar = withoutChanges(hotel.pms);
  const system = { ...hotel.source.system, limits };
  const poller = startPoller(hotel.base, { ...hotel.source, system, connector: calendar });
  await hotel.after({ seconds: 10 });

  hotel.book('205', 'Bento Reis');
  hotel.pms.remove(amara);
  await hotel.after({ minutes: 4 });
  const early = (await hotel.allKeys()).length;
  await hotel.after({ minutes: 2 });

  await poller.stop();
  expect(early).toBe(1);
  expect((await hotel.keyOf('Amara Okafor')).status).toBe('revoked');
  expect((await hotel.keyOf('Bento Reis')).status).toBe('upcoming');
  const connection = await hotel.disk.read((view) => view.get('pms', 'mews'));
  expect(connection).toMatchObject({ state: 'connected', syncedAt: connection?.reconciledAt });
});
