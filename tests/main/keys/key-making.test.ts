import { noEnd } from '#domain/key/no-end';
import { clerk } from '#tests/support/desk-acts';
import { openHotel } from '#tests/support/portal-harness';
import { describe, expect, it } from 'vitest';
import { untilTomorrow, rita, random, quiet, asked, ritasKey } from '#tests/support/manual-keys';

describe('Add Key', () => {
  it('a key for one door works at once, and the common doors with it', async () => {
    const hotel = await openHotel({ rooms: ['204'], commonDoors: ['Pool'] });
    await ritasKey(hotel);

    expect(await hotel.opens('204', 'Rita Fernandes')).toBe(true);
    expect(await hotel.opens('Pool', 'Rita Fernandes')).toBe(true);
    expect((await hotel.keys.counts()).current).toBe(1);
  });

  it('a key ends by itself', async () => {
    const hotel = await openHotel({ rooms: ['204'], ...quiet });
    await ritasKey(hotel);
    await hotel.after({ hours: 22 });

    expect(hotel.held()).toEqual([]);
    expect(await hotel.keyOf('Rita Fernandes')).toMatchObject({ status: 'past' });
  });

  it('a key without end stays', async () => {
    const hotel = await openHotel({ rooms: ['204'], ...quiet });
    await ritasKey(hotel, { access: { departure: noEnd } });
    await hotel.after({ hours: 30 });

    expect(await hotel.opens('204', 'Rita Fernandes')).toBe(true);
  });

  it('Allow Provisioning off: the code is there and no lock has it', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const keyId = await ritasKey(hotel, { access: { allowProvisioning: false } });

    expect(hotel.held()).toEqual([]);
    expect((await hotel.keys.details(keyId)).doors[0]?.doorcode).toEqual({ state: 'pending-provisioning' });
  });

  it('at a door without a lock the doorcode says No lock', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const bare = await hotel.doorNamed('204');
    await hotel.base.store.transact((transaction) => transaction.put('doors', { ...bare, lockId: null }));
    const keyId = await ritasKey(hotel);

    expect((await hotel.keys.details(keyId)).doors[0]?.doorcode).toEqual({ state: 'no-lock' });
  });

  it('two people on one key have a doorcode each', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const jonas = { ...rita, firstName: 'Jonas', lastName: 'Weber' };
    await ritasKey(hotel, {
      people: [
        { person: rita, doorcode: random },
        { person: jonas, doorcode: random },
      ],
    });
    const codes = (await hotel.keyOf('Rita Fernandes')).people.map(({ doorcode }) => doorcode?.code);

    expect(new Set(codes).size).toBe(2);
    expect(hotel.held()).toHaveLength(2);
  });

  it('asked twice, because the answer was lost, it makes one key', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const input = await asked(hotel);
    const first = await hotel.keys.create(input, clerk);
    const second = await hotel.keys.create(input, clerk);

    expect(second).toEqual(first);
    expect(await hotel.allKeys()).toHaveLength(1);
    expect(await hotel.keys.findPeople('fern')).toHaveLength(1);
  });

  it('somebody whom Portal knows is found by any of the names, without accents, and not made again', async () => {
    const hotel = await openHotel({ rooms: ['204', '205'] });
    await ritasKey(hotel, {
      people: [{ person: { ...rita, firstName: 'Inês', lastName: 'de Ramos' }, doorcode: random }],
    });
    const [ines] = await hotel.keys.findPeople('ramos ines');
    await ritasKey(hotel, { rooms: ['205'], people: [{ person: { personId: ines?.id }, doorcode: random }] });

    expect(await hotel.keys.findPeople('INES')).toHaveLength(1);
    expect((await hotel.allKeys()).map(({ people }) => people[0]?.personId)).toEqual([ines?.id, ines?.id]);
  });

  it('nothing is stored of a key with a door that is gone', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const input = await asked(hotel);
    const gone = { ...input, doors: input.doors.map((door) => ({ ...door, doorId: 'gone' as never })) };

    await expect(hotel.keys.create(gone, clerk)).rejects.toMatchObject({ code: 'not-found' });
    expect(await hotel.keys.findPeople('rita')).toEqual([]);
  });

  it('a template is kept under its name, replaced under the same one, and removed', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const { id } = await hotel.doorNamed('204');
    const { arrival: _, departure: __, ...rules } = untilTomorrow;
    const cleaner = { ...rules, name: 'Cleaner', doorIds: [id], weekdays: [1, 2, 3, 4, 5] as never, noEnd: true };
    await hotel.keys.saveTemplate(cleaner, clerk);
    await hotel.keys.saveTemplate({ ...cleaner, weekdays: null }, clerk);
    const [kept, ...others] = await hotel.keys.templates();
    await hotel.keys.removeTemplate(kept?.id ?? '', clerk);

    expect(kept).toMatchObject({ name: 'Cleaner', weekdays: null, noEnd: true });
    expect(others).toEqual([]);
    expect(await hotel.keys.templates()).toEqual([]);
  });
});

