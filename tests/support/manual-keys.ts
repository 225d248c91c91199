import { createKeyInput, type CreateKeyInput } from '#api/key-inputs';
import { type KeyId } from '#domain/ids';
import { clerk } from '#tests/support/desk-acts';
import { type Hotel } from '#tests/support/portal-harness';
import { Temporal } from 'temporal-polyfill';

/** Monday 23 November 2026, 14:00 in Lisbon. */
export const untilTomorrow = {
  arrival: '2026-11-23T14:00',
  departure: '2026-11-24T11:00',
  weekdays: null,
  hours: null,
  allowProvisioning: true,
  allowLinkedDoors: true,
};
export const rita = { kind: 'staff', firstName: 'Rita', lastName: 'Fernandes', email: null, phone: null };
export const random = { policy: 'random', code: null };

/** For tests over a day: nothing is asked in between. */
export const quiet = { polling: false, probeEvery: Temporal.Duration.from({ hours: 6 }) };

interface Asked {
  readonly rooms?: readonly string[];
  readonly access?: object;
  readonly people?: readonly object[];
  readonly requestId?: string;
}

export async function asked(
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

export async function ritasKey(hotel: Hotel, wanted: Asked = {}): Promise<KeyId> {
  const { keyId } = await hotel.keys.create(await asked(hotel, wanted), clerk);
  await hotel.after({ seconds: 5 });
  return keyId;
}

export async function versionOf(hotel: Hotel, keyId: KeyId): Promise<number> {
  return (await hotel.keys.details(keyId)).version;
}
