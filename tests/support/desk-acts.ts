import type { StaffId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import type { TimelineEntry, TimelineKind } from '#domain/key/timeline';
import type { Hotel } from './portal-harness.ts';

export const clerk: Actor = { kind: 'staff', staffId: 'rosa' as StaffId, name: 'Rosa' };

/** The entries of one kind in a door's log, oldest first. */
export async function doorLogOf(hotel: Hotel, door: string, kind: TimelineKind): Promise<readonly TimelineEntry[]> {
  const { id } = await hotel.doorNamed(door);
  const log = await hotel.disk.read((view) => view.find('timeline', 'door', { value: id }));
  return log.filter((entry) => entry.kind === kind);
}

/** Whole minutes from the first of them. */
export function minutesOf(entries: readonly TimelineEntry[]): readonly number[] {
  const [first] = entries;
  const start = Date.parse(first?.at ?? '');
  return entries.map(({ at }) => Math.round((Date.parse(at) - start) / 60_000));
}
