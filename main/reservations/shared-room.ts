import { alertId } from '#domain/alerts/alert-draft';
import type { SpaceId } from '#domain/ids';
import type { Reservation } from '#domain/stay/reservation';
import type { Base } from '#main/base';
import type { Transaction, View } from '#main/storage/store';
import { changeAlerts, type AlertNote } from '#main/timeline/record';
import { roomDoors } from './room-doors.ts';

/**
 * Two stays in house in one room open the same door: somebody was not checked out, or was checked in to the wrong room. One alert
 * a room, about the one whose departure is the earlier; guests of one group share a room on purpose.
 */
export async function noteSharedRooms(
  transaction: Transaction,
  base: Base,
  changed: readonly (Pick<Reservation, 'spaceId'> | null)[],
): Promise<void> {
  const ids = new Set(changed.flatMap((stay) => stay?.spaceId ?? []));
  for (const id of ids) {
    const alert = await sharedRoom(transaction, id);
    const raise = alert === null ? [] : [alert];
    await changeAlerts(transaction, base.clock.now(), { raise, clear: alert === null ? [alertIdOf(id)] : [] });
  }
}

async function sharedRoom(view: View, id: SpaceId): Promise<AlertNote | null> {
  const stays = await view.find('reservations', 'space', { value: id });
  const inHouse = stays
    .filter(({ state }) => state === 'in-house')
    .toSorted((one, other) => (one.scheduledDeparture < other.scheduledDeparture ? -1 : 1));
  const [first, ...others] = inHouse;
  const other = others.find(({ groupId }) => groupId === null || groupId !== first?.groupId);
  if (first === undefined || other === undefined) return null;
  const [key] = await view.find('keys', 'reservation', { value: first.id });
  const [door] = (await roomDoors(view, [id])).get(id) ?? [];
  return {
    id: alertIdOf(id),
    kind: 'room-shared',
    keyId: key?.id ?? null,
    doorId: door?.id ?? null,
    reservationId: first.id,
    facts: { room: first.spaceName ?? '', number: first.number, other: nameOf(other), otherNumber: other.number },
  };
}

function nameOf({ guests, number }: Reservation): string {
  const guest = guests.find(({ primary }) => primary) ?? guests[0];
  const name = guest === undefined ? '' : `${guest.firstName} ${guest.lastName}`.trim();
  return name === '' ? number : name;
}

function alertIdOf(id: SpaceId): string {
  return alertId('room-shared', id);
}
