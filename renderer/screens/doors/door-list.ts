import type { DoorRow, LockView } from '#api/views';
import type { DoorType } from '#domain/house/door';
import type { DoorId, SpaceId } from '#domain/ids';
import { doorTypeTexts } from '../../text/doors.ts';
import { byName } from '../../text/language.ts';

export type DoorSort = 'name' | 'lock' | 'battery' | 'codes' | 'gateway' | 'attention';

export interface DoorFilter {
  readonly text: string;
  readonly type: DoorType | null;
  readonly attention: boolean;
}

/** Why a door is on the list of those that need a person, worst first. */
type DoorTrouble = 'alerts' | 'offline' | 'battery' | 'capacity';

/** Below this many percent the batteries should be changed. */
const lowBattery = 20;
/** From this share of its slots on a lock is nearly full. */
const nearlyFull = 0.8;

export function doorTroubles(door: DoorRow): readonly DoorTrouble[] {
  return [
    ...(door.alerts > 0 ? (['alerts'] as const) : []),
    ...(door.lock?.online === 'offline' ? (['offline'] as const) : []),
    ...(door.lock !== null && isBatteryLow(door.lock) ? (['battery'] as const) : []),
    ...(door.lock !== null && capacityOf(door.lock) !== 'room' ? (['capacity'] as const) : []),
  ];
}

export function isBatteryLow(lock: Pick<LockView, 'battery'>): boolean {
  return lock.battery !== null && lock.battery < lowBattery;
}

/** Counts what should be on the lock as well as what is: a lock about to be full is full. */
export function capacityOf(lock: Pick<LockView, 'held' | 'wanted' | 'slots'>): 'room' | 'nearly-full' | 'full' {
  const most = Math.max(lock.held, lock.wanted);
  if (lock.slots > 0 && most >= lock.slots) return 'full';
  return lock.slots > 0 && most / lock.slots >= nearlyFull ? 'nearly-full' : 'room';
}

export function filterDoors(doors: readonly DoorRow[], filter: DoorFilter): readonly DoorRow[] {
  const wanted = plain(filter.text);
  return doors.filter(
    (door) =>
      (filter.type === null || door.type === filter.type) &&
      (!filter.attention || doorTroubles(door).length > 0) &&
      (wanted === '' || plain(searchText(door)).includes(wanted)),
  );
}

/** Rooms sort as people count: 9 before 10. Doors that say nothing in the column come last either way. */
export function sortDoors(doors: readonly DoorRow[], sort: DoorSort, descending: boolean): readonly DoorRow[] {
  const inOrder = byName();
  const direction = descending ? -1 : 1;
  return doors.toSorted((left, right) => {
    const a = sortValue(left, sort);
    const b = sortValue(right, sort);
    if (a === null || b === null) return Number(a === null) - Number(b === null) || inOrder(left.name, right.name);
    const order = typeof a === 'string' || typeof b === 'string' ? inOrder(String(a), String(b)) : a - b;
    return order * direction || inOrder(left.name, right.name);
  });
}

function sortValue(door: DoorRow, sort: DoorSort): string | number | null {
  const { lock } = door;
  switch (sort) {
    case 'name':
      return door.name;
    case 'lock':
      return lock === null ? null : { offline: 0, unknown: 1, online: 2 }[lock.online];
    case 'battery':
      return lock?.battery ?? null;
    case 'codes':
      return lock === null || lock.slots === 0 ? null : Math.max(lock.held, lock.wanted) / lock.slots;
    case 'gateway':
      return lock?.gatewayName ?? null;
    case 'attention':
      return -doorTroubles(door).length;
  }
}

function searchText(door: DoorRow): string {
  const rooms = door.spaces.map((space) => space.name);
  return [door.name, doorTypeTexts[door.type], door.lock?.gatewayName ?? '', ...rooms].join(' ');
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

interface MappableRoom {
  readonly id: SpaceId;
  readonly name: string;
  /** The other doors that the room leads to already. */
  readonly doors: readonly string[];
}

/** Every room of the PMS that may be mapped to a door: those without a door first, then those that lead elsewhere or here. */
export function mappableRooms(
  doors: readonly DoorRow[],
  unmapped: readonly { readonly id: SpaceId; readonly name: string }[],
  here: DoorId,
): readonly MappableRoom[] {
  const rooms = new Map<SpaceId, MappableRoom>(unmapped.map((room) => [room.id, { ...room, doors: [] }]));
  for (const door of doors) {
    for (const space of door.spaces) {
      const elsewhere = rooms.get(space.id)?.doors ?? [];
      rooms.set(space.id, { ...space, doors: door.id === here ? elsewhere : [...elsewhere, door.name] });
    }
  }
  const inOrder = byName();
  return [...rooms.values()].toSorted(
    (left, right) => left.doors.length - right.doors.length || inOrder(left.name, right.name),
  );
}
