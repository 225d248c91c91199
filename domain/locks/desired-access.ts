import { Temporal } from 'temporal-polyfill';
import { accessInterval, opensAt, toInstant } from '#domain/key/access-window';
import { doorsBehind } from '#domain/key/opened-doors';
import { joinWindows, type DoorWindow } from './desired-window.ts';
import type { Door, LockLimits } from '#domain/house/door';
import type { CredentialId, DoorId, LockId } from '#domain/ids';
import type { Key } from '#domain/key/key';
import { isLive, keyStatus } from '#domain/key/key-status';
import type { LockWindow } from '#domain/key/access-window';
import type { LockContent } from './lock-entry.ts';
import type { Reservation } from '#domain/stay/reservation';
import type { PropertySettings } from '#domain/house/settings';
import { plus, type InstantText } from '#domain/time/time';
import { keepsWindow } from './kept-window.ts';
import { nextOpeningChange } from './weekly-limits.ts';

/** One credential that a lock should hold now. */
export interface DesiredEntry {
  readonly lockId: LockId;
  readonly doorId: DoorId;
  readonly credentialId: CredentialId;
  readonly content: LockContent;
}

export interface DesiredFacts {
  readonly key: Key;
  readonly reservation: Reservation | null;
  readonly doors: ReadonlyMap<DoorId, Door>;
  /** Of the locks that the key leads to. A lock that is missing here counts as one that keeps no windows itself. */
  readonly limits: ReadonlyMap<LockId, LockLimits>;
  readonly settings: PropertySettings;
  /** UIDs of the cards that its people hold and that may open: not of lost or blocked ones. */
  readonly cards: ReadonlyMap<CredentialId, string>;
  readonly now: InstantText;
}

export interface DesiredAccess {
  readonly entries: readonly DesiredEntry[];
  /** When `entries` changes next by time alone; null: never. */
  readonly changesAt: InstantText | null;
}

/**
 * What the locks should hold of a key: the doorcodes of its people, and their keycards where the lock takes them, at every
 * door that is not revoked, is allowed to be provisioned and has a lock, and at the doors linked to it where that is
 * allowed; from `writeAheadHours` before the window opens until it ends. A lock that keeps no windows itself gets a code
 * only while it opens.
 *
 * Several doors of one key that lead to one lock make one entry with the window that `joinWindows` gives.
 */
export function desiredForKey(facts: DesiredFacts): DesiredAccess {
  const byLock = Map.groupBy(doorWindows(facts), ({ lockId }) => lockId);
  const entries = entriesAt(facts, byLock, facts.now);
  const asText = JSON.stringify(entries);
  const changesAt = momentsAfter(facts, [...byLock.values()].flat()).find(
    (moment) => JSON.stringify(entriesAt(facts, byLock, moment)) !== asText,
  );
  return { entries, changesAt: changesAt ?? null };
}

function entriesAt(
  facts: DesiredFacts,
  byLock: ReadonlyMap<LockId, readonly DoorWindow[]>,
  now: InstantText,
): readonly DesiredEntry[] {
  const { key, reservation, settings } = facts;
  const { status } = keyStatus({ key, reservation, zone: settings.zone, now });
  if (!isLive({ status })) return [];
  return [...byLock].flatMap(([lockId, windows]) => {
    const joined = joinWindows(windows, settings.zone, now);
    if (joined === null || !isDue(facts, { lockId, window: joined.window, now })) return [];
    return credentialsAt(facts, lockId).map(({ credentialId, kind, code }) => ({
      lockId,
      doorId: joined.doorId,
      credentialId,
      content: { kind, code, window: joined.window },
    }));
  });
}

interface Carried {
  readonly credentialId: CredentialId;
  readonly kind: LockContent['kind'];
  readonly code: string;
}

/**
 * The doorcodes of the key's people, but none at a lock that makes its own; and their keycards where the lock takes the UIDs
 * of cards.
 */
function credentialsAt({ key, cards, limits }: DesiredFacts, lockId: LockId): readonly Carried[] {
  const lock = limits.get(lockId);
  const takesCodes = lock?.codes !== 'computed';
  return key.people.flatMap(({ doorcode, keycards }) => {
    const pins: readonly Carried[] =
      doorcode === null || doorcode.code === null || !takesCodes
        ? []
        : [{ credentialId: doorcode.credentialId, kind: 'pin', code: doorcode.code }];
    const uids = keycards.flatMap(({ credentialId }): readonly Carried[] => {
      const uid = cards.get(credentialId);
      return uid === undefined ? [] : [{ credentialId, kind: 'card', code: uid }];
    });
    return lock?.cards === true ? [...pins, ...uids] : pins;
  });
}

/** Every lock that the key may reach, with the door it is on and the window there. */
function doorWindows({ key, doors, settings }: DesiredFacts): readonly DoorWindow[] {
  const allowed = key.doors.filter((own) => own.revoked === null && own.allowProvisioning);
  return doorsBehind(allowed, doors).flatMap(({ door, own }) =>
    door.lockId === null
      ? []
      : [{ lockId: door.lockId, doorId: door.id, door: own, interval: accessInterval(own, settings.zone) }],
  );
}

function isDue(
  { limits, settings }: DesiredFacts,
  due: { readonly lockId: LockId; readonly window: LockWindow; readonly now: InstantText },
): boolean {
  const { lockId, window, now } = due;
  const lock = limits.get(lockId);
  if (lock === undefined || !keepsWindow(lock, window)) return opensAt(window, settings.zone, now);
  return now >= plus(toInstant(window.from, settings.zone), writeAhead(settings));
}

/** All moments after now at which anything may change, in order. */
function momentsAfter({ settings, now }: DesiredFacts, windows: readonly DoorWindow[]): readonly InstantText[] {
  const moments = windows.flatMap(({ door, interval }) => {
    const window = { from: door.arrival, to: door.departure, weekdays: door.weekdays, hours: door.hours };
    const opening = nextOpeningChange(window, settings.zone, now > interval.from ? now : interval.from);
    return [
      plus(interval.from, writeAhead(settings)),
      interval.from,
      interval.to,
      ...(opening === null ? [] : [opening]),
    ];
  });
  return [...new Set(moments)].filter((moment) => moment > now).toSorted();
}

function writeAhead(settings: PropertySettings): Temporal.Duration {
  return Temporal.Duration.from({ hours: -settings.writeAheadHours });
}
