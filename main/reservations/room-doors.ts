import type { Door } from '#domain/house/door';
import type { SpaceId } from '#domain/ids';
import type { View } from '#main/storage/store';

/** The doors that each of these rooms of the PMS leads to: a bed leads to its own, a locker say, and to its room's. */
export async function roomDoors(view: View, ids: readonly SpaceId[]): Promise<ReadonlyMap<SpaceId, readonly Door[]>> {
  if (ids.length === 0) return new Map();
  const { spaces, own } = await view.getMany({
    spaces: { collection: 'spaces', ids },
    own: { collection: 'doors', index: 'space', values: ids },
  });
  const parentIds = [...spaces.values()].flatMap(({ parentId }) => parentId ?? []);
  const { parents } =
    parentIds.length === 0
      ? { parents: new Map<string, readonly Door[]>() }
      : await view.getMany({ parents: { collection: 'doors', index: 'space', values: parentIds } });
  return new Map(
    ids.map((id) => {
      const doors = [...(own.get(id) ?? []), ...(parents.get(spaces.get(id)?.parentId ?? '') ?? [])];
      return [id, [...new Map(doors.map((door) => [door.id, door])).values()]] as const;
    }),
  );
}
