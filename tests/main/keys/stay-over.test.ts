import { expect, it } from 'vitest';
import { localDateTime } from '#domain/time/time';
import { clerk } from '#tests/support/desk-acts';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

const guest = 'Amara Okafor';

/** 16:05: the stay is over since 15:00 in London's winter, which is Lisbon's, and nobody has checked out. */
async function fiveMinutesLate(): Promise<{
  readonly hotel: Hotel;
  readonly id: string;
  readonly code: string | null;
}> {
  const hotel = await openHotel({ rooms: ['204'] });
  const id = hotel.checkIn('204', guest, { departure: '2026-11-23T15:00Z' });
  await hotel.after({ minutes: 30 });
  const code = await hotel.codeOf(guest);
  await hotel.after({ minutes: 35 });
  return { hotel, id, code };
}

async function extend(hotel: Hotel, to: string): Promise<void> {
  const { id: keyId, version, doors } = await hotel.keyOf(guest);
  const { doorId, arrival, allowProvisioning, allowLinkedDoors } = doors[0]!;
  const kept = { doorId, arrival, allowProvisioning, allowLinkedDoors, weekdays: null, hours: null };
  await hotel.keys.editDoor({ keyId, version, ...kept, departure: localDateTime.parse(to) }, clerk);
  await hotel.after({ seconds: 10 });
}

it('O: a guest in house whose stay is over is in Needs attention, with the way out', async () => {
  const { hotel } = await fiveMinutesLate();
  const { id, status } = await hotel.keyOf(guest);
  const alerts = await hotel.disk.read((view) => view.all('alerts'));

  expect(status).toBe('past');
  expect(alerts).toMatchObject([{ kind: 'stay-over', keyId: id, facts: { since: '2026-11-23T15:00' } }]);
  expect((await hotel.keys.details(id)).needs).toMatchObject([{ need: 'alert', alert: { kind: 'stay-over' } }]);
});

it('J: five minutes after the departure the stay can be extended, and the same code opens', async () => {
  const { hotel, code } = await fiveMinutesLate();
  const before = await hotel.keys.details((await hotel.keyOf(guest)).id);

  await extend(hotel, '2026-11-23T18:00');

  expect(before).toMatchObject({ status: 'past', extendable: true });
  expect(await hotel.codeOf(guest)).toBe(code);
  expect(await hotel.opens('204', guest)).toBe(true);
  expect(await hotel.alerts()).toEqual([]);
});

it('O: a check-in after the departure is told, and an extension in the PMS opens the door', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const id = hotel.book('204', guest, { departure: '2026-11-23T15:00Z' });
  hotel.pms.dates(id, '2026-11-23T13:00Z', '2026-11-23T15:00Z');
  await hotel.after({ minutes: 65 });
  hotel.pms.checkIn(id);
  await hotel.after({ seconds: 10 });
  const told = await hotel.alerts();

  hotel.pms.dates(id, '2026-11-23T13:00Z', '2026-11-24T11:00Z');
  await hotel.after({ seconds: 10 });

  expect(told).toEqual(['stay-over']);
  expect(await hotel.opens('204', guest)).toBe(true);
  expect(await hotel.alerts()).toEqual([]);
});

it('O: with the check-out nobody is spoken of any more', async () => {
  const { hotel, id } = await fiveMinutesLate();
  hotel.pms.checkOut(id);

  await hotel.after({ seconds: 10 });

  expect(await hotel.alerts()).toEqual([]);
});

it('J: a key that ended yesterday and whose guest has left is not extended', async () => {
  const { hotel, id } = await fiveMinutesLate();
  const key = await hotel.keyOf(guest);
  hotel.pms.checkOut(id);
  await hotel.after({ seconds: 10 });
  const today = await hotel.keys.details(key.id);

  await hotel.after({ hours: 10 });

  expect(today.extendable).toBe(true);
  expect((await hotel.keys.details(key.id)).extendable).toBe(false);
});