describe('the key as a whole', () => {
  it('doors are added and taken off, and the locks follow', async () => {
    const hotel = await openHotel({ rooms: ['204', '205', '206'] });
    const keyId = await ritasKey(hotel);
    const more = [(await hotel.doorNamed('205')).id, (await hotel.doorNamed('206')).id];
    await hotel.keys.addDoors({ keyId, version: 0, doorIds: more, ...untilTomorrow } as never, clerk);
    await hotel.after({ seconds: 5 });
    const opened = [await hotel.opens('205', 'Rita Fernandes'), await hotel.opens('206', 'Rita Fernandes')];
    await hotel.keys.removeDoor({ keyId, version: 1, doorId: more[0] ?? ('' as never) }, clerk);
    await hotel.after({ seconds: 5 });

    expect(opened).toEqual([true, true]);
    expect(await hotel.opens('205', 'Rita Fernandes')).toBe(false);
    expect(await hotel.opens('206', 'Rita Fernandes')).toBe(true);
  });

  it('a longer stay is at every lock', async () => {
    const hotel = await openHotel({ rooms: ['204'], commonDoors: ['Pool'] });
    const keyId = await ritasKey(hotel);
    const period = { arrival: '2026-11-23T14:00', departure: '2026-11-26T11:00' } as never;
    await hotel.keys.changeStay({ keyId, version: 0, ...(period as object) } as never, clerk);
    await hotel.after({ seconds: 5 });

    expect(hotel.held()).toEqual(await hotel.wanted());
    expect(hotel.held().every((line) => line.endsWith('to 2026-11-26T11:00'))).toBe(true);
  });

  it('a guest with a manual key moves to another room and keeps the code', async () => {
    const hotel = await openHotel({ rooms: ['204', '205'] });
    const keyId = await ritasKey(hotel);
    const code = await hotel.codeOf('Rita Fernandes');
    const rooms = { from: (await hotel.doorNamed('204')).id, to: (await hotel.doorNamed('205')).id };
    await hotel.keys.moveRoom({ keyId, version: 0, ...rooms }, clerk);
    await hotel.after({ seconds: 5 });

    expect(await hotel.codeOf('Rita Fernandes')).toBe(code);
    expect([await hotel.opens('204', 'Rita Fernandes'), await hotel.opens('205', 'Rita Fernandes')]).toEqual([
      false,
      true,
    ]);
  });

  it('another person gets a doorcode of their own on the same doors', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const keyId = await ritasKey(hotel);
    const jonas = { ...rita, firstName: 'Jonas', lastName: 'Weber' };
    await hotel.keys.addPerson({ keyId, version: 0, person: jonas, doorcode: random, keycard: null } as never, clerk);
    await hotel.after({ seconds: 5 });

    expect(hotel.held()).toHaveLength(2);
  });

  it('an edit from an older version is refused', async () => {
    const hotel = await openHotel({ rooms: ['204', '205'] });
    const keyId = await ritasKey(hotel);
    const rooms = { from: (await hotel.doorNamed('204')).id, to: (await hotel.doorNamed('205')).id };
    await hotel.keys.moveRoom({ keyId, version: 0, ...rooms }, clerk);

    await expect(hotel.keys.moveRoom({ keyId, version: 0, ...rooms }, clerk)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });
});
