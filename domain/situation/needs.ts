import { doorcodeAt, isInOrder, type DoorcodeState } from './doorcode-state.ts';
import { heldKeycards, isDueForEncoding, isWorking, standingOf } from './held-keycards.ts';
import { doorsOf, type KeySituation } from './key-situation.ts';
import { removalOf, type Removal } from './removal.ts';
import type { Alert } from '#domain/alerts/alert';
import type { DoorId, PersonId } from '#domain/ids';
import type { KeyPerson, PmsWish, UnassignedReason } from '#domain/key/key';
import { isLive } from '#domain/key/key-status';
import type { OpenedDoor } from '#domain/key/opened-doors';
import { isProblem } from '#domain/locks/entry-problem';
import type { LockError } from '#domain/locks/lock-entry';
import type { InstantText } from '#domain/time/time';

/** One thing on a key that needs a person. `bad`: somebody cannot get in, or can who should not. */
export type Need = { readonly id: string; readonly tone: 'bad' | 'warn' } & (
  | { readonly need: 'no-doorcode'; readonly personId: PersonId; readonly reason: UnassignedReason }
  | {
      readonly need: 'doorcode-stopped';
      readonly doorId: DoorId;
      readonly why: 'suspended' | 'given-up';
      readonly error: LockError | null;
    }
  | {
      readonly need: 'doorcode-waits';
      readonly doorId: DoorId;
      /** Not null: the lock is offline since then. */
      readonly offlineSince: InstantText | null;
      readonly error: LockError | null;
      /** How many doors have the code. */
      readonly elsewhere: number;
    }
  | ({ readonly need: 'removal-pending'; readonly doorIds: readonly DoorId[] } & Removal)
  | { readonly need: 'not-allowed'; readonly doorId: DoorId }
  | { readonly need: 'withheld'; readonly doorId: DoorId; readonly wish: PmsWish['wish'] }
  | { readonly need: 'no-doors' }
  /** `personId`: whose card waits for the encoder, where the alert is about a card. */
  | { readonly need: 'alert'; readonly alert: Alert; readonly personId: PersonId | null }
);

/**
 * Whether a key is on the list of what needs attention: an alert is about it, or a lock refused or failed it. The store's indexes
 * `alerts.key` and `entries.problem` say the same of all keys at once.
 */
export function isInTrouble({ alerts, entries }: Pick<KeySituation, 'alerts' | 'entries'>): boolean {
  return alerts.length > 0 || [...entries.values()].some((entry) => isProblem(entry));
}

/** Everything on the key that needs a person, worst first: what the locks said, then alerts that say something else. */
export function needsOf(situation: KeySituation): readonly Need[] {
  const { key, alerts } = situation;
  const doors = doorsOf(situation).map((opened) => ({ opened, doorcode: firstDoorcodeAt(situation, opened) }));
  const live = isLive(key);
  const found = [
    ...(live ? key.people.flatMap((person) => noDoorcode(situation, person)) : []),
    ...doors.flatMap(stopped),
    ...doors.flatMap((each) => waits(situation, each, doors)),
    ...removal(situation, doors),
    ...doors.flatMap((each) => notAllowed(situation, each)),
    ...doors.flatMap(withheld),
    ...alerts.filter((alert) => !isSaid(alert, situation, doors)).map((alert) => ofAlert(alert, situation)),
    ...(live && doors.length === 0 && alerts.length === 0 ? [noDoors] : []),
  ];
  return found.toSorted((one, other) => Number(one.tone === 'warn') - Number(other.tone === 'warn'));
}

const noDoors: Need = { id: 'no-doors', tone: 'warn', need: 'no-doors' };

interface DoorNow {
  readonly opened: OpenedDoor;
  readonly doorcode: DoorcodeState | null;
}

/** The state of the first doorcode on the key, which stands for the door. */
export function firstDoorcodeAt(situation: KeySituation, opened: OpenedDoor): DoorcodeState | null {
  const doorcode = situation.key.people.find((person) => person.doorcode !== null)?.doorcode ?? null;
  return doorcode === null ? null : doorcodeAt(situation, opened, doorcode);
}

function noDoorcode(situation: KeySituation, { personId, doorcode }: KeyPerson): readonly Need[] {
  const reason = doorcode?.code === null ? doorcode.unassigned : null;
  if (reason === null || isInOrder(reason)) return [];
  const tone = worksByCard(situation, personId) ? 'warn' : 'bad';
  return [{ id: `no-doorcode/${personId}`, tone, need: 'no-doorcode', personId, reason }];
}

