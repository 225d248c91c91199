import { departureInstant } from './access-window.ts';
import { addDoor, removeDoor, type DoorSettings } from './door-edits.ts';
import type { DoorId } from '#domain/ids';
import { changed, refused, type EditContext, type KeyEdit } from './key-edit.ts';
import type { Key } from './key.ts';
import { isStanding } from './opened-doors.ts';
import type { LocalDateTime } from '#domain/time/time';

/** What staff change of a whole key at once: its dates, several doors, the room of a manual key. */

export interface StayPeriod {
  readonly arrival: LocalDateTime;
  readonly departure: LocalDateTime;
}

/**
 * Extend or shorten the stay: one Access Period for every door that still counts, staff's from now on. A room that the
 * guest has left and a revoked door stay as they were. Refused when the key would be over already.
 */
export function changeStay(key: Key, { arrival, departure }: StayPeriod, context: EditContext): KeyEdit {
  if (departure <= arrival || departureInstant(departure, context.zone) <= context.at) return refused('invalid-input');
  if (key.revoked !== null || !key.doors.some(isStanding)) return refused('invalid-input');
  const doors = key.doors.map((door) => {
    if (!isStanding(door)) return door;
    const given = [
      ...(door.arrival === arrival ? [] : ['arrival' as const]),
      ...(door.departure === departure ? [] : ['departure' as const]),
    ];
    return { ...door, arrival, departure, staffSet: [...new Set([...door.staffSet, ...given])] };
  });
  return changed({ ...key, doors }, context, {
    notes: [{ kind: 'key-changed', facts: { change: 'stay-changed', arrival, departure } }],
    codeNeeded: true,
  });
}

/** Several doors at once, in one version. */
export function addDoors(key: Key, doorIds: readonly DoorId[], settings: DoorSettings, context: EditContext): KeyEdit {
  if (doorIds.length === 0) return refused('invalid-input');
  return inOneVersion(key, doorIds, (present, doorId) => addDoor(present, doorId, settings, context));
}

/**
 * A manual key's guest moves to another room: the new door is opened as the old one was, the old one is taken off. Keys of
 * a PMS move with their reservation.
 */
export function moveRoom(
  key: Key,
  rooms: { readonly from: DoorId; readonly to: DoorId },
  context: EditContext,
): KeyEdit {
  const old = key.doors.find(({ doorId }) => doorId === rooms.from);
  if (old === undefined) return refused('not-found');
  if (key.source !== 'manual' || old.revoked !== null) return refused('invalid-input');
  const { arrival, departure, weekdays, hours, allowProvisioning, allowLinkedDoors } = old;
  const settings = { arrival, departure, weekdays, hours, allowProvisioning, allowLinkedDoors };
  return inOneVersion(key, ['add', 'remove'] as const, (present, step) =>
    step === 'add' ? addDoor(present, rooms.to, settings, context) : removeDoor(present, rooms.from, context),
  );
}

/** What staff did is one version, however many steps it takes; one refused step refuses all. */
function inOneVersion<Step>(key: Key, steps: readonly Step[], edit: (key: Key, step: Step) => KeyEdit): KeyEdit {
  let whole: KeyEdit = { outcome: 'changed', key, notes: [], codeNeeded: false };
  for (const step of steps) {
    const next = edit(whole.key, step);
    if (next.outcome === 'refused') return next;
    whole = {
      outcome: 'changed',
      key: { ...next.key, version: key.version + 1 },
      notes: [...whole.notes, ...next.notes],
      codeNeeded: whole.codeNeeded || next.codeNeeded,
    };
  }
  return whole;
}
