import { settingsInput } from '#api/inputs';
import { followRules, resumeFollowUps } from '#main/reservations/follow-rules';
import { settingsService } from '#main/settings/settings-service';
import { noteAllFollow, runFollowUp } from '#main/settling/follow-up';
import { clerk } from '#tests/support/desk-acts';
import { openHotel, type Hotel } from '#tests/support/portal-harness';
import { expect, it } from 'vitest';

/** Keys that follow a changed rule do so one by one, and a kill on the way loses none. */

async function departureOf(hotel: Hotel, guest: string) {
  return (await hotel.keys.details((await hotel.keyOf(guest)).id)).departure?.slice(11);
}

async function threeGuests(): Promise<Hotel> {
  const hotel = await openHotel({ rooms: ['101', '102', '103'] });
  for (const [room, guest] of [
    ['101', 'Ana Costa'],
    ['102', 'Emma Lind'],
    ['103', 'Jonas Weber'],
  ] as const)
    hotel.checkIn(room, guest);
  await hotel.after({ seconds: 10 });
  return hotel;
}

it('a rule is saved in one short commit, and each key follows in its own', async () => {
  const hotel = await threeGuests();
  const commits: string[][] = [];
  hotel.disk.onCommit((changes) => commits.push(changes.map(({ collection }) => collection)));
  const present = await hotel.disk.read((view) => view.get('settings', 'property'));

  const settings = settingsService({
    base: hotel.base,
    pms: null as never,
    gateways: null as never,
    lockSystems: new Map(),
  });
  await settings.save(settingsInput.parse({ ...present, writeAheadHours: 24 }), clerk);

  expect(commits[0]).toEqual(['settings', 'timeline', 'audit', 'auditHead', 'followUps']);
  expect(commits.filter((collections) => collections.includes('keys'))).toHaveLength(3);
  expect(await hotel.disk.read((view) => view.all('followUps'))).toEqual([]);
});

it('keys that had not followed when Portal was killed follow at the next start', async () => {
  const hotel = await threeGuests();
  const { base } = hotel;
  const rule = await base.store.transact(async (transaction) => {
    const present = await transaction.get('settings', 'property');
    await transaction.put('settings', { ...present!, doorcodes: false });
    return noteAllFollow(transaction, base, 'rules');
  });
  const before = await departureOf(hotel, 'Ana Costa');

  await resumeFollowUps(base);
  // Whoever was on it when the other began is not in the way.
  await runFollowUp(base, rule, followRules);

  expect(await hotel.disk.read((view) => view.all('followUps'))).toEqual([]);
  expect(await departureOf(hotel, 'Ana Costa')).toBe(before);
  expect(hotel.held()).toHaveLength(3);
});
