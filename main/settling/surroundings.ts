import type { Door, Lock } from '#domain/house/door';
import { AppError } from '#domain/failure';
import type { DoorId, LockId } from '#domain/ids';
import type { Key } from '#domain/key/key';
import type { Reservation } from '#domain/stay/reservation';
import type { PropertySettings } from '#domain/house/settings';
import type { View } from '#main/storage/store';

/** What a key stands in. */
export interface Surroundings {
  readonly reservation: Reservation | null;
  readonly settings: PropertySettings;
  readonly doors: ReadonlyMap<DoorId, Door>;
  readonly locks: ReadonlyMap<LockId, Lock>;
}

/** The doors and locks a key leads to, linked doors included, its reservation and the property's settings. */
export async function surroundings(view: View, key: Key): Promise<Surroundings> {
  const settings = await view.get('settings', 'property');
  if (settings === null) throw new AppError('internal', 'settling a key before the property is set up');
  const reservation = key.reservationId === null ? null : await view.get('reservations', key.reservationId);
  const main = await doorsOf(
    view,
    key.doors.map(({ doorId }) => doorId),
  );
  const linked = await doorsOf(
    view,
    main.flatMap(({ linkedDoorIds }) => linkedDoorIds),
  );
  const doors = new Map([...main, ...linked].map((door) => [door.id, door]));
  const locks = new Map<LockId, Lock>();
  for (const { lockId } of doors.values()) {
    const lock = lockId === null ? null : await view.get('locks', lockId);
    if (lock !== null) locks.set(lock.id, lock);
  }
  return { reservation, settings, doors, locks };
}

async function doorsOf(view: View, ids: readonly DoorId[]): Promise<readonly Door[]> {
  const doors = await Promise.all([...new Set(ids)].map((id) => view.get('doors', id)));
  return doors.filter((door) => door !== null);
}
