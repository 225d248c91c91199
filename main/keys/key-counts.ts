import type { KeyCounts } from '#api/key-counts';
import { isNotAllowed } from '#domain/key/opened-doors';
import type { View } from '#main/storage/store';
import { inTrouble, troubledIds } from './matching-keys.ts';

/** The tabs, and what stands above the list. Two store calls. */
export async function keyCounts(view: View): Promise<KeyCounts> {
  const found = await view.getMany({
    upcoming: { collection: 'keys', index: 'status', count: { value: 'upcoming' } },
    current: { collection: 'keys', index: 'status', count: { value: 'current' } },
    past: { collection: 'keys', index: 'status', count: { value: 'past' } },
    revoked: { collection: 'keys', index: 'status', count: { value: 'revoked' } },
    notAllowed: { collection: 'keys', index: 'notAllowed', count: { value: 'current' } },
    late: { collection: 'reservations', index: 'late', places: {} },
    ...inTrouble,
  });
  const { upcoming, current, past, revoked, notAllowed } = found;
  const late = await lateAndNotAllowed(
    view,
    found.late.map(({ id }) => id),
  );
  return { upcoming, current, past, revoked, needAttention: troubledIds(found).length, notAllowed, late };
}

/** Current keys of which Portal heard late, and of which a door still waits for somebody to allow it. */
async function lateAndNotAllowed(view: View, reservationIds: readonly string[]): Promise<number> {
  const { keys } = await view.getMany({ keys: { collection: 'keys', index: 'reservation', values: reservationIds } });
  return [...keys.values()].flat().filter(({ status, doors }) => status === 'current' && doors.some(isNotAllowed))
    .length;
}
