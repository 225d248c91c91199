import type { Door } from '#domain/house/door';
import type { Space } from '#domain/stay/reservation';
import type { Base } from '#main/base';
import { replanStay } from '#main/reservations/apply-stay';
import type { Transaction, View } from '#main/storage/store';
import { changeAlerts, record } from '#main/timeline/record';

/**
 * Leads rooms without a door to the door of the same name that leads to no room that is left. Two rooms of one name could be
 * either: neither is mapped, and staff are told (`noteSameNames`).
 */
export async function mapByName(transaction: Transaction, base: Base, spaces: readonly Space[]): Promise<void> {
  const candidates = await unmappedRooms(transaction);
  const asked = new Set(spaces.map(({ id }) => id));
  for (const [name, rooms] of candidates) {
    const [room, ...others] = rooms;
    if (room === undefined || others.length > 0 || !asked.has(room.id)) continue;
    const [door, ...more] = await freeDoors(transaction, name);
    if (door !== undefined && more.length === 0) await mapDoor(transaction, base, door, room);
  }
  await noteSameNames(transaction, base);
}

/** One alert for all names that several rooms have while a door waits for one of them; it goes when they are mapped by hand. */
export async function noteSameNames(transaction: Transaction, base: Base): Promise<void> {
  const names: string[] = [];
  for (const [name, [room, ...others]] of await unmappedRooms(transaction)) {
    if (room === undefined || others.length === 0) continue;
    if ((await freeDoors(transaction, name)).length > 0) names.push(room.name);
  }
  const id = 'rooms-same-name/property';
  const facts = { names: names.toSorted().slice(0, 10).join(', '), count: String(names.length) };
  const raise = names.length === 0 ? [] : [{ id, kind: 'rooms-same-name' as const, facts }];
  await changeAlerts(transaction, base.clock.now(), { raise, clear: names.length === 0 ? [id] : [] });
}

/** Rooms and beds that count and lead to no door, by their names as a door would have them. */
async function unmappedRooms(view: View): Promise<ReadonlyMap<string, readonly Space[]>> {
  const gone = await removedConnections(view);
  const rooms = (await view.all('spaces')).filter((space) => isAsleepIn(space) && !gone.has(space.connectionId));
  const ids = rooms.map(({ id }) => id);
  const { doors } = await view.getMany({ doors: { collection: 'doors', index: 'space', values: ids } });
  const unmapped = rooms.filter(({ id }) => (doors.get(id) ?? []).length === 0);
  return Map.groupBy(unmapped, ({ name }) => name.toLowerCase());
}

/** Doors of this name that no room is left for: those that they led to are out of use, or of a PMS that was removed. */
async function freeDoors(view: View, name: string): Promise<readonly Door[]> {
  const named = await view.find('doors', 'name', { value: name });
  const { spaces } = await view.getMany({
    spaces: { collection: 'spaces', ids: named.flatMap(({ spaceIds }) => spaceIds) },
  });
  const gone = await removedConnections(view);
  const isLeft = (id: Space['id']): boolean => {
    const space = spaces.get(id);
    return space !== undefined && space.active && !gone.has(space.connectionId);
  };
  return named.filter(({ spaceIds }) => !spaceIds.some(isLeft));
}

async function removedConnections(view: View): Promise<ReadonlySet<string>> {
  const connections = await view.all('pms');
  return new Set(connections.filter(({ removedAt }) => removedAt !== null).map(({ id }) => id));
}

function isAsleepIn({ active, kind }: Space): boolean {
  return active && (kind === 'room' || kind === 'bed');
}

/** Rooms that it led to before stay with it: guests may still be in them. */
async function mapDoor(transaction: Transaction, base: Base, door: Door, space: Space): Promise<void> {
  const spaceIds = [...door.spaceIds, space.id];
  await transaction.put('doors', { ...door, version: door.version + 1, spaceIds });
  const note = { kind: 'door-mapped' as const, doorId: door.id, facts: { room: space.name, how: 'by-name' } };
  await record(transaction, { at: base.clock.now(), by: { kind: 'portal' }, notes: [note] });
  await replanSpace(transaction, base, space.id);
}

/** Every stay that may still need the room's doors follows its new mapping; so do those in its beds. */
export async function replanSpace(transaction: Transaction, base: Base, id: Space['id']): Promise<void> {
  const beds = (await transaction.all('spaces')).filter(({ parentId }) => parentId === id).map((bed) => bed.id);
  for (const each of [id, ...beds]) {
    const stays = await transaction.find('reservations', 'space', { value: each });
    const open = stays.filter(({ state }) => state === 'expected' || state === 'in-house');
    for (const stay of open) await replanStay(transaction, base, stay.id);
  }
}
