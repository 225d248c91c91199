import type { AlertView, TimelineView } from '#api/views';
import type { Alert } from '#domain/alerts/alert';
import type { DoorId, KeyId } from '#domain/ids';
import type { TimelineEntry } from '#domain/key/timeline';
import type { View } from '#main/storage/store';
import { nameOf } from '#domain/text/names';

export async function timelineViews(view: View, entries: readonly TimelineEntry[]): Promise<readonly TimelineView[]> {
  const names = await namesFor(view, entries);
  return entries.map(({ id, at, by, kind, doorId, keyId, facts }) => ({
    id,
    at,
    by,
    kind,
    keyId,
    facts,
    doorName: names.ofDoor(doorId),
    owner: names.ofOwner(keyId),
  }));
}

export async function alertViews(view: View, alerts: readonly Alert[]): Promise<readonly AlertView[]> {
  const names = await namesFor(view, alerts);
  return alerts.map(({ id, kind, raisedAt, keyId, doorId, lockId, facts }) => ({
    id,
    kind,
    raisedAt,
    keyId,
    doorId,
    lockId,
    facts,
    doorName: names.ofDoor(doorId),
    owner: names.ofOwner(keyId),
  }));
}

interface Subject {
  readonly doorId: DoorId | null;
  readonly keyId: KeyId | null;
}

/** The names of everything that these lines speak of, in one store call. */
async function namesFor(view: View, lines: readonly Subject[]) {
  const { doors, keys } = await view.getMany({
    doors: { collection: 'doors', ids: lines.flatMap(({ doorId }) => doorId ?? []) },
    keys: { collection: 'keys', ids: lines.flatMap(({ keyId }) => keyId ?? []) },
  });
  return {
    ofDoor: (id: DoorId | null): string | null => doors.get(id ?? '')?.name ?? null,
    ofOwner: (id: KeyId | null): string | null => {
      const [owner] = keys.get(id ?? '')?.people ?? [];
      return owner === undefined ? null : nameOf(owner);
    },
  };
}
