import type { DoorId } from '#domain/ids';
import type { EditContext, KeyEdit } from './key-edit.ts';
import { changed } from './key-edit.ts';
import type { Key, KeyDoor } from './key.ts';

/**
 * Somebody else gets a room that this key's guest is moving out of: the grace period there is over now, so that there is
 * no moment at which both open it (two guests who swap rooms).
 *
 * @returns null when no grace period is running at these doors.
 */
export function endGrace(key: Key, doorIds: readonly DoorId[], context: EditContext): KeyEdit | null {
  const inGrace = (door: KeyDoor): boolean =>
    doorIds.includes(door.doorId) && door.leavesAt !== null && door.leavesAt > context.at;
  const ending = key.doors.filter(inGrace);
  if (ending.length === 0) return null;
  const doors = key.doors.map((door) => (inGrace(door) ? { ...door, leavesAt: context.at } : door));
  const notes = ending.map(({ doorId }) => ({
    kind: 'key-changed' as const,
    doorId,
    facts: { change: 'room-left', leavesAt: context.at },
  }));
  return changed({ ...key, doors }, context, { notes, codeNeeded: false });
}
