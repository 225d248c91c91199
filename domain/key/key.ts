import { z } from 'zod';
import { credentialId, doorId, keycardId, keyId, personId, reservationId, staffId } from '#domain/ids';
import { clockTime, instantText, localDateTime, weekday } from '#domain/time/time';

/**
 * A key: a set of access permissions for one or more people, carried by credentials, for doors, for a time window.
 */

export const keyStatuses = ['upcoming', 'current', 'past', 'revoked'] as const;
export type KeyStatus = (typeof keyStatuses)[number];

export const allocationPolicies = ['random', 'preferred', 'strict'] as const;
export type AllocationPolicy = (typeof allocationPolicies)[number];

/** Who did something. `portal` is the program itself, by a rule or a timer. */
export const actor = z.discriminatedUnion('kind', [
  /** `from`: the PC, as its channel names it. */
  z.object({ kind: z.literal('staff'), staffId, name: z.string(), from: z.string().optional() }),
  z.object({ kind: z.literal('pms'), connector: z.string() }),
  z.object({ kind: z.literal('portal') }),
  z.object({ kind: z.literal('lock') }),
]);
export type Actor = Readonly<z.infer<typeof actor>>;

/** Why a doorcode has no digits: shown behind "No Doorcode Assigned". */
export const unassignedReasons = [
  'not-yet-due', // the property generates codes at check-in, and the guest is not checked in
  'held-by-another-key', // preferred or strict: another key holds the asked code in this time on one of the doors
  'reserved-by-strict', // another key has reserved the asked code for the whole property
  'too-weak', // 1234, 1111, a date of the stay
  'not-accepted-by-lock', // wrong length or digits for one of the doors' locks
  'computed-by-lock', // one of the doors' locks makes its own codes, and takes none that Portal gives
  'no-code-left', // random: every code that the rule allows is taken
  'type-disabled', // doorcodes are switched off in Customization
] as const;
export type UnassignedReason = (typeof unassignedReasons)[number];

export const doorcode = z.object({
  credentialId,
  policy: z.enum(allocationPolicies),
  /** The code that staff asked for; null with the random policy. */
  asked: z.string().nullable(),
  /** The digits, or null: "No Doorcode Assigned". Always text: leading zeros count. */
  code: z.string().nullable(),
  unassigned: z.enum(unassignedReasons).nullable(),
  /** When the code was drawn or set. */
  assignedAt: instantText.nullable(),
});
export type Doorcode = Readonly<z.infer<typeof doorcode>>;

/** Why a person's keycard credential has no card. */
export const noKeycardReasons = [
  'held-by-another-key', // preferred or strict: the asked card is assigned to another key
  'not-in-use', // the asked card is lost, blocked or worn out
  'no-card-left', // random: no card of the stock is available
] as const;
export type NoKeycardReason = (typeof noKeycardReasons)[number];

/** `one-shot`: opens each of its doors once, for a viewing or a porter. No lock ever learns its UID, which would open for ever. */
export const keycardKinds = ['usual', 'one-shot'] as const;
export type KeycardKind = (typeof keycardKinds)[number];

/** One card that a person should hold. The card itself is in the inventory (keycard.ts). */
export const keycardCredential = z.object({
  credentialId,
  kind: z.enum(keycardKinds).default('usual'),
  policy: z.enum(allocationPolicies),
  /** The card that staff asked for; null with the random policy. */
  asked: keycardId.nullable(),
  /** null: "No Keycard Assigned". */
  keycardId: keycardId.nullable(),
  unassigned: z.enum(noKeycardReasons).nullable(),
  assignedAt: instantText.nullable(),
});
export type KeycardCredential = Readonly<z.infer<typeof keycardCredential>>;

export const keyPerson = z.object({
  personId,
  /** Copied from the person, so that lists and search need no second look-up. */
  firstName: z.string(),
  lastName: z.string(),
  /** null: the credential type is not issued to this person. */
  doorcode: doorcode.nullable(),
  /** The first is the person's keycard; further ones are additional cards of the same key, in the order they were added. */
  keycards: z.array(keycardCredential).readonly().default([]),
});
export type KeyPerson = Readonly<z.infer<typeof keyPerson>>;

/** The fields of a key's door that staff may take out of the PMS's hands one by one. */
export const staffFields = [
  'arrival',
  'departure',
  'weekdays',
  'hours',
  'allowProvisioning',
  'allowLinkedDoors',
] as const;
export type StaffField = (typeof staffFields)[number];

export const hoursOfDay = z.object({ from: clockTime, to: clockTime });
export type HoursOfDay = Readonly<z.infer<typeof hoursOfDay>>;

/** What the PMS wanted while Protect Configuration kept it off. */
export const pmsWish = z.object({
  at: instantText,
  doorId: doorId.nullable(),
  arrival: localDateTime,
  departure: localDateTime,
  /** What the PMS did: `change` (dates or room), `cancel`, `no-show`, `delete`. */
  wish: z.enum(['change', 'cancel', 'no-show', 'delete', 'check-out']),
});
export type PmsWish = Readonly<z.infer<typeof pmsWish>>;

export const keyDoor = z.object({
  doorId,
  origin: z.enum(['pms', 'staff']),
  /** The Access Period, in the property's zone. */
  arrival: localDateTime,
  departure: localDateTime,
  /** null: every day. */
  weekdays: z.array(weekday).nonempty().readonly().nullable(),
  /** null: all day. `to` before `from` runs over midnight. */
  hours: hoursOfDay.nullable(),
  allowProvisioning: z.boolean(),
  allowLinkedDoors: z.boolean(),
  /** Protect Configuration: PMS changes are not applied at this door. */
  protect: z.boolean(),
  pmsWish: pmsWish.nullable(),
  /** Fields that staff set by hand: a PMS update keeps them. */
  staffSet: z.array(z.enum(staffFields)).readonly(),
  revoked: z.object({ at: instantText, by: actor }).nullable(),
  /** The guest moved out of this room: access ends here at this moment (the grace period), whatever the departure says. */
  leavesAt: instantText.nullable(),
});
export type KeyDoor = Readonly<z.infer<typeof keyDoor>>;

export const revokedReasons = ['staff', 'cancelled', 'no-show', 'deleted'] as const;
export type RevokedReason = (typeof revokedReasons)[number];

export const key = z.object({
  id: keyId,
  /** Raised with every change; an edit made from an older version is refused, never merged silently. */
  version: z.number().int().nonnegative(),
  source: z.enum(['pms', 'manual']),
  reservationId: reservationId.nullable(),
  people: z.array(keyPerson).readonly(),
  doors: z.array(keyDoor).readonly(),
  /** As `keyStatus` computed it last; the clock raises it at `statusChangesAt`. */
  status: z.enum(keyStatuses),
  /** When the status changes by time alone; null when it never does. */
  statusChangesAt: instantText.nullable(),
  revoked: z.object({ at: instantText, by: actor, reason: z.enum(revokedReasons) }).nullable(),
  createdAt: instantText,
  updatedAt: instantText,
});
export type Key = Readonly<z.infer<typeof key>>;
