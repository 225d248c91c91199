import type { FailureCode } from '#domain/failure';
import type { Actor, Key, KeyDoor } from './key.ts';
import { isLive, withStatus } from './key-status.ts';
import type { Reservation } from '#domain/stay/reservation';
import type { InstantText, ZoneName } from '#domain/time/time';
import type { TimelineNote } from './timeline.ts';

/** Who edits a key and when, and what the key's status depends on besides the key. */
export interface EditContext {
  readonly by: Actor;
  readonly at: InstantText;
  /** The stay of a PMS key; null for a manual key. */
  readonly reservation: Reservation | null;
  readonly zone: ZoneName;
}

export type KeyEdit =
  | {
      readonly outcome: 'changed';
      /** One version on, with its status as of the edit. */
      readonly key: Key;
      readonly notes: readonly TimelineNote[];
      /** The key's doorcodes must be allocated now: kept where they are still free (`keepOrAllocate`), drawn where missing. */
      readonly codeNeeded: boolean;
    }
  | { readonly outcome: 'refused'; readonly reason: FailureCode };

export function changed(
  key: Key,
  context: EditContext,
  effect: { readonly notes: readonly TimelineNote[]; readonly codeNeeded: boolean },
): KeyEdit {
  const edited = withStatus(
    { ...key, version: key.version + 1, updatedAt: context.at },
    { reservation: context.reservation, zone: context.zone, now: context.at },
  );
  const notes = effect.notes.map((note) => ({ keyId: key.id, reservationId: key.reservationId, ...note }));
  return { outcome: 'changed', key: edited, notes, codeNeeded: effect.codeNeeded && isLive(edited) };
}

export function refused(reason: FailureCode): KeyEdit {
  return { outcome: 'refused', reason };
}

/** The key with one of its doors replaced. */
export function replaceDoor(key: Key, door: KeyDoor): Key {
  return { ...key, doors: key.doors.map((each) => (each.doorId === door.doorId ? door : each)) };
}
