import { isDeepStrictEqual } from 'node:util';
import type { Space } from '#domain/stay/reservation';
import { spaceId } from '#domain/ids';
import type { Base } from '#main/base';
import { mapByName, replanSpace } from './map-by-name.ts';
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
    const turned = changed.filter((space) => before.has(space.id) && before.get(space.id)?.active !== space.active);
    for (const space of turned) await replanSpace(transaction, base, space.id);
  });
}

/** Portal's id of a room that the connection's PMS calls `id`. */
export function spaceIdAt({ spacePrefix }: PmsSource['connection'], id: string): Space['id'] {
  return spaceId.parse(`${spacePrefix}${id}`);
}
