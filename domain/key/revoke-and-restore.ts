import { departureInstant } from './access-window.ts';
import type { DoorId } from '#domain/ids';
import { changed, refused, replaceDoor, type EditContext, type KeyEdit } from './key-edit.ts';
import type { Key, KeyDoor } from './key.ts';

/** Staff take access away and give it back: for the whole key, or for one of its doors. */

/** Final for the PMS: no later update brings the key back. Revoking what the PMS has revoked makes it final too. */
export function revokeKey(key: Key, context: EditContext): KeyEdit {
  const revoked = { at: context.at, by: context.by, reason: 'staff' as const };
  return changed({ ...key, revoked }, context, {
    notes: [{ kind: 'key-revoked', facts: { reason: 'staff' } }],
    codeNeeded: false,
  });
}

/** Only while the reservation is active, or the manual key's window is not past. */
export function restoreKey(key: Key, context: EditContext): KeyEdit {
  if (!mayRestoreKey(key, context)) return refused('key-not-restorable');
  return changed({ ...key, revoked: null }, context, { notes: [{ kind: 'key-restored' }], codeNeeded: true });
}

export function revokeDoor(key: Key, doorId: DoorId, context: EditContext): KeyEdit {
  const door = key.doors.find((each) => each.doorId === doorId);
  if (door === undefined) return refused('not-found');
  const revoked = { at: context.at, by: context.by };
  return changed(replaceDoor(key, { ...door, revoked }), context, {
    notes: [{ kind: 'door-revoked', doorId }],
    codeNeeded: false,
  });
}

/** Refused on a revoked key: the key is restored first. */
export function restoreDoor(key: Key, doorId: DoorId, context: EditContext): KeyEdit {
  const door = key.doors.find((each) => each.doorId === doorId);
  if (door === undefined) return refused('not-found');
  if (!mayRestoreDoor(key, door, context)) return refused('key-not-restorable');
  return changed(replaceDoor(key, { ...door, revoked: null }), context, {
    notes: [{ kind: 'door-restored', doorId }],
    codeNeeded: true,
  });
}

type RestoreContext = Pick<EditContext, 'reservation' | 'zone' | 'at'>;

/** Whether Restore would give access back: offered only then. A guest who overstayed is given a later departure first. */
export function mayRestoreKey(key: Key, context: RestoreContext): boolean {
  return key.revoked !== null && mayOpen(key, context);
}

/** The same for one door of a key that is not revoked itself. */
export function mayRestoreDoor(key: Key, door: KeyDoor, context: RestoreContext): boolean {
  return key.revoked === null && door.revoked !== null && mayOpen(key, context);
}

function mayOpen(key: Key, { reservation, zone, at }: RestoreContext): boolean {
  if (reservation !== null && reservation.state !== 'expected' && reservation.state !== 'in-house') return false;
  const isAhead = (door: KeyDoor): boolean => departureInstant(door.departure, zone) > at;
  return key.doors.length === 0 || key.doors.some(isAhead);
}
