import type { Actor } from '#domain/key/key';
import { definitions, type Collections } from '#main/storage/collections';
import type { Store } from '#main/storage/store';
import { keyRecord } from '#tests/support/storage-records';

/** A hotel that has run for years: 300 rooms, one key a stay, eight of ten past, and a few locks in trouble. */
export async function fillHotel(store: Store, count: number): Promise<void> {
  await store.transact(async (transaction) => {
    for (let number = 0; number < 300; number += 1)
      await transaction.put('doors', door(`door-${number}`, `Room ${number}`));
    await transaction.put('doors', door('gate', 'Gate'));
  });
  for (let start = 0; start < count; start += 2_000) {
    await store.transact(async (transaction) => {
      for (let number = start; number < Math.min(count, start + 2_000); number += 1) {
        const key = keyRecord(number);
        const doors = key.doors.map((each) => ({ ...each, allowProvisioning: number % 3 > 0 }));
        await transaction.put('keys', { ...key, doors });
        await transaction.put('reservations', reservation(number));
        await transaction.put('people', person(number));
        if (key.status !== 'past') await transaction.put('entries', entry(number));
      }
    });
  }
}

export const hotelClock = { now: () => '2026-11-23T14:00:00.000Z' };
export const rosa = { kind: 'staff', staffId: 'rosa', name: 'Rosa' } as Actor;

function door(id: string, name: string): Collections['doors'] {
  const nothing = { spaceIds: [], linkedDoorIds: [], defaultArrival: null, defaultDeparture: null };
  return definitions.doors.schema.parse({
    id,
    version: 0,
    name,
    type: 'private-room',
    ...nothing,
    lockId: `lock-${id}`,
  });
}

function reservation(number: number): Collections['reservations'] {
  return definitions.reservations.schema.parse({
    id: `mews:reservation-${number}`,
    connector: 'mews',
    number: String(100_000 + number),
    groupId: null,
    state: number % 10 > 1 ? 'departed' : 'in-house',
    scheduledArrival: '2026-11-22T15:00:00.000Z',
    scheduledDeparture: '2026-11-25T11:00:00.000Z',
    timesFromPms: true,
    actualArrival: null,
    actualDeparture: null,
    spaceId: null,
    spaceName: null,
    guests: [],
    sourceUpdatedAt: '2026-11-01T09:00:00.000Z',
    receivedAt: number % 500 === 0 ? '2026-11-22T18:00:00.000Z' : '2026-11-01T09:00:05.000Z',
    contentHash: 'hash',
  });
}

function person(number: number): Collections['people'] {
  const [owner] = keyRecord(number).people;
  return definitions.people.schema.parse({
    id: `person-${number}`,
    kind: 'guest',
    firstName: owner?.firstName,
    lastName: owner?.lastName,
    email: null,
    emailIsRelay: false,
    phone: null,
    language: null,
    pmsId: `mews:${number}`,
    updatedAt: '2026-11-01T09:00:05.000Z',
  });
}

/** One in two hundred live keys waits for a lock that does not answer. */
function entry(number: number): Collections['entries'] {
  const failing = number % 200 === 0;
  const at = '2026-11-23T13:00:00.000Z';
  const content = {
    code: '123456',
    window: { from: '2026-11-22T15:00', to: '2026-11-25T11:00', weekdays: null, hours: null },
  };
  return definitions.entries.schema.parse({
    id: `lock-door-${number % 300}/credential-${number}`,
    lockId: `lock-door-${number % 300}`,
    gatewayId: 'gateway',
    doorId: `door-${number % 300}`,
    keyId: keyRecord(number).id,
    credentialId: `credential-${number}`,
    tag: `t${number.toString(36)}`,
    wanted: content,
    generation: 1,
    held: failing ? null : { content, verifiedAt: at },
    touched: true,
    ref: null,
    job: {
      state: 'waiting',
      attempts: failing ? 9 : 0,
      rejections: 0,
      nextAttemptAt: at,
      readFirst: false,
      lastError: failing ? { kind: 'lock-offline', native: 'timeout' } : null,
      queuedAt: at,
    },
  });
}

/** A lock for each of its doors. */
export async function fillLocks(store: Store): Promise<void> {
  await store.transact(async (transaction) => {
    await transaction.put(
      'gateways',
      definitions.gateways.schema.parse({
        id: 'gateway',
        name: 'Bridge',
        driver: 'matter',
        address: '1',
        online: 'online',
        onlineSince: '2026-11-01T09:00:00.000Z',
      }),
    );
    for (const { lockId } of await transaction.all('doors')) {
      await transaction.put(
        'locks',
        definitions.locks.schema.parse({
          id: lockId,
          name: lockId,
          gatewayId: 'gateway',
          address: lockId,
          limits: { codeLength: { min: 4, max: 8 }, slots: 100, windows: 'native', weekly: true },
          online: 'online',
          onlineSince: '2026-11-01T09:00:00.000Z',
          lastSeenAt: null,
          battery: null,
        }),
      );
    }
  });
}
