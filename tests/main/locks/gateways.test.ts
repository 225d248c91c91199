import { expect, it } from 'vitest';
import type { Lock } from '#domain/house/door';
import { absentSystem } from '#main/locks/absent-system';
import type { LockSystem } from '#main/locks/lock-system';
import { doorLogOf } from '#tests/support/desk-acts';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

it('a gateway of a lock system that this build does not have is offline with its cause, and Portal starts', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  await hotel.stopPortal();

  await taken(hotel, { driver: 'zwave-js' });
  await hotel.startPortal();
  await hotel.after({ seconds: 1 });

  expect(await gatewayOf(hotel)).toMatchObject({ online: 'offline', offlineBecause: 'system-unknown' });
  expect((await lockOf(hotel))?.online).toBe('offline');
});

it('no other lock system ever opens it: what its locks should hold waits, and the door log says why', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  await hotel.stopPortal();
  await taken(hotel, { driver: 'zwave-js' });
  await hotel.startPortal();
  const watch = hotel.building.watch();

  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 30 });

  expect(watch.all()).toEqual([]);
  expect((await doorLogOf(hotel, '204', 'write-failed'))[0]?.facts).toMatchObject({
    error: 'gateway-down',
    native: 'no lock system zwave-js in this build',
  });
});

it('a gateway that its lock system was never paired with is offline with its cause, and Portal starts', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  await hotel.stopPortal();

  await taken(hotel, { address: 'another building' });
  await hotel.startPortal();
  await hotel.after({ seconds: 1 });

  expect(await gatewayOf(hotel)).toMatchObject({ online: 'offline', offlineBecause: 'not-paired' });
});

it('where the lock controller cannot be read, its gateways are offline with that cause, and codes are written once it can', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const { building } = hotel;
  const readable = building.system();
  await hotel.stopPortal();
  building.system = () => absentSystem(new Error('zeros'));
  await hotel.startPortal();
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 30 });
  const without = await gatewayOf(hotel);
  await hotel.stopPortal();

  building.system = () => readable;
  await hotel.startPortal();
  await hotel.after({ seconds: 30 });

  expect(without).toMatchObject({ online: 'offline', offlineBecause: 'controller-unreadable' });
  expect(await gatewayOf(hotel)).toMatchObject({ online: 'online', offlineBecause: null });
  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
});

it('no gateway is taken in while the lock controller cannot be read: it would be another controller', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  await hotel.stopPortal();
  hotel.building.system = () => absentSystem(new Error('zeros'));
  await hotel.startPortal();
  const order = { name: 'Annexe', system: 'matter', setupCode: '34970112332', address: null, typeOf: () => null };

  await expect(hotel.gateways.add(order, { kind: 'portal' })).rejects.toMatchObject({ code: 'data-damaged' });
});

it('what was paired anew after the lock controller was lost is never opened as the gateway of the same address before it', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  await hotel.stopPortal();
  hotel.building.system = controllerThatBeginsAnew(hotel);
  await hotel.startPortal();
  const order = { name: 'Paired anew', system: 'matter', setupCode: '34970112332', address: null, typeOf: () => null };
  await hotel.gateways.add(order, { kind: 'portal' });

  await hotel.stopPortal();
  await hotel.startPortal();
  await hotel.after({ seconds: 10 });

  expect(await hotel.disk.read((view) => view.all('gateways'))).toEqual([
    expect.objectContaining({ name: 'Building', online: 'offline', offlineBecause: 'not-paired' }),
    expect.objectContaining({ name: 'Paired anew', online: 'online', offlineBecause: null }),
  ]);
});

it('all goes on by itself with the build that has its lock system', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  await hotel.stopPortal();
  await taken(hotel, { driver: 'zwave-js' });
  await hotel.startPortal();
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 30 });
  await hotel.stopPortal();

  await taken(hotel, { driver: 'matter' });
  await hotel.startPortal();
  await hotel.after({ seconds: 10 });

  expect(await gatewayOf(hotel)).toMatchObject({ online: 'online', offlineBecause: null });
  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
});

it('locks of a system that this build does not have are not added', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  const order = { name: 'Annexe', system: 'zwave-js', setupCode: '34970112332', address: null, typeOf: () => null };

  await expect(hotel.gateways.add(order, { kind: 'portal' })).rejects.toMatchObject({ code: 'invalid-input' });
});

/** A lock controller without its files: it knows no gateway, and gives the addresses out from the first one again. */
function controllerThatBeginsAnew({ building }: Hotel): () => LockSystem {
  const known = building.system();
  const paired = new Set<string>();
  const anew: LockSystem = {
    ...known,
    commission: async (order) => {
      const address = await known.commission(order);
      paired.add(address);
      return address;
    },
    driverFor: (address) => known.driverFor(paired.has(address) ? address : 'nowhere'),
  };
  return () => anew;
}

/** The gateway's record as another build, or another data folder, left it. */
async function taken(hotel: Hotel, changes: { readonly driver?: string; readonly address?: string }): Promise<void> {
  await hotel.disk.transact(async (transaction) => {
    const [gateway] = await transaction.all('gateways');
    if (gateway !== undefined) await transaction.put('gateways', { ...gateway, ...changes });
  });
}

const gatewayOf = async (hotel: Hotel) => (await hotel.disk.read((view) => view.all('gateways')))[0];
const lockOf = async (hotel: Hotel): Promise<Lock | undefined> =>
  (await hotel.disk.read((view) => view.all('locks')))[0];
