import { createKeyInput } from '#api/key-inputs';
import type { KeyId } from '#domain/ids';
import { describe, expect, it } from 'vitest';
import { clerk } from '#tests/support/desk-acts';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

const rita = { kind: 'staff', firstName: 'Rita', lastName: 'Fernandes', email: null, phone: null };

/** A key for 204 from Monday 23 November 2026, 14:00 in Lisbon, to the next day. */
async function ritasKey(hotel: Hotel, { people }: { readonly people: readonly object[] }): Promise<KeyId> {
  const access = { arrival: '2026-11-23T14:00', departure: '2026-11-24T11:00', weekdays: null, hours: null };
  const allowed = { allowProvisioning: true, allowLinkedDoors: true };
  const doors = [{ doorId: (await hotel.doorNamed('204')).id, ...access, ...allowed }];
  const { keyId } = await hotel.keys.create(
    createKeyInput.parse({ requestId: 'onedoorcode0and0more0', people, doors }),
    clerk,
  );
  await hotel.after({ seconds: 5 });
  return keyId;
}

describe('the doorcode of one person', () => {
  it('a person without one gets one afterwards, and it opens the doors', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const keyId = await ritasKey(hotel, { people: [{ person: rita, doorcode: null }] });
    const personId = (await hotel.keyOf('Rita Fernandes')).people[0]?.personId ?? ('' as never);
    await hotel.keys.setDoorcodePolicy({ keyId, personId, version: 0, policy: 'preferred', code: '739182' }, clerk);
    await hotel.after({ seconds: 5 });

    expect(await hotel.codeOf('Rita Fernandes')).toBe('739182');
    expect(await hotel.opens('204', 'Rita Fernandes')).toBe(true);
  });

  it('switched off, it leaves the locks; the other person’s still opens', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const jonas = { ...rita, firstName: 'Jonas', lastName: 'Weber' };
    const keyId = await ritasKey(hotel, {
      people: [
        { person: rita, doorcode: { policy: 'preferred', code: '739182' } },
        { person: jonas, doorcode: { policy: 'preferred', code: '640275' } },
      ],
    });
    const personId = (await hotel.keyOf('Rita Fernandes')).people[0]?.personId ?? ('' as never);
    await hotel.keys.removeDoorcode({ keyId, personId, version: 0 }, clerk);
    await hotel.after({ seconds: 5 });

    expect((await hotel.keys.details(keyId)).people).toMatchObject([{ doorcode: null }, { firstName: 'Jonas' }]);
    expect(hotel.held().join(' ')).toContain('640275');
    expect(hotel.held().join(' ')).not.toContain('739182');
  });

  it('a PMS guest’s, switched off by staff, stays off when the PMS tells more', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const stay = hotel.checkIn('204', 'Ana Costa');
    await hotel.after({ seconds: 10 });
    const { id: keyId, version, people } = await hotel.keyOf('Ana Costa');
    await hotel.keys.removeDoorcode({ keyId, personId: people[0]?.personId ?? ('' as never), version }, clerk);
    hotel.pms.dates(stay, '2026-11-23T15:00Z', '2026-11-26T11:00Z');
    await hotel.after({ seconds: 10 });

    expect(await hotel.codeOf('Ana Costa')).toBeNull();
    expect(hotel.held()).toEqual([]);
  });
});
