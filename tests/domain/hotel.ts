import { allocateDoorcode, keepOrAllocate, type AllocationRequest } from '#domain/credentials/allocation';
import { claimedInterval, type CodeClaim } from '#domain/credentials/code-claim';
import { lockIdsOf } from '#domain/key/opened-doors';
import { setDoorcode } from '#domain/credentials/doorcode-edits';
import { desiredForKey, type DesiredAccess } from '#domain/locks/desired-access';
import { door, lockLimits, type Door, type LockLimits } from '#domain/house/door';
import type { DoorId, LockId, PersonId, SpaceId } from '#domain/ids';
import type { Key } from '#domain/key/key';
import type { EditContext } from '#domain/key/key-edit';
import { planReservationChange } from '#domain/pms/pms-changes';
import type { ReservationPlan } from '#domain/pms/reservation-change';
import { guest, reservation, type Guest, type Reservation } from '#domain/stay/reservation';
import { defaultSettings, propertySettings, type PropertySettings } from '#domain/house/settings';
import { instantText, type InstantText } from '#domain/time/time';
import { SeededRandom } from '../support/seeded-random.ts';

/** A hotel in Lisbon: rooms 101, 102 and 103, each with the pool linked to its door. In November, Lisbon's time is UTC. */

export const settings: PropertySettings = propertySettings.parse({
  ...defaultSettings,
  id: 'property',
  version: 0,
  name: 'Hotel Bica',
  zone: 'Europe/Lisbon',
});

export const sixDigits: LockLimits = lockLimits.parse({
  codeLength: { min: 4, max: 8 },
  places: 100,
  windows: 'dates-and-weekly',
});

const pool = door.parse({ ...plainDoor('pool'), type: 'common-area' });
const room101 = roomDoor('101');
const room102 = roomDoor('102');
const room103 = roomDoor('103');
const everyDoor: readonly Door[] = [room101, room102, room103, pool];
export const doors: ReadonlyMap<DoorId, Door> = new Map(everyDoor.map((each) => [each.id, each]));
export const limits: ReadonlyMap<LockId, LockLimits> = new Map(
  everyDoor.map((each) => [each.lockId as LockId, sixDigits]),
);

export function roomDoor(room: string): Door {
  return door.parse({ ...plainDoor(room), spaceIds: [`space-${room}`], linkedDoorIds: ['pool'] });
}

function plainDoor(name: string) {
  return {
    id: name,
    version: 0,
    name,
    type: 'private-room',
    spaceIds: [],
    linkedDoorIds: [],
    defaultArrival: null,
    defaultDeparture: null,
    lockId: `lock-${name}`,
  };
}

export function moment(text: string): InstantText {
  return instantText.parse(`${text}:00.000Z`);
}

export function space(room: string): { readonly spaceId: SpaceId; readonly spaceName: string } {
  return { spaceId: `space-${room}` as SpaceId, spaceName: room };
}

export function named(firstName: string, lastName: string, changes: Partial<Guest> = {}): Guest {
  return guest.parse({
    pmsId: `guest-${firstName}-${lastName}`,
    firstName,
    lastName,
    email: `${firstName}@example.com`.toLowerCase(),
    emailIsRelay: false,
    phone: null,
    language: 'pt',
    primary: true,
    ...changes,
  });
}

/** Ana Costa, expected in 101 from Monday 23 November, 15:00, to Thursday 26 November 2026, 11:00. */
export function stay(changes: Partial<Reservation> = {}): Reservation {
  return reservation.parse({
    id: 'mews:stay-1',
    connector: 'mews',
    number: '4711',
    groupId: null,
    state: 'expected',
    scheduledArrival: '2026-11-23T15:00:00.000Z',
    scheduledDeparture: '2026-11-26T11:00:00.000Z',
    timesFromPms: true,
    actualArrival: null,
    actualDeparture: null,
    ...space('101'),
    guests: [named('Ana', 'Costa')],
    sourceUpdatedAt: '2026-11-20T09:00:00.000Z',
    receivedAt: '2026-11-20T09:00:05.000Z',
    contentHash: 'hash',
    ...changes,
  });
}

/** Where a stay and its key are after the PMS has told something. */
export interface Told {
  readonly reservation: Reservation;
  readonly key: Key | null;
  readonly plan: ReservationPlan;
  readonly rules: PropertySettings;
  readonly now: InstantText;
}