/** The guest gets in all the same: with a card that says what it should. */
function worksByCard(situation: KeySituation, personId: PersonId): boolean {
  const person = situation.key.people.find((each) => each.personId === personId);
  const held = heldKeycards(situation);
  return (person?.keycards ?? []).some(({ credentialId }) => {
    const card = held.get(credentialId);
    return card?.credential.kind === 'usual' && isWorking(standingOf(card));
  });
}

function stopped({ opened, doorcode }: DoorNow): readonly Need[] {
  if (doorcode?.state !== 'failed') return [];
  const { id: doorId } = opened.door;
  const { why, error } = doorcode;
  return [{ id: `failed/${doorId}`, tone: 'bad', need: 'doorcode-stopped', doorId, why, error }];
}

function waits({ locks }: KeySituation, { opened, doorcode }: DoorNow, all: readonly DoorNow[]): readonly Need[] {
  if (doorcode?.state !== 'waiting-for-lock') return [];
  const { id: doorId, lockId } = opened.door;
  const lock = lockId === null ? undefined : locks.get(lockId);
  const isOffline = lock?.online === 'offline';
  // The first attempt at a lock that answers is not yet a problem.
  if (!isOffline && doorcode.attempts === 0) return [];
  const elsewhere = all.filter((other) => other.doorcode?.state === 'provisioned').length;
  const offlineSince = isOffline ? lock.onlineSince : null;
  const { error } = doorcode;
  return [{ id: `waiting/${doorId}`, tone: 'warn', need: 'doorcode-waits', doorId, offlineSince, error, elsewhere }];
}

function removal(situation: KeySituation, all: readonly DoorNow[]): readonly Need[] {
  const pending = removalOf(situation);
  if (pending === null) return [];
  const doorIds = all
    .filter(({ doorcode }) => doorcode?.state === 'removal-pending')
    .map(({ opened }) => opened.door.id);
  return [{ id: 'removal', tone: 'warn', need: 'removal-pending', doorIds, ...pending }];
}

/** Of a guest who is in house, or a manual key that runs; before that it is how the property works. */
function notAllowed({ key, reservation }: KeySituation, { opened, doorcode }: DoorNow): readonly Need[] {
  const { door, own, linkedFrom } = opened;
  if (key.status !== 'current' || (reservation !== null && reservation.state !== 'in-house')) return [];
  if (doorcode?.state !== 'pending-provisioning' || own.revoked !== null || linkedFrom !== null) return [];
  return [{ id: `not-allowed/${door.id}`, tone: 'warn', need: 'not-allowed', doorId: door.id }];
}

/** A linked door repeats what its room says. */
function withheld({ opened: { door, own, linkedFrom } }: DoorNow): readonly Need[] {
  if (own.pmsWish === null || linkedFrom !== null) return [];
  return [{ id: `withheld/${door.id}`, tone: 'warn', need: 'withheld', doorId: door.id, wish: own.pmsWish.wish }];
}

/** True when what the alert says is said already, by the door or the doorcode itself. */
function isSaid(alert: Alert, situation: KeySituation, all: readonly DoorNow[]): boolean {
  const at = all.find(({ opened }) => opened.door.id === alert.doorId);
  switch (alert.kind) {
    case 'no-doorcode':
      return isLive(situation.key) && situation.key.people.some(({ doorcode }) => doorcode?.code === null);
    case 'write-waiting':
    case 'write-suspended':
    case 'write-given-up':
      // A door speaks of its doorcode.
      if (alert.facts['credential'] === 'card') return false;
      return at?.doorcode?.state === 'failed' || at?.doorcode?.state === 'waiting-for-lock';
    case 'removal-failing':
      return removalOf(situation) !== null;
    case 'protected-door-cancelled':
      return at !== undefined && at.opened.own.pmsWish !== null;
    case 'stay-over':
    case 'room-not-mapped':
    case 'rooms-same-name':
    case 'no-room-assigned':
    case 'room-inactive':
    case 'room-shared':
    case 'lock-full':
    case 'lock-differs':
    case 'lock-clock':
    case 'gateway-clock':
    case 'pms-broken':
    case 'pms-degraded':
    case 'zone-off':
    case 'pms-withheld':
    case 'endings-held':
    case 'stay-set-aside':
    case 'no-keycard':
    case 'encode-again':
      return false;
  }
}

function ofAlert(alert: Alert, situation: KeySituation): Need {
  const held = heldKeycards(situation);
  const isDue = ({ keycards }: KeyPerson): boolean =>
    keycards.some(({ credentialId }) => {
      const card = held.get(credentialId);
      return card !== undefined && isDueForEncoding(card);
    });
  const personId = situation.key.people.find(isDue)?.personId ?? null;
  return { id: alert.id, tone: 'bad', need: 'alert', alert, personId };
}
