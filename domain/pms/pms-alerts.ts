import type { AlertKind } from '#domain/alerts/alert';
import { alertId, type AlertDraft } from '#domain/alerts/alert-draft';
import type { Key } from '#domain/key/key';
import { isLive as isLiveKey, protectedDoors } from '#domain/key/key-status';
import type { ReservationChange } from './reservation-change.ts';

/** What a stay leaves for a person to do, and what no longer is. */
export function alertsOf(
  change: ReservationChange,
  key: Key | null,
): { readonly raise: readonly AlertDraft[]; readonly clear: readonly string[] } {
  const { after, doorsOfSpace, settings, now } = change;
  const isOpen = after.state === 'expected' || after.state === 'in-house';
  const isLive = key !== null && isOpen && isLiveKey(key);
  const hasOutlived = !isOpen && key !== null && key.revoked === null;
  const kept = hasOutlived ? protectedDoors(key.doors, settings.zone, now) : [];
  const holds: Readonly<Record<'room-not-mapped' | 'room-inactive' | 'protected-door-cancelled', boolean>> = {
    'room-not-mapped': isLive && after.spaceId !== null && doorsOfSpace.length === 0,
    'room-inactive': isLive && !change.isRoomInUse,
    'protected-door-cancelled': kept.length > 0,
  };
  const draft = (kind: AlertKind, doorId: AlertDraft['doorId']): AlertDraft => ({
    id: alertId(kind, after.id),
    kind,
    keyId: key?.id ?? null,
    doorId,
    lockId: null,
    reservationId: after.id,
    facts: { number: after.number, ...(after.spaceName === null ? {} : { room: after.spaceName }) },
  });
  const raise = [
    ...(holds['room-not-mapped'] ? [draft('room-not-mapped', null)] : []),
    ...(holds['room-inactive'] ? [draft('room-inactive', null)] : []),
    ...(holds['protected-door-cancelled'] ? [draft('protected-door-cancelled', kept[0]?.doorId ?? null)] : []),
  ];
  const kinds = ['room-not-mapped', 'room-inactive', 'protected-door-cancelled'] as const;
  const over = kinds.filter((kind) => !holds[kind]).map((kind) => alertId(kind, after.id));
  // Once raised here, by the stay; now by the key (`key-alerts.ts`).
  return { raise, clear: [...over, alertId('no-room-assigned', after.id)] };
}
