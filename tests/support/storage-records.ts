import { definitions, type Collections } from '#main/storage/collections';

/**
 * Realistic records for the store's tests and for the bench, the same for the same number.
 */

const families = ['Almeida', 'Berg', 'Costa', 'Dubois', 'Eriksen', 'Ferreira', 'García', 'Hansen', 'Ivanova', 'Jansen'];
const firstNames = ['Ana', 'Bruno', 'Clara', 'David', 'Eva', 'Felix', 'Greta', 'Hugo', 'Inês', 'Jonas'];

export type Status = Collections['keys']['status'];

/** A PMS key for one room and the gate, with one doorcode. Eight of ten are past, as in a house that has run for years. */
export function keyRecord(number: number, changes: { readonly status?: Status; readonly version?: number } = {}) {
  const day = String((number % 28) + 1).padStart(2, '0');
  const month = String((number % 12) + 1).padStart(2, '0');
  const status = changes.status ?? statusOf(number);
  const code = String((number * 7919) % 1_000_000).padStart(6, '0');
  const door = (doorId: string) => ({
    doorId,
    origin: 'pms',
    arrival: `2026-${month}-${day}T15:00`,
    departure: `2026-${month}-${day}T23:00`,
    weekdays: null,
    hours: null,
    allowProvisioning: true,
    allowLinkedDoors: true,
    protect: false,
    pmsWish: null,
    staffSet: [],
    revoked: null,
    leavesAt: null,
  });
  return definitions.keys.schema.parse({
    id: keyIdOf(number),
    version: changes.version ?? 0,
    source: 'pms',
    reservationId: `mews:reservation-${number}`,
    people: [
      {
        personId: `person-${number}`,
        firstName: firstNames[number % 10],
        lastName: `${families[(number * 3) % 10]} ${number % 997}`,
        doorcode: {
          credentialId: `credential-${number}`,
          policy: 'random',
          asked: null,
          code,
          unassigned: null,
          assignedAt: '2026-01-01T12:00:00.000Z',
        },
      },
    ],
    doors: [door(`door-${number % 300}`), door('gate')],
    status,
    statusChangesAt: status === 'past' ? null : `2026-${month}-${day}T15:00:00.000Z`,
    revoked: null,
    createdAt: '2026-01-01T12:00:00.000Z',
    updatedAt: '2026-01-01T12:00:00.000Z',
  });
}

export function keyIdOf(number: number): Collections['keys']['id'] {
  return `key-${String(number).padStart(9, '0')}` as Collections['keys']['id'];
}

function statusOf(number: number): Status {
  const rest = number % 10;
  if (rest === 0) return 'current';
  return rest === 1 ? 'upcoming' : 'past';
}
