import { expect, it } from 'vitest';
import { gateway } from '#domain/house/door';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

const clockOf = async (hotel: Hotel) => (await hotel.disk.read((view) => view.all('gateways')))[0]?.clock;

it('the clock of the locks is set when their gateway is there, and shown', async () => {
  const hotel = await openHotel({ rooms: ['204'] });

  await hotel.after({ seconds: 30 });

  expect(await clockOf(hotel)).toEqual({ state: 'right', offBySeconds: 0 });
  expect(await hotel.alerts()).toEqual([]);
});

it('a clock that stays five hours behind is an alert until it is right', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  await hotel.after({ seconds: 30 });
  hotel.building.clockAnswer = { outcome: 'read', offBySeconds: -5 * 3600 };
  await powerCut(hotel);
  const wrong = { clock: await clockOf(hotel), alerts: await hotel.alerts() };

  hotel.building.clockAnswer = { outcome: 'read', offBySeconds: 1 };
  await powerCut(hotel);

  expect(wrong).toEqual({ clock: { state: 'off', offBySeconds: -5 * 3600 }, alerts: ['gateway-clock'] });
  expect(await hotel.alerts()).toEqual([]);
});

it('a power cut is a reason to look: the clock is set again as soon as the gateway is back', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  await hotel.after({ seconds: 30 });
  hotel.building.clockAnswer = { outcome: 'read', offBySeconds: null };

  await powerCut(hotel);

  expect(await clockOf(hotel)).toEqual({ state: 'unknown', offBySeconds: null });
  expect(await hotel.alerts()).toEqual(['gateway-clock']);
});

it('locks whose clock nobody can set are shown so, and no alert', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  await hotel.after({ seconds: 30 });
  hotel.building.clockAnswer = { outcome: 'not-offered' };
  await powerCut(hotel);

  expect(await clockOf(hotel)).toEqual({ state: 'not-offered', offBySeconds: null });
  expect(await hotel.alerts()).toEqual([]);
});

async function powerCut(hotel: Hotel): Promise<void> {
  hotel.building.setGateway(false);
  await hotel.after({ minutes: 1 });
  hotel.building.setGateway(true);
  await hotel.after({ seconds: 30 });
}

it('a known code refused inside its window means a wrong clock, until it opens', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ minutes: 10 });
  const [entry] = await hotel.disk.read((view) => view.all('entries'));
  const use = { kind: 'used', address: '204', tag: entry!.tag, ref: null, at: hotel.base.clock.now() } as const;

  hotel.building.say({ ...use, opened: false });
  await hotel.after({ seconds: 1 });
  const refused = await hotel.alerts();
  hotel.building.say({ ...use, opened: true });
  await hotel.after({ seconds: 1 });

  expect(refused).toEqual(['lock-clock']);
  expect(await hotel.alerts()).toEqual([]);
});

it('a wrong code says nothing of the clock', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ minutes: 10 });

  hotel.building.keypad('204', '0001');
  await hotel.after({ seconds: 1 });

  expect(await hotel.alerts()).toEqual([]);
});

it('a gateway that an older release wrote down has a clock that was never read', () => {
  const old = {
    id: '4f6d7b1e-0f4e-4a51-9c5e-2b3c4d5e6f70',
    name: 'Bridge',
    driver: 'matter',
    address: 'peer1',
    online: 'online',
    onlineSince: '2026-11-01T10:00:00.000Z',
  };

  expect(gateway.parse(old).clock).toBeNull();
});
