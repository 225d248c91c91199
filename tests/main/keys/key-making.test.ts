import { createKeyInput, type CreateKeyInput } from '#api/key-inputs';
import { noEnd } from '#domain/no-end';
import type { KeyId } from '#domain/ids';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { clerk } from '#tests/support/desk-acts';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

/** Monday 23 November 2026, 14:00 in Lisbon. */
const untilTomorrow = {
  arrival: '2026-11-23T14:00',
  departure: '2026-11-24T11:00',
  weekdays: null,
  hours: null,
  allowProvisioning: true,
  allowLinkedDoors: true,
};
const rita = { kind: 'staff', firstName: 'Rita', lastName: 'Fernandes', email: null, phone: null };
const random = { policy: 'random', code: null };

/** For tests over a day: nothing is asked in between. */
const quiet = { polling: false, probeEvery: Temporal.Duration.from({ hours: 6 }) };

interface Asked {
  readonly rooms?: readonly string[];
  readonly access?: object;
  readonly people?: readonly object[];
  readonly requestId?: string;
}

async function asked(
  hotel: Hotel,
  { rooms = ['204'], access = {}, people, requestId }: Asked = {},
): Promise<CreateKeyInput> {
  const doors = await Promise.all(
    rooms.map(async (room) => ({ doorId: (await hotel.doorNamed(room)).id, ...untilTomorrow, ...access })),
  );
  return createKeyInput.parse({
    requestId:
      requestId ??
      hotel.random
        .id()
        .toLowerCase()
        .replaceAll(/[^a-z\d]/g, '0')
        .padEnd(20, '0')
        .slice(0, 40),
    people: people ?? [{ person: rita, doorcode: random }],
    doors,
  });
}

async function ritasKey(hotel: Hotel, wanted: Asked = {}): Promise<KeyId> {
  const { keyId } = await hotel.keys.create(await asked(hotel, wanted), clerk);
  await hotel.after({ seconds: 5 });
  return keyId;
}

async function versionOf(hotel: Hotel, keyId: KeyId): Promise<number> {
  return (await hotel.keys.details(keyId)).version;
}

describe('Add Key', () => {
  it('a key for one door works at once, and the common doors with it', async () => {
    const hotel = await openHotel({ rooms: ['204'], commonDoors: ['Pool'] });
    await ritasKey(hotel);

    expect(await hotel.opens('204', 'Rita Fernandes')).toBe(true);
    expect(await hotel.opens('Pool', 'Rita Fernandes')).toBe(true);
    expect((await hotel.keys.counts()).current).toBe(1);
  });

  it('it ends by itself', async () => {
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
    await hotel.keys.addPerson({ keyId, version: 0, person: jonas, doorcode: random } as never, clerk);
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
