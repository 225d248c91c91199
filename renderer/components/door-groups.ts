import type { DoorRow } from '#api/views';
import { doorTypes } from '#domain/house/door';
import type { DoorId } from '#domain/ids';
import { doorTypeTexts } from '../text/doors.ts';
import { doorChoiceTexts as texts } from '../text/people.ts';

/** Several doors that are chosen with one act. */
export interface DoorGroup {
  readonly id: string;
  readonly label: string;
  readonly doorIds: readonly DoorId[];
}

export type DoorOfChoice = Pick<DoorRow, 'id' | 'name' | 'type'>;

/** All rooms, each floor's rooms, and all doors of a kind; only groups of more than one door. */
export function doorGroups(doors: readonly DoorOfChoice[]): readonly DoorGroup[] {
  const rooms = doors.filter(({ type }) => type === 'private-room' || type === 'shared-room');
  const floors = Map.groupBy(rooms, ({ name }) => floorOf(name));
  const all = { id: 'all-rooms', label: texts.allRooms(rooms.length), doorIds: idsOf(rooms) };
  const ofFloors = [...floors].flatMap(([floor, on]) =>
    floor === null ? [] : [{ id: `floor/${floor}`, label: texts.floor(floor, on.length), doorIds: idsOf(on) }],
  );
  const ofTypes = doorTypes
    .filter((type) => type !== 'private-room')
    .map((type) => {
      const those = doors.filter((door) => door.type === type);
      return { id: `type/${type}`, label: texts.ofType(doorTypeTexts[type], those.length), doorIds: idsOf(those) };
    });
  return [all, ...ofFloors, ...ofTypes].filter(({ doorIds }) => doorIds.length > 1);
}

/** By the custom of hotels: 204 and 1217 are on the floors 2 and 12. null: the name tells no floor. */
export function floorOf(name: string): string | null {
  return /^(\d{1,2})\d{2}\D?$/.exec(name)?.[1] ?? null;
}

function idsOf(doors: readonly DoorOfChoice[]): readonly DoorId[] {
  return doors.map(({ id }) => id);
}
