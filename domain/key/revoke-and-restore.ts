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
  if (key.revoked === null || !mayOpen(key, context)) return refused('key-not-restorable');
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
  if (key.revoked !== null || door.revoked === null || !mayOpen(key, context)) return refused('key-not-restorable');
  return changed(replaceDoor(key, { ...door, revoked: null }), context, {
    notes: [{ kind: 'door-restored', doorId }],
    codeNeeded: true,
  });
}

function mayOpen(key: Key, { reservation, zone, at }: EditContext): boolean {
  if (reservation !== null && reservation.state !== 'expected' && reservation.state !== 'in-house') return false;
  const isAhead = (door: KeyDoor): boolean => departureInstant(door.departure, zone) > at;
  return key.doors.length === 0 || key.doors.some(isAhead);
}
