import { expect, it } from 'vitest';
import type { FoundLock } from '#main/locks/lock-driver';
import { learnAddresses } from '#main/gateways/lock-state';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

/** A lock as an older Portal kept it, by its number on the bridge. */
async function lockFromBefore(hotel: Hotel, change: { readonly address: string; readonly name?: string }) {
  const [lock] = await hotel.disk.read((view) => view.all('locks'));
  await hotel.disk.transact((transaction) => transaction.put('locks', { ...lock!, ...change }));
  const learn = async (found: readonly Omit<FoundLock, 'limits'>[]) => {
    const { limits } = lock!;
    await learnAddresses(
      hotel.base,
      lock!.gatewayId,
      found.map((each) => ({ ...each, limits })),
    );
    return (await hotel.disk.read((view) => view.get('locks', lock!.id)))?.address;
  };
  return { learn };
}

it('a lock that has the number and the name that Portal knows is that lock', async () => {
  const { learn } = await lockFromBefore(await openHotel({ rooms: ['204'] }), { address: '3', name: '204' });

  expect(await learn([{ address: 'id:a', formerly: '3', name: '204' }])).toBe('id:a');
});

it('a bridge that has numbered its locks anew meanwhile does not give 204 the lock of 205: the name tells', async () => {
  const { learn } = await lockFromBefore(await openHotel({ rooms: ['204'] }), { address: '3', name: '204' });

  const address = await learn([
    { address: 'id:of-205', formerly: '3', name: '205' },
    { address: 'id:of-204', formerly: '4', name: '204' },
  ]);

  expect(address).toBe('id:of-204');
});

it('a lock that was renamed since is the one that has its number', async () => {
  const { learn } = await lockFromBefore(await openHotel({ rooms: ['204'] }), { address: '3', name: 'Front' });

  expect(await learn([{ address: 'id:a', formerly: '3', name: '204' }])).toBe('id:a');
});

it('where two could be it nothing is decided, and a lock that is known by who it is stays so', async () => {
  const unsure = await lockFromBefore(await openHotel({ rooms: ['204'] }), { address: '9', name: '204' });
  const sure = await lockFromBefore(await openHotel({ rooms: ['204'] }), { address: 'id:gone', name: '204' });

  const two = [
    { address: 'id:a', formerly: '3', name: '204' },
    { address: 'id:b', formerly: '4', name: '204' },
  ];

  expect(await unsure.learn(two)).toBe('9');
  expect(await sure.learn(two.slice(0, 1))).toBe('id:gone');
});
