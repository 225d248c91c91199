import type { DoorDetails, DoorRow, LockContents, LockView } from '#api/views';
import { isProblem } from '#domain/locks/attention';
import type { Door, Lock } from '#domain/house/door';
import type { DoorId } from '#domain/ids';
import type { Doorcode, Key, KeyDoor, KeyPerson } from '#domain/key/key';
import type { LockEntry } from '#domain/locks/lock-entry';
import type { PropertySettings } from '#domain/house/settings';
import type { InstantText } from '#domain/time/time';
import { doorcodeViewAt } from '#main/keys/doorcode-view';
import type { ListedEntry } from '#main/locks/lock-driver';
import type { View } from '#main/storage/store';

export async function rowOf(view: View, door: Door): Promise<DoorRow> {
  const lock = door.lockId === null ? null : await view.get('locks', door.lockId);
  const entries = lock === null ? [] : await view.find('entries', 'lock', { value: lock.id });
  const spaces = await Promise.all(door.spaceIds.map((id) => view.get('spaces', id)));
  const linked = await Promise.all(door.linkedDoorIds.map((id) => view.get('doors', id)));
  const alerts = (await view.all('alerts')).filter((alert) => alert.doorId === door.id && alert.keyId === null);
  return {
    id: door.id,
    version: door.version,
    name: door.name,
    type: door.type,
    lock: lock === null ? null : await lockView(view, lock, entries),
    spaces: spaces.filter((space) => space !== null).map(({ id, name }) => ({ id, name })),
    linkedDoors: linked.filter((each) => each !== null).map(({ id, name }) => ({ id, name })),
    defaultArrival: door.defaultArrival,
    defaultDeparture: door.defaultDeparture,
    // An offline lock is one thing to see to, however many codes wait for it.
    alerts: alerts.length + (lock?.online === 'offline' ? 1 : entries.filter(isProblem).length),
  };
}

/** The guests whose doorcodes and keycards the door's lock holds, should hold, or still holds. */
export async function credentialsOf(
  view: View,
  door: Door,
  around: { readonly settings: PropertySettings; readonly now: InstantText },
): Promise<DoorDetails['credentials']> {
  const entries = door.lockId === null ? [] : await view.find('entries', 'lock', { value: door.lockId });
  const credentials = [];
  for (const entry of entries) {
    const key = await view.get('keys', entry.keyId);
    const person = key === null ? undefined : carrierOf(key, entry);
    if (key === null || person === undefined) continue;
    const own = await keyDoorBehind(view, key, door.id);
    if (own === null) continue;
    const content = entry.wanted ?? entry.held?.content ?? null;
    const isCode = person.doorcode?.credentialId === entry.credentialId;
    const doorcode = isCode && person.doorcode !== null ? person.doorcode : asDoorcode(entry);
    const facts = { key, door: own, doorcode, hasLock: true, entry, ...around };
    credentials.push({
      keyId: key.id,
      owner: `${person.firstName} ${person.lastName}`.trim(),
      kind: isCode ? ('pin' as const) : ('card' as const),
      from: content?.window.from ?? null,
      to: content?.window.to ?? null,
      state: doorcodeViewAt(facts),
    });
  }
  return credentials.toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1));
}

export async function contentsView(view: View, lock: Lock, listed: readonly ListedEntry[]): Promise<LockContents> {
  const entries = await view.find('entries', 'lock', { value: lock.id });
  const contents = [];
  for (const { tag, name, credentials, window } of listed) {
    const entry = entries.find((each) => each.tag === tag);
    const key = entry === undefined ? null : await view.get('keys', entry.keyId);
    const person = key == null || entry === undefined ? undefined : carrierOf(key, entry);
    contents.push({
      name,
      owner: person === undefined ? null : `${person.firstName} ${person.lastName}`.trim(),
      keyId: key?.id ?? null,
      ours: entry !== undefined,
      credentials,
      from: window?.from ?? null,
      to: window?.to ?? null,
    });
  }
  return { outcome: 'listed', entries: contents };
}

/** Whose doorcode or keycard an entry is. */
function carrierOf({ people }: Key, { credentialId }: LockEntry): KeyPerson | undefined {
  return people.find(
    ({ doorcode, keycards }) =>
      doorcode?.credentialId === credentialId || keycards.some((each) => each.credentialId === credentialId),
  );
}

/** A card at a lock is in the same states as a doorcode; it has no policy there. */
function asDoorcode({ credentialId, wanted, held }: LockEntry): Doorcode {
  const code = (wanted ?? held?.content)?.code ?? null;
  return { credentialId, policy: 'random', asked: null, code, unassigned: null, assignedAt: null };
}

async function lockView(view: View, lock: Lock, entries: readonly LockEntry[]): Promise<LockView> {
  const gateway = await view.get('gateways', lock.gatewayId);
  return {
    id: lock.id,
    name: lock.name,
    gatewayName: gateway?.name ?? '',
    online: lock.online,
    onlineSince: lock.onlineSince,
    lastSeenAt: lock.lastSeenAt,
    battery: lock.battery,
    held: entries.filter(({ held }) => held !== null).length,
    wanted: entries.filter(({ wanted }) => wanted !== null).length,
    slots: lock.limits.slots,
  };
}

/** The key's own door, or the one whose link leads here; for access that is over, any door of the key. */
async function keyDoorBehind(view: View, key: Key, doorId: DoorId): Promise<KeyDoor | null> {
  const own = key.doors.find((each) => each.doorId === doorId);
  if (own !== undefined) return own;
  for (const each of key.doors) {
    const door = await view.get('doors', each.doorId);
    if (door?.linkedDoorIds.includes(doorId) === true) return each;
  }
  return key.doors[0] ?? null;
}
