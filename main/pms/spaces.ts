import { isDeepStrictEqual } from 'node:util';
import type { Door } from '#domain/house/door';
import type { Space } from '#domain/stay/reservation';
import { spaceId } from '#domain/ids';
import type { Base } from '#main/base';
import { replanStay } from '#main/reservations/apply-stay';
import type { Transaction } from '#main/storage/store';
import { record } from '#main/timeline/record';
import type { PmsSpace } from './pms-connector.ts';
import type { PmsSource } from './pms-source.ts';

/**
 * Stores a connection's rooms and leads each new one to the door of the same name, once: what staff mapped, or unmapped, by hand
 * is never touched.
 */
export async function storeSpaces(base: Base, { connection }: PmsSource, told: readonly PmsSpace[]): Promise<void> {
  const known = await base.store.read((view) => view.all('spaces'));
  const spaces = told.map((space): Space => ({
    ...space,
    id: spaceIdAt(connection, space.id),
    connectionId: connection.id,
    parentId: space.parentId === null ? null : spaceIdAt(connection, space.parentId),
  }));
  const before = new Map(known.map((space) => [space.id, space]));
  const changed = spaces.filter((space) => !isDeepStrictEqual(before.get(space.id), space));
  if (changed.length === 0) return;
  await base.store.transact(async (transaction) => {
    for (const space of changed) await transaction.put('spaces', space);
    await mapByName(
      transaction,
      base,
      changed.filter((space) => !before.has(space.id)),
    );
  });
}

/** Portal's id of a room that the connection's PMS calls `id`. */
export function spaceIdAt({ spacePrefix }: PmsSource['connection'], id: string): Space['id'] {
  return spaceId.parse(`${spacePrefix}${id}`);
}

/** Leads rooms without a door to the door of the same name that has no room yet. */
export async function mapByName(transaction: Transaction, base: Base, spaces: readonly Space[]): Promise<void> {
  for (const space of spaces) {
    if (!space.active || space.kind === 'other') continue;
    const mapped = await transaction.find('doors', 'space', { value: space.id });
    if (mapped.length > 0) continue;
    const named = await transaction.find('doors', 'name', { value: space.name.toLowerCase() });
    const door = named.find((each) => each.spaceIds.length === 0);
    if (door !== undefined) await mapDoor(transaction, base, door, space);
  }
}

async function mapDoor(transaction: Transaction, base: Base, door: Door, space: Space): Promise<void> {
  await transaction.put('doors', { ...door, version: door.version + 1, spaceIds: [space.id] });
  const note = { kind: 'door-mapped' as const, doorId: door.id, facts: { room: space.name, how: 'by-name' } };
  await record(transaction, { at: base.clock.now(), by: { kind: 'portal' }, notes: [note] });
  await replanSpace(transaction, base, space.id);
}

/** Every stay that may still need the room's doors follows its new mapping. */
export async function replanSpace(transaction: Transaction, base: Base, id: Space['id']): Promise<void> {
  const stays = await transaction.find('reservations', 'space', { value: id });
  const open = stays.filter(({ state }) => state === 'expected' || state === 'in-house');
  for (const stay of open) await replanStay(transaction, base, stay.id);
}
