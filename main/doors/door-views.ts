import type { DoorDetails, DoorRow, LockContents, LockView } from '#api/views';
import { isProblem } from '#domain/locks/entry-problem';
import type { Door, Lock } from '#domain/house/door';
import type { DoorId } from '#domain/ids';
import type { Doorcode, Key, KeyDoor, KeyPerson } from '#domain/key/key';
import type { LockEntry } from '#domain/locks/lock-entry';
import { isOf } from '#domain/locks/lock-places';
import type { PropertySettings } from '#domain/house/settings';
import type { InstantText } from '#domain/time/time';
import { doorcodeState } from '#domain/situation/doorcode-state';
import type { ListedEntry } from '#main/locks/lock-driver';
import type { View } from '#main/storage/store';
import { nameOf } from '#domain/text/names';

/** A line for each of these doors: two store calls, however many they are. */
export async function doorRows(view: View, doors: readonly Door[]): Promise<readonly DoorRow[]> {
  const lockIds = doors.flatMap(({ lockId }) => lockId ?? []);
  const found = await view.getMany({
    locks: { collection: 'locks', ids: lockIds },
    entries: { collection: 'entries', index: 'lock', values: lockIds },
    spaces: { collection: 'spaces', ids: doors.flatMap(({ spaceIds }) => spaceIds) },
    linked: { collection: 'doors', ids: doors.flatMap(({ linkedDoorIds }) => linkedDoorIds) },
    gateways: { collection: 'gateways', all: true },
    alerts: { collection: 'alerts', all: true },
  });
  const gateways = new Map(found.gateways.map((gateway) => [gateway.id, gateway]));
  return doors.map((door) => {
    const lock = found.locks.get(door.lockId ?? '') ?? null;
    const entries = found.entries.get(door.lockId ?? '') ?? [];
    const alerts = found.alerts.filter((alert) => alert.doorId === door.id && alert.keyId === null);
    return {
      id: door.id,
      version: door.version,
      name: door.name,
      type: door.type,
      lock: lock === null ? null : lockView(lock, gateways.get(lock.gatewayId)?.name ?? '', entries),
      spaces: door.spaceIds.flatMap((id) => found.spaces.get(id) ?? []).map(({ id, name }) => ({ id, name })),
      linkedDoors: door.linkedDoorIds.flatMap((id) => found.linked.get(id) ?? []).map(({ id, name }) => ({ id, name })),
      defaultArrival: door.defaultArrival,
      defaultDeparture: door.defaultDeparture,
      // An offline lock is one thing to see to, however many codes wait for it.
      alerts: alerts.length + (lock?.online === 'offline' ? 1 : entries.filter(isProblem).length),
    };
  });
}

/** The guests whose doorcodes and keycards the door's lock holds, should hold, or still holds. */
export async function credentialsOf(
  view: View,
  door: Door,
  around: { readonly settings: PropertySettings; readonly now: InstantText },
): Promise<DoorDetails['credentials']> {
  const entries = door.lockId === null ? [] : await view.find('entries', 'lock', { value: door.lockId });
  const { keys } = await view.getMany({ keys: { collection: 'keys', ids: entries.map(({ keyId }) => keyId) } });
  const owns = [...keys.values()].flatMap((key) => key.doors.map(({ doorId }) => doorId));
  const { doors, locks } = await view.getMany({
    doors: { collection: 'doors', ids: owns },
    locks: { collection: 'locks', ids: door.lockId === null ? [] : [door.lockId] },
  });
  const lock = locks.get(door.lockId ?? '') ?? null;
  const credentials = entries.flatMap((entry) => {
    const key = keys.get(entry.keyId);
    const person = key === undefined ? undefined : carrierOf(key, entry);
    const own = key === undefined ? null : keyDoorBehind(key, door.id, doors);
    if (key === undefined || person === undefined || own === null) return [];
    const content = entry.wanted ?? entry.held?.content ?? null;
    const isCode = person.doorcode?.credentialId === entry.credentialId;
    const doorcode = isCode && person.doorcode !== null ? person.doorcode : asDoorcode(entry);
    return [
      {
        keyId: key.id,
        owner: nameOf(person),
        kind: isCode ? ('pin' as const) : ('card' as const),
        from: content?.window.from ?? null,
        to: content?.window.to ?? null,
        state: doorcodeState({ key, own, doorcode, lock, entry, ...around }),
      },
    ];
  });
  return credentials.toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1));
}

export async function contentsView(view: View, lock: Lock, listed: readonly ListedEntry[]): Promise<LockContents> {
  const entries = await view.find('entries', 'lock', { value: lock.id });
  const { keys } = await view.getMany({ keys: { collection: 'keys', ids: entries.map(({ keyId }) => keyId) } });
  const contents = listed.map(({ tag, ref, name, credentials, window }) => {
    const entry = entries.find((each) => isOf(lock, each, { tag, ref }));
    const key = entry === undefined ? undefined : keys.get(entry.keyId);
    const person = key === undefined || entry === undefined ? undefined : carrierOf(key, entry);
    return {
      name,
      owner: person === undefined ? null : nameOf(person),
      keyId: key?.id ?? null,
      ours: entry !== undefined,
      credentials,
      from: window?.from ?? null,
      to: window?.to ?? null,
    };
  });
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

function lockView(lock: Lock, gatewayName: string, entries: readonly LockEntry[]): LockView {
  return {
    id: lock.id,
    name: lock.name,
    gatewayName,
    online: lock.online,
    onlineSince: lock.onlineSince,
    lastSeenAt: lock.lastSeenAt,
    battery: lock.battery,
    held: entries.filter(({ held }) => held !== null).length,
    wanted: entries.filter(({ wanted }) => wanted !== null).length,
    slots: lock.limits.places,
    proof: lock.limits.proof,
  };
}

/** The key's own door, or the one whose link leads here; for access that is over, any door of the key. */
function keyDoorBehind(key: Key, doorId: DoorId, doors: ReadonlyMap<string, Door>): KeyDoor | null {
  const own = key.doors.find((each) => each.doorId === doorId);
  const linking = key.doors.find((each) => doors.get(each.doorId)?.linkedDoorIds.includes(doorId) === true);
  return own ?? linking ?? key.doors[0] ?? null;
}
