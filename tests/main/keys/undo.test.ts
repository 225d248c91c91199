import { clerk } from '#tests/support/desk-acts';
import { openHotel } from '#tests/support/portal-harness';
import { describe, expect, it } from 'vitest';
import { rita, ritasKey, versionOf } from '#tests/support/manual-keys';

describe('Undo', () => {
  it('a revoked key opens again with the same code', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const keyId = await ritasKey(hotel);
    const code = await hotel.codeOf('Rita Fernandes');
    const { version } = await hotel.keys.revoke({ keyId, version: 0, doorId: null }, clerk);
    await hotel.after({ seconds: 10 });
    const meanwhile = hotel.held();
    await hotel.keys.undo({ keyId, version }, clerk);
    await hotel.after({ seconds: 5 });

    expect(meanwhile).toEqual([]);
    expect(await hotel.codeOf('Rita Fernandes')).toBe(code);
    expect(await hotel.opens('204', 'Rita Fernandes')).toBe(true);
  });

  it('the present code comes back after another policy', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const keyId = await ritasKey(hotel);
    const code = await hotel.codeOf('Rita Fernandes');
    const personId = (await hotel.keyOf('Rita Fernandes')).people[0]?.personId ?? ('' as never);
    const { version } = await hotel.keys.setDoorcodePolicy(
      { keyId, personId, version: 0, policy: 'preferred', code: '739182' },
      clerk,
    );
    await hotel.keys.undo({ keyId, version }, clerk);
    await hotel.after({ seconds: 5 });

    expect(await hotel.codeOf('Rita Fernandes')).toBe(code);
    expect(await hotel.opens('204', 'Rita Fernandes')).toBe(true);
  });

  it('not when another key took the code meanwhile: the change stands', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const keyId = await ritasKey(hotel, {
      people: [{ person: rita, doorcode: { policy: 'preferred', code: '739182' } }],
    });
    const personId = (await hotel.keyOf('Rita Fernandes')).people[0]?.personId ?? ('' as never);
    const { version } = await hotel.keys.setDoorcodePolicy(
      { keyId, personId, version: 0, policy: 'preferred', code: '640275' },
      clerk,
    );
    await hotel.after({ seconds: 5 });
    const jonas = { ...rita, firstName: 'Jonas', lastName: 'Weber' };
    await ritasKey(hotel, { people: [{ person: jonas, doorcode: { policy: 'preferred', code: '739182' } }] });

    await expect(hotel.keys.undo({ keyId, version }, clerk)).rejects.toMatchObject({ code: 'code-not-available' });
    expect(await hotel.codeOf('Rita Fernandes')).toBe('640275');
  });

  it('not after 30 seconds, and not twice', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const keyId = await ritasKey(hotel);
    const first = await hotel.keys.revoke({ keyId, version: 0, doorId: null }, clerk);
    const back = await hotel.keys.undo({ keyId, version: first.version }, clerk);
    const twice = hotel.keys.undo({ keyId, version: back.version }, clerk);
    await expect(twice).rejects.toMatchObject({ code: 'undo-too-late' });
    const { version } = await hotel.keys.revoke({ keyId, version: back.version, doorId: null }, clerk);
    await hotel.after({ seconds: 31 });

    await expect(hotel.keys.undo({ keyId, version }, clerk)).rejects.toMatchObject({ code: 'undo-too-late' });
    expect(await versionOf(hotel, keyId)).toBe(version);
  });
});
