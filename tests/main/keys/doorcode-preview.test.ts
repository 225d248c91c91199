import { openHotel } from '#tests/support/portal-harness';
import { describe, expect, it } from 'vitest';
import { untilTomorrow, rita, ritasKey } from '#tests/support/manual-keys';

describe('the doorcode preview', () => {
  async function weberAt204(policy: 'preferred' | 'strict') {
    const hotel = await openHotel({ rooms: ['204', '205'], commonDoors: ['Pool'] });
    const weber = { ...rita, kind: 'guest', firstName: 'Jonas', lastName: 'Weber' };
    await ritasKey(hotel, {
      people: [{ person: weber, doorcode: { policy, code: '739182' } }],
      access: { allowLinkedDoors: false },
    });
    const look = async (room: string, code: string, names: 'named' | 'unnamed' = 'named') =>
      hotel.keys.previewDoorcode(
        {
          keyId: null,
          personId: null,
          doors: [{ doorId: (await hotel.doorNamed(room)).id, ...untilTomorrow } as never],
          policy: 'preferred',
          code,
        },
        names,
      );
    return { hotel, look };
  }

  it('free: at every door, linked ones included', async () => {
    const { look } = await weberAt204('preferred');

    expect(await look('205', '640275')).toEqual({ outcome: 'free', doors: 2 });
  });

  it('Preferred is held by its owner only at the same door', async () => {
    const { look } = await weberAt204('preferred');

    expect(await look('204', '739182')).toMatchObject({
      outcome: 'not-free',
      reason: 'held-by-another-key',
      heldBy: { owner: 'Jonas Weber', doorName: '204', until: '2026-11-24T11:00' },
    });
    expect(await look('205', '739182')).toMatchObject({ outcome: 'free' });
  });

  it('Strict is held everywhere', async () => {
    const { look } = await weberAt204('strict');

    expect(await look('205', '739182')).toMatchObject({
      reason: 'reserved-by-strict',
      heldBy: { owner: 'Jonas Weber', doorName: null },
    });
  });

  it('nobody is named to who may not see keys', async () => {
    const { look } = await weberAt204('strict');

    expect(await look('205', '739182', 'unnamed')).toMatchObject({ outcome: 'not-free', heldBy: null });
  });

  it('a weak code is not free, and the key’s own code is', async () => {
    const { hotel, look } = await weberAt204('preferred');
    const { id, people } = await hotel.keyOf('Jonas Weber');
    const own = {
      keyId: id,
      personId: people[0]?.personId ?? null,
      doors: [],
      policy: 'strict' as const,
      code: '739182',
    };

    expect(await look('205', '123456')).toMatchObject({ reason: 'too-weak', heldBy: null });
    expect(await hotel.keys.previewDoorcode(own, 'named')).toEqual({ outcome: 'free', doors: 1 });
  });

  it('looking changes nothing', async () => {
    const { hotel, look } = await weberAt204('preferred');
    const before = await hotel.allKeys();
    await look('204', '739182');

    expect(await hotel.allKeys()).toEqual(before);
  });
});
