import { keyListInput, settingsInput } from '#api/inputs';
import { settingsService } from '#main/settings/settings-service';
import { expect, it } from 'vitest';
import { clerk } from '#tests/support/desk-acts';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

/** Customization, with one rule or more changed. */
async function customize(hotel: Hotel, rules: object): Promise<void> {
  const present = await hotel.disk.read((view) => view.get('settings', 'property'));
  const settings = settingsService({
    base: hotel.base,
    pms: null as never,
    gateways: null as never,
    lockSystems: new Map(),
  });
  await settings.save(settingsInput.parse({ ...present, ...rules }), clerk);
  await hotel.after({ seconds: 10 });
}

async function reasonOf(hotel: Hotel, guest: string) {
  const [person] = (await hotel.keys.details((await hotel.keyOf(guest)).id)).people;
  return person?.doorcode?.unassigned;
}

it('a key that came while doorcodes were off says so, and gets its code when they are switched on', async () => {
  const hotel = await openHotel({ rooms: ['204'], settings: { doorcodes: false } });
  hotel.checkIn('204', 'Ana Costa');
  await hotel.after({ seconds: 10 });
  const reason = await reasonOf(hotel, 'Ana Costa');
  const held = hotel.held();
  await customize(hotel, { doorcodes: true });

  expect(reason).toBe('type-disabled');
  expect(held).toEqual([]);
  expect(await hotel.opens('204', 'Ana Costa')).toBe(true);
});

it('before the check-in it waits for what the property says then', async () => {
  const hotel = await openHotel({ rooms: ['204'], settings: { doorcodes: false, generateCodes: 'at-check-in' } });
  hotel.book('204', 'Ana Costa');
  await hotel.after({ seconds: 10 });
  await customize(hotel, { doorcodes: true });

  expect(await reasonOf(hotel, 'Ana Costa')).toBe('not-yet-due');
});

it('a doorcode that staff switched off stays off when doorcodes are switched off and on', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.checkIn('204', 'Ana Costa');
  await hotel.after({ seconds: 10 });
  const { id: keyId, version, people } = await hotel.keyOf('Ana Costa');
  await hotel.keys.removeDoorcode({ keyId, version, personId: people[0]?.personId ?? ('' as never) }, clerk);
  await customize(hotel, { doorcodes: false });
  await customize(hotel, { doorcodes: true });

  expect(await hotel.codeOf('Ana Costa')).toBeNull();
  expect(hotel.held()).toEqual([]);
});

it('switching doorcodes off leaves the codes that guests have', async () => {
  const hotel = await openHotel({ rooms: ['204'] });
  hotel.checkIn('204', 'Ana Costa');
  await hotel.after({ seconds: 10 });
  await customize(hotel, { doorcodes: false });

  expect(await hotel.opens('204', 'Ana Costa')).toBe(true);
});

it('a hotel that does without doorcodes has no key that needs attention for it', async () => {
  const hotel = await openHotel({ rooms: ['204'], settings: { doorcodes: false } });
  hotel.checkIn('204', 'Ana Costa');
  await hotel.after({ seconds: 10 });
  const { rows } = await hotel.keys.list(keyListInput.parse({ status: 'current' }));

  expect(rows).toMatchObject([{ needsAttention: false, doorcode: { unassigned: 'type-disabled' } }]);
  expect(await hotel.keys.counts()).toMatchObject({ current: 1, needAttention: 0 });
  expect(await hotel.alerts()).toEqual([]);
});
