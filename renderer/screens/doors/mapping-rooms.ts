import type { DoorId, SpaceId } from '#domain/ids';
import type { DoorRow } from '#api/views';

export interface MappableRoom {
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
  return [...rooms.values()].toSorted(
    (left, right) => left.doors.length - right.doors.length || natural.compare(left.name, right.name),
  );
}

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
