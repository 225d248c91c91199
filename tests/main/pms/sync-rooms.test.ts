import { expect, it } from 'vitest';
import { clerk } from '#tests/support/desk-acts';
import { openHotel } from '#tests/support/portal-harness';

it('14: a guest who moves in house has the new room at once, and the old one ends', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  const id = hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  const code = await hotel.codeOf('Amara Okafor');

  hotel.pms.move(id, '205');
  await hotel.after({ seconds: 10 });
  const both = [await hotel.opens('204', 'Amara Okafor'), await hotel.opens('205', 'Amara Okafor')];
  await hotel.after({ minutes: 6 });

  expect(await hotel.codeOf('Amara Okafor')).toBe(code);
  expect(both).toEqual([true, true]);
  expect(await hotel.opens('204', 'Amara Okafor')).toBe(false);
  expect(hotel.held()).toHaveLength(1);
});

it("14: the old room's code ends though the new room cannot be reached", async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  const id = hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  hotel.building.setRadio('205', false);

  hotel.pms.move(id, '205');
  await hotel.after({ minutes: 7 });

  expect(hotel.held()).toEqual([]);
});

it('15: a room that leads to no door raises an alert, and its key follows when it is mapped', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  hotel.pms.addRoom('Suite 9');
  await hotel.after({ minutes: 11 });
  const id = hotel.checkIn('Suite 9', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  const alerts = await hotel.alerts();
  const { id: doorId, version } = await hotel.doorNamed('205');
  const stay = await hotel.disk.read((view) => view.get('reservations', id));

  await hotel.doors.setMapping({ doorId, version, spaceIds: [stay!.spaceId!] }, clerk);
  await hotel.after({ seconds: 10 });

  expect(alerts).toEqual(['room-not-mapped']);
  expect(await hotel.opens('205', 'Amara Okafor')).toBe(true);
  expect(await hotel.alerts()).toEqual([]);
});

it('16: a move there and back within one poll writes nothing', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  const id = hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 11 });
  const before = await hotel.keyOf('Amara Okafor');
  const calls = hotel.building.watch();

  hotel.pms.move(id, '205');
  hotel.pms.move(id, '204');
  await hotel.after({ seconds: 10 });

  expect(calls.changes()).toEqual([]);
  expect(await hotel.keyOf('Amara Okafor')).toEqual(before);
});

it('17: two guests who swap rooms never both open either', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  const amara = hotel.checkIn('204', 'Amara Okafor');
  const bento = hotel.checkIn('205', 'Bento Reis');
  await hotel.after({ seconds: 10 });

  hotel.pms.move(amara, '205');
  hotel.pms.move(bento, '204');
  await hotel.after({ seconds: 10 });

  expect(await hotel.opens('204', 'Amara Okafor')).toBe(false);
  expect(await hotel.opens('205', 'Amara Okafor')).toBe(true);
  expect(await hotel.opens('204', 'Bento Reis')).toBe(true);
  expect(await hotel.opens('205', 'Bento Reis')).toBe(false);
});

it('20: an early check-in opens at once, and the scheduled arrival stays as planned', async () => {
  const hotel = await openHotel({ rooms: ['204'], start: '2026-11-23T09:00:00Z' });
  const id = hotel.book('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  hotel.pms.checkIn(id);
  await hotel.after({ seconds: 10 });

  const stored = await hotel.disk.read((view) => view.get('reservations', id));

  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(stored?.scheduledArrival).toBe('2026-11-23T15:00:00.000Z');
});

it('21, 22: an extension and a shorter stay move the end and keep the code', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const id = hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  const code = await hotel.codeOf('Amara Okafor');
  hotel.pms.dates(id, '2026-11-23T15:00Z', '2026-11-28T11:00Z');
  await hotel.after({ seconds: 10 });
  const extended = hotel.held();

  hotel.pms.dates(id, '2026-11-23T15:00Z', '2026-11-24T11:00Z');
  await hotel.after({ seconds: 10 });

  expect(extended).toEqual([`204 ${code} 2026-11-23T14:00 to 2026-11-28T11:00`]);
  expect(hotel.held()).toEqual([`204 ${code} 2026-11-23T14:00 to 2026-11-24T11:00`]);
});

it('22: a stay whose end is in the past opens nothing more, once the PMS has said so for a minute', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const id = hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ hours: 2 });

  hotel.pms.dates(id, '2026-11-23T13:00Z', '2026-11-23T15:30Z');
  await hotel.after({ seconds: 10 });
  const atFirst = await hotel.opens('204', 'Amara Okafor');
  await hotel.after({ minutes: 1 });

  expect(atFirst).toBe(true);
  expect(hotel.held()).toEqual([]);
});
