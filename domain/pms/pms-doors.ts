import { Temporal } from 'temporal-polyfill';
import { earlier } from '#domain/key/access-window';
import { isOver } from '#domain/key/opened-doors';
import type { Door } from '#domain/house/door';
import type { KeyDoor, PmsWish, StaffField } from '#domain/key/key';
import { stayWindow } from './pms-stay-window.ts';
import type { Reservation } from '#domain/stay/reservation';
import type { PropertySettings } from '#domain/house/settings';
import { plus, type InstantText } from '#domain/time/time';

export interface DoorsFacts {
  /** null: the stay is new. */
  readonly before: Reservation | null;
  readonly after: Reservation;
  /** The doors that the key has. */
  readonly doors: readonly KeyDoor[];
  /** The doors that the stay's room leads to now. */
  readonly doorsOfSpace: readonly Door[];
  readonly settings: PropertySettings;
  readonly now: InstantText;
  readonly oldRoomNeeded: boolean;
}

type PmsFields = Pick<KeyDoor, 'arrival' | 'departure' | 'allowProvisioning'>;

/**
 * The doors of a key whose stay is expected, in house or departed. Doors of the stay's room are added or brought up to
 * date; a room that the guest left is dropped before the stay and gets its grace period during it. What staff set, the
 * doors that they added, and doors under Protect Configuration stay.
 */
export function doorsOfStay(facts: DoorsFacts): readonly KeyDoor[] {
  const { doors, doorsOfSpace, now } = facts;
  const isRoom = (door: KeyDoor): boolean => doorsOfSpace.some(({ id }) => id === door.doorId);
  const isReturn = doors.some((door) => isRoom(door) && door.leavesAt !== null && door.leavesAt > now);
  const left = doors.filter((door) => door.origin === 'pms' && !isRoom(door));
  const kept = doors.flatMap((door) => {
    const isLeft = left.includes(door);
    if (isLeft && !door.protect) return leave(door, facts, isReturn);
    return [follow(door, facts, isLeft)];
  });
  const template = left.find((door) => door.leavesAt === null) ?? null;
  const added = doorsOfSpace.filter(({ id }) => !doors.some(({ doorId }) => doorId === id));
  return [...kept, ...added.map((door) => enter(door, template, facts))];
}

function provisioningAllowed(settings: PropertySettings, reservation: Pick<Reservation, 'state'>): boolean {
  return settings.provision === 'in-advance' || reservation.state === 'in-house' || reservation.state === 'departed';
}

/** What the PMS wants at a protected door that it may not change. The same wish keeps the moment of the first. */
export function withWish(door: KeyDoor, wish: PmsWish): KeyDoor {
  const known = door.pmsWish === null ? null : { ...door.pmsWish, at: wish.at };
  return JSON.stringify(known) === JSON.stringify(wish) ? door : { ...door, pmsWish: wish };
}

function wantedFields(door: KeyDoor, { after, doorsOfSpace, settings, now }: DoorsFacts): PmsFields {
  const own = doorsOfSpace.find(({ id }) => id === door.doorId) ?? doorsOfSpace[0] ?? noDefaults;
  const known = door.protect ? (door.pmsWish ?? door) : door;
  return {
    ...stayWindow({ reservation: after, door: own, known, settings, now }),
    allowProvisioning: provisioningAllowed(settings, after),
  };
}

/**
 * A door that the key goes on having. What staff set stays; but an extension in the PMS beyond a departure that staff set
 * wins, or the guest would stand before a closed door.
 */
