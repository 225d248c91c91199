import type { AlertView, TimelineView } from '#api/views';
import type { Alert } from '#domain/alerts/alert';
import type { DoorId, KeyId } from '#domain/ids';
import type { TimelineEntry } from '#domain/key/timeline';
import type { View } from '#main/storage/store';

export async function timelineViews(view: View, entries: readonly TimelineEntry[]): Promise<readonly TimelineView[]> {
  const nameDoor = doorNames(view);
  const nameOwner = ownerNames(view);
  const views = [];
  for (const { id, at, by, kind, doorId, keyId, facts } of entries) {
    views.push({ id, at, by, kind, keyId, facts, doorName: await nameDoor(doorId), owner: await nameOwner(keyId) });
  }
  return views;
}

export async function alertViews(view: View, alerts: readonly Alert[]): Promise<readonly AlertView[]> {
  const nameDoor = doorNames(view);
  const nameOwner = ownerNames(view);
  const views = [];
  for (const { id, kind, raisedAt, keyId, doorId, lockId, facts } of alerts) {
    const names = { doorName: await nameDoor(doorId), owner: await nameOwner(keyId) };
    views.push({ id, kind, raisedAt, keyId, doorId, lockId, facts, ...names });
  }
  return views;
}

/** Looks each door up once. */
function doorNames(view: View): (id: DoorId | null) => Promise<string | null> {
  return remembered(async (id) => (await view.get('doors', id))?.name ?? null);
}

function ownerNames(view: View): (id: KeyId | null) => Promise<string | null> {
  return remembered(async (id) => {
    const [owner] = (await view.get('keys', id))?.people ?? [];
    return owner === undefined ? null : `${owner.firstName} ${owner.lastName}`.trim();
  });
}

function remembered<Id extends string>(
  ask: (id: Id) => Promise<string | null>,
): (id: Id | null) => Promise<string | null> {
  const known = new Map<Id, string | null>();
  return async (id) => {
    if (id === null) return null;
    if (!known.has(id)) known.set(id, await ask(id));
    return known.get(id) ?? null;
  };
}
