import type { CardWritingView, KeycardView } from '#api/keycards';
import type { KeyDetails, KeyDoorView, TimelineView } from '#api/views';
import { credentialId, doorId, keycardId, keyId, lockId, personId, reservationId, staffId } from '#domain/ids';
import { instantText, localDateTime } from '#domain/time/time';

/** Amara Okafor in 204 of a hotel in Lisbon, 23 to 25 November 2026: whole records, for tests to vary. */

export const noon = instantText.parse('2026-11-23T16:40:00.000Z');

export const door204: KeyDoorView = {
  doorId: doorId.parse('door-204'),
  name: '204',
  type: 'private-room',
  ownDoorId: doorId.parse('door-204'),
  linkedFrom: null,
  place: 'standing',
  origin: 'pms',
  arrival: localDateTime.parse('2026-11-23T15:00'),
  departure: localDateTime.parse('2026-11-25T11:00'),
  weekdays: null,
  hours: null,
  allowProvisioning: true,
  allowLinkedDoors: true,
  protect: false,
  pmsWish: null,
  revokedAt: null,
  leavesAt: null,
  restorable: false,
  lockId: lockId.parse('lock-204'),
  lockOnline: 'online',
  lockOnlineSince: instantText.parse('2026-11-20T09:00:00.000Z'),
  lockProof: 'lock',
  doorcode: { state: 'provisioned', at: instantText.parse('2026-11-23T14:01:00.000Z') },
};

export const pool: KeyDoorView = {
  ...door204,
  doorId: doorId.parse('door-pool'),
  name: 'Pool',
  type: 'common-area',
  linkedFrom: '204',
  lockId: lockId.parse('lock-pool'),
};

export const amara: KeyDetails['people'][number] = {
  personId: personId.parse('amara'),
  firstName: 'Amara',
  lastName: 'Okafor',
  email: null,
  phone: null,
  doorcode: {
    policy: 'random',
    assigned: true,
    length: 6,
    unassigned: null,
    assignedAt: instantText.parse('2026-11-23T09:12:00.000Z'),
    summary: { worst: 'provisioned', provisioned: 2, doors: 2, unassigned: null },
  },
  keycards: [],
};

/** On the card: her room and the pool until she leaves. */
export const written: CardWritingView = {
  id: '0000000001',
  state: 'issued',
  why: null,
  kind: 'usual',
  from: door204.arrival,
  until: door204.departure,
  doors: ['204', 'Pool'],
  encoder: 'Desk',
  by: { kind: 'portal' },
  at: noon,
};

/** Card 12 …580, encoded, in somebody's hand. */
export const card12: KeycardView = {
  credentialId: credentialId.parse('card-credential-1'),
  kind: 'usual',
  policy: 'random',
  keycardId: keycardId.parse('card-12'),
  number: '12',
  name: '',
  uidEnd: '580',
  type: 'ntag213',
  unassigned: null,
  assignedAt: noon,
  state: 'assigned',
  writing: written,
  encoding: 'encoded',
  locks: { provisioned: 0, doors: 0 },
};

export const amarasKey: KeyDetails = {
  id: keyId.parse('key-1'),
  version: 3,
  status: 'current',
  source: 'pms',
  connector: 'mews',
  reservation: { id: reservationId.parse('mews:1'), number: 'MW-88213', state: 'in-house', spaceName: '204' },
  people: [amara],
  arrival: door204.arrival,
  departure: door204.departure,
  nights: 2,
  doors: [door204, pool],
  linkedNotAllowed: [],
  revoked: null,
  removal: null,
  restorable: false,
  extendable: true,
  needs: [],
};

export const writeFailed: TimelineView = {
  id: 't9',
  at: instantText.parse('2026-11-23T16:40:12.000Z'),
  by: { kind: 'portal' },
  kind: 'write-failed',
  doorName: '204',
  keyId: amarasKey.id,
  owner: 'Amara Okafor',
  facts: { attempt: '9', error: 'lock-offline', native: 'TIMEOUT', code: '4117' },
};

export const ines = { kind: 'staff', staffId: staffId.parse('ines'), name: 'Inês Rocha' } as const;