export interface Circumstances {
  readonly rules?: PropertySettings;
  readonly mapped?: readonly Door[];
  readonly oldRoomNeeded?: boolean;
  readonly claims?: readonly CodeClaim[];
}

/** The first that Portal hears of a stay. */
export function heard(first: Reservation, now: string, circumstances: Circumstances = {}): Told {
  return plan({ before: null, after: first, key: null }, moment(now), circumstances);
}

/** The PMS changes something of the stay. */
export function tell(told: Told, changes: Partial<Reservation>, now: string, circumstances: Circumstances = {}): Told {
  const after = reservation.parse({ ...told.reservation, ...changes });
  return plan({ before: told.reservation, after, key: told.key }, moment(now), { rules: told.rules, ...circumstances });
}

/** Staff edit the key. */
export function edited(told: Told, key: Key): Told {
  return { ...told, key };
}

export function keyOf(told: Told): Key {
  if (told.key === null) throw new Error('the stay has no key');
  return told.key;
}

export function codeOf(told: Told): string | null {
  return keyOf(told).people[0]?.doorcode?.code ?? null;
}

/** What the locks should hold of the stay's key at a moment. */
export function desired(told: Told, now: string): DesiredAccess {
  return desiredForKey({
    key: keyOf(told),
    reservation: told.reservation,
    doors,
    limits,
    settings: told.rules,
    cards: new Map(),
    now: moment(now),
  });
}

export function locksHolding(told: Told, now: string): readonly string[] {
  return desired(told, now).entries.map((entry) => entry.lockId);
}

export function staffAt(told: Told | null, now: string): EditContext {
  return {
    by: { kind: 'staff', staffId: 'rita' as never, name: 'Rita' },
    at: moment(now),
    reservation: told?.reservation ?? null,
    zone: settings.zone,
  };
}

const random = new SeededRandom(7);

export function request(changes: Partial<AllocationRequest> = {}): AllocationRequest {
  const seeded = new SeededRandom(11);
  return {
    policy: 'random',
    asked: null,
    length: 6,
    limits: [sixDigits],
    claims: [],
    avoid: ['2026-11-23T15:00', '2026-11-26T11:00'],
    lockIds: ['lock-101' as LockId],
    interval: { from: moment('2026-11-23T15:00'), to: moment('2026-11-26T11:00') },
    pick: (below) => seeded.integer(below),
    ...changes,
  };
}

function plan(
  change: { readonly before: Reservation | null; readonly after: Reservation; readonly key: Key | null },
  now: InstantText,
  circumstances: Circumstances,
): Told {
  const { rules = settings, oldRoomNeeded = false, claims = [] } = circumstances;
  const { after } = change;
  const mapped = everyDoor.filter(({ spaceIds }) => after.spaceId !== null && spaceIds.includes(after.spaceId));
  const planned = planReservationChange({
    ...change,
    doorsOfSpace: circumstances.mapped ?? mapped,
    isRoomInUse: true,
    settings: rules,
    now,
    oldRoomNeeded,
    personIdOf: ({ pmsId }) => `person-${pmsId}` as PersonId,
    newId: () => random.id(),
  });
  const coded =
    planned.codeNeeded && planned.key !== null ? withCodes(planned.key, { after, rules, now, claims }) : planned.key;
  return { reservation: after, key: coded, plan: planned, rules, now };
}

function withCodes(
  key: Key,
  facts: {
    readonly after: Reservation;
    readonly rules: PropertySettings;
    readonly now: InstantText;
    readonly claims: readonly CodeClaim[];
  },
): Key {
  const { after, rules, now, claims } = facts;
  return key.people.reduce((present, { personId, doorcode }) => {
    if (doorcode === null) return present;
    const asking = request({
      policy: doorcode.policy,
      asked: doorcode.asked,
      claims,
      lockIds: lockIdsOf(key, doors),
      interval: claimedInterval(key, rules) ?? { from: now, to: now },
      pick: (below) => random.integer(below),
    });
    const allocation = doorcode.code === null ? allocateDoorcode(asking) : keepOrAllocate(doorcode.code, asking);
    const by = { kind: 'portal' as const };
    const edit = setDoorcode(present, personId, allocation, { by, at: now, reservation: after, zone: rules.zone });
    return edit.outcome === 'changed' ? { ...edit.key, version: present.version } : present;
  }, key);
}