function follow(door: KeyDoor, facts: DoorsFacts, isLeft: boolean): KeyDoor {
  const wanted = wantedFields(door, facts);
  const isExtended = moved('scheduledDeparture', facts) > 0 && wanted.departure > door.departure;
  const ofStaff = (field: StaffField): boolean =>
    door.staffSet.includes(field) && !(field === 'departure' && isExtended && !door.protect);
  const changes: PmsFields = {
    arrival: ofStaff('arrival') ? door.arrival : wanted.arrival,
    departure: ofStaff('departure') ? door.departure : wanted.departure,
    allowProvisioning: ofStaff('allowProvisioning') ? door.allowProvisioning : wanted.allowProvisioning,
  };
  // The wish of the PMS to end a stay that goes on again is void; the door of an ended stay is dealt with in pms-ending.
  const revoked = door.revoked?.by.kind === 'pms' ? null : door.revoked;
  const leavesAt = facts.after.state === 'departed' ? earlier(facts.now, door.leavesAt) : null;
  const staffSet = door.staffSet.filter(ofStaff);
  if (!door.protect) return { ...door, ...changes, staffSet, revoked, pmsWish: null, leavesAt };
  const isSame =
    changes.arrival === door.arrival &&
    changes.departure === door.departure &&
    changes.allowProvisioning === door.allowProvisioning &&
    !isWithheld(door, wanted, facts);
  const isCheckOut = facts.after.state === 'departed';
  if (isSame && !isLeft && !isCheckOut) return { ...door, revoked, pmsWish: null };
  const { arrival, departure } = wanted;
  const doorId = isLeft ? (facts.doorsOfSpace[0]?.id ?? null) : door.doorId;
  const wish = isCheckOut ? 'check-out' : 'change';
  return withWish({ ...door, revoked }, { at: facts.now, doorId, arrival, departure, wish });
}

/** Whether the PMS changed a time that staff had set at this protected door, now or before. */
function isWithheld(door: KeyDoor, wanted: PmsFields, facts: DoorsFacts): boolean {
  const differs = wanted.arrival !== door.arrival || wanted.departure !== door.departure;
  const isNew = moved('scheduledArrival', facts) !== 0 || moved('scheduledDeparture', facts) !== 0;
  return differs && (isNew || door.pmsWish?.wish === 'change');
}

/** Which way the PMS moved a time of the stay: later 1, earlier -1, not at all 0. */
function moved(time: 'scheduledArrival' | 'scheduledDeparture', { before, after }: DoorsFacts): -1 | 0 | 1 {
  if (before === null || before[time] === after[time]) return 0;
  return after[time] > before[time] ? 1 : -1;
}

/** A room that the guest no longer has. */
function leave(door: KeyDoor, facts: DoorsFacts, isReturn: boolean): readonly KeyDoor[] {
  const { after, settings, now, oldRoomNeeded } = facts;
  const isStaffs = door.revoked !== null && door.revoked.by.kind === 'staff';
  const isDropped = after.state === 'expected' || (isReturn && door.leavesAt === null);
  if (isDropped && !isStaffs) return [];
  const grace = Temporal.Duration.from({
    minutes: isDropped || oldRoomNeeded || after.state === 'departed' ? 0 : settings.moveGraceMinutes,
  });
  return [{ ...door, leavesAt: earlier(plus(now, grace), door.leavesAt) }];
}

/**
 * A room that the guest gets; what staff set at the room before goes along. The times of a protected room do not: its
 * protection is for that door alone.
 */
function enter(door: Door, template: KeyDoor | null, facts: DoorsFacts): KeyDoor {
  const { after, settings, now } = facts;
  const fresh: KeyDoor = {
    doorId: door.id,
    origin: 'pms',
    ...stayWindow({ reservation: after, door, known: template, settings, now }),
    weekdays: null,
    hours: null,
    allowProvisioning: provisioningAllowed(settings, after),
    allowLinkedDoors: true,
    protect: false,
    pmsWish: null,
    staffSet: [],
    revoked: null,
    leavesAt: null,
  };
  if (template === null) return fresh;
  const isTime = (field: StaffField): boolean => field === 'arrival' || field === 'departure';
  const staffSet = template.staffSet.filter((field) => !(template.protect && isTime(field)));
  const ofStaff = Object.fromEntries(staffSet.map((field) => [field, template[field]]));
  return { ...fresh, ...ofStaff, staffSet };
}

/** Whether the key still opens this door now or later. */
export function isOpenDoor(door: KeyDoor, facts: Pick<DoorsFacts, 'settings' | 'now'>): boolean {
  return !isOver(door, facts.settings.zone, facts.now);
}

const noDefaults: Pick<Door, 'defaultArrival' | 'defaultDeparture'> = { defaultArrival: null, defaultDeparture: null };
