import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { DoorId } from '#domain/ids';
import { changed, type EditContext, type KeyEdit } from '#domain/key/key-edit';
import { revokeKey } from '#domain/key/revoke-and-restore';
import type { Key, KeyDoor, StaffField } from '#domain/key/key';
import { unreachable } from '#domain/failure';
import { isStanding } from '#domain/key/opened-doors';
import { hasNoEnd } from '#domain/key/no-end';
import { refuse } from '#domain/refusal';
import { localDateTime, type LocalDateTime } from '#domain/time/time';

/** By how much a stay may be extended at once. */
export const extraNights = { least: 1, most: 365 } as const;

/** One act on many keys. */
export const bulkAction = z.discriminatedUnion('act', [
  z.object({ act: z.literal('allow-provisioning') }),
  z.object({ act: z.literal('re-provision') }),
  /** The last day moves by so many nights, at the same time of day. */
  z.object({
    act: z.literal('extend'),
    nights: z
      .number()
      .int()
      .min(extraNights.least, refuse('too-few-nights'))
      .max(extraNights.most, refuse('too-many-nights')),
  }),
  z.object({ act: z.literal('extend-to'), until: localDateTime }),
  z.object({ act: z.literal('revoke') }),
]);
export type BulkAction = Readonly<z.infer<typeof bulkAction>>;

/** Why a key stays as it is. */
export const unchangedReasons = [
  'already-allowed',
  'already-longer',
  'not-allowed', // there is nothing at a lock to write again: provisioning is not allowed
  'no-doorcode',
  'no-door',
  'no-end',
  'past',
  'revoked',
] as const;
export type UnchangedReason = (typeof unchangedReasons)[number];

export type BulkPlan =
  | {
      readonly outcome: 'change';
      /** At which of its doors. */
      readonly doors: readonly DoorId[];
      /** When the stay is extended: its last departure before and after. */
      readonly departure: { readonly from: LocalDateTime; readonly to: LocalDateTime } | null;
      /** The edit, when it is made; null: the key stays as it is, and is written to its locks again. */
      readonly edit: ((context: EditContext) => KeyEdit) | null;
    }
  | { readonly outcome: 'unchanged'; readonly because: UnchangedReason };

/** What an act means for one key. The same for the preview and for the deed; changes nothing by itself. */
export function planBulk(action: BulkAction, key: Key): BulkPlan {
  if (key.status === 'revoked' || key.status === 'past') return unchanged(key.status);
  const doors = key.doors.filter((door) => isStanding(door));
  if (action.act === 'revoke') return change(doors, (context) => revokeKey(key, context));
  if (doors.length === 0) return unchanged('no-door');
  switch (action.act) {
    case 'allow-provisioning':
      return allowProvisioning(key, doors);
    case 're-provision':
      return writeAgain(key, doors);
    case 'extend':
      return extend(key, doors, (departure) => nightsLater(departure, action.nights));
    case 'extend-to':
      return extend(key, doors, () => action.until);
    default:
      return unreachable(action);
  }
}

function allowProvisioning(key: Key, doors: readonly KeyDoor[]): BulkPlan {
  const closed = doors.filter((door) => !door.allowProvisioning);
  if (closed.length === 0) return unchanged('already-allowed');
  return change(closed, (context) => {
    const edited = edit(key, closed, (door) => ofStaff({ ...door, allowProvisioning: true }, 'allowProvisioning'));
    return changed(edited, context, { notes: [{ kind: 'provisioning-allowed', facts: many }], codeNeeded: true });
  });
}

function writeAgain(key: Key, doors: readonly KeyDoor[]): BulkPlan {
  if (!key.people.some(({ doorcode }) => doorcode !== null)) return unchanged('no-doorcode');
  const open = doors.filter((door) => door.allowProvisioning);
  return open.length === 0 ? unchanged('not-allowed') : change(open, null);
}

/** The doors that open until the key's last day; one that was meant for an earlier day stays. Nothing is ever shortened. */
function extend(key: Key, doors: readonly KeyDoor[], later: (departure: LocalDateTime) => LocalDateTime): BulkPlan {
  const last = doors.map(({ departure }) => departure).reduce((most, each) => (each > most ? each : most));
  if (hasNoEnd(last)) return unchanged('no-end');
  const longer = doors.filter(
    ({ departure }) => departure.slice(0, 10) === last.slice(0, 10) && later(departure) > departure,
  );
  if (longer.length === 0) return unchanged('already-longer');
  const planned = change(longer, (context) => {
    const edited = edit(key, longer, (door) => ofStaff({ ...door, departure: later(door.departure) }, 'departure'));
    const notes = [{ kind: 'key-changed' as const, facts: { fields: 'departure', ...many } }];
    return changed(edited, context, { notes, codeNeeded: true });
  });
  return {
    ...planned,
    departure: { from: last, to: later(last) },
  };
}

function nightsLater(departure: LocalDateTime, nights: number): LocalDateTime {
  const later = Temporal.PlainDateTime.from(departure).add({ days: nights });
  return localDateTime.parse(later.toString({ smallestUnit: 'minute' }));
}

function edit(key: Key, doors: readonly KeyDoor[], set: (door: KeyDoor) => KeyDoor): Key {
  return { ...key, doors: key.doors.map((door) => (doors.includes(door) ? set(door) : door)) };
}

/** From now on staff's: a PMS update keeps it. */
function ofStaff(door: KeyDoor, field: StaffField): KeyDoor {
  return { ...door, staffSet: [...new Set([...door.staffSet, field])] };
}

function change(doors: readonly KeyDoor[], keyEdit: ((context: EditContext) => KeyEdit) | null) {
  return { outcome: 'change' as const, doors: doors.map(({ doorId }) => doorId), departure: null, edit: keyEdit };
}

function unchanged(because: UnchangedReason) {
  return { outcome: 'unchanged' as const, because };
}

/** Tells in the timeline that the act was done to many keys. */
const many = { bulk: 'yes' };
