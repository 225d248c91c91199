import { clerk } from '#tests/support/desk-acts';
import { openHotel, type Hotel } from '#tests/support/portal-harness';
import { describe, expect, it } from 'vitest';
import { rita, ritasKey } from '#tests/support/manual-keys';
import type { PersonId } from '#domain/ids';

const jonas = { ...rita, firstName: 'Jonas', lastName: 'Weber' };

/** Rita with 739182 and Jonas with 640275 at 204. */
async function sharedKey(hotel: Hotel) {
  const keyId = await ritasKey(hotel, {
    people: [
      { person: rita, doorcode: { policy: 'preferred', code: '739182' } },
      { person: jonas, doorcode: { policy: 'preferred', code: '640275' } },
    ],
  });
  const people = (await hotel.keys.details(keyId)).people.map(({ personId }) => personId);
  return { keyId, ritaId: people[0] ?? ('' as PersonId), jonasId: people[1] ?? ('' as PersonId) };
}

describe('a person taken off a key', () => {
  it('their code leaves the lock, the other’s stays, and the timeline says who did it', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const { keyId, jonasId } = await sharedKey(hotel);
    const both = hotel.held().join(' ');
    await hotel.keys.removePerson({ keyId, personId: jonasId, version: 0 }, clerk);
    await hotel.after({ seconds: 5 });
    const timeline = await hotel.keys.timeline(keyId, 50);
    const note = timeline.find(({ facts }) => facts['change'] === 'person-removed');

    expect(both).toContain('640275');
    expect(hotel.held().join(' ')).toContain('739182');
    expect(hotel.held().join(' ')).not.toContain('640275');
    expect((await hotel.keys.details(keyId)).people).toMatchObject([{ firstName: 'Rita' }]);
    expect(note).toMatchObject({ kind: 'key-changed', by: { name: 'Rosa' } });
  });

  it('an offline lock keeps the code until it answers, and the key says so', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const { keyId, jonasId } = await sharedKey(hotel);
    hotel.building.setRadio('204', false);
    await hotel.keys.removePerson({ keyId, personId: jonasId, version: 0 }, clerk);
    await hotel.after({ seconds: 5 });
    const away = await hotel.keys.details(keyId);
    hotel.building.setRadio('204', true);
    await hotel.after({ minutes: 2 });

    expect(away.removal).toMatchObject({ pending: 1 });
    expect((await hotel.keys.details(keyId)).removal).toBeNull();
    expect(hotel.held().join(' ')).not.toContain('640275');
  });

  it('Undo brings them back with the same code', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const { keyId, jonasId } = await sharedKey(hotel);
    const { version } = await hotel.keys.removePerson({ keyId, personId: jonasId, version: 0 }, clerk);
    await hotel.after({ seconds: 5 });
    await hotel.keys.undo({ keyId, version }, clerk);
    await hotel.after({ seconds: 5 });

    expect((await hotel.keys.details(keyId)).people.map(({ firstName }) => firstName)).toEqual(['Rita', 'Jonas']);
    expect(hotel.held().join(' ')).toContain('640275');
  });

  it('the last person stays', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const { keyId, ritaId, jonasId } = await sharedKey(hotel);
    const { version } = await hotel.keys.removePerson({ keyId, personId: jonasId, version: 0 }, clerk);

    await expect(hotel.keys.removePerson({ keyId, personId: ritaId, version }, clerk)).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
