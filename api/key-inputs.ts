import { z } from 'zod';
import { doorId, keycardId, keyId, personId } from '#domain/ids';
import { allocationPolicies, hoursOfDay } from '#domain/key/key';
import { refuse } from '#domain/refusal';
import { isPhoneNumber } from '#domain/stay/person';
import { doorcodeDigits } from '#domain/house/doorcode-digits';
import { fullName, optionalName } from '#domain/text/names';
import { localDateTime, weekday } from '#domain/time/time';

/** What a portal may say to make a key by hand and to change it as a whole. What is not taken is refused by a code. */

const version = z.number().int().nonnegative();
const departureLast = { path: ['departure'], error: refuse('departure-not-after-arrival') };

const access = z.object({
  arrival: localDateTime,
  departure: localDateTime,
  weekdays: z.array(weekday).nonempty(refuse('no-weekday')).nullable(),
  hours: hoursOfDay.nullable(),
  allowProvisioning: z.boolean(),
  allowLinkedDoors: z.boolean(),
});

const newPerson = z
  .object({
    kind: z.enum(['guest', 'staff']),
    firstName: optionalName,
    lastName: optionalName,
    email: z.email(refuse('not-an-email')).max(200).nullable(),
    phone: z.string().trim().refine(isPhoneNumber, refuse('not-a-phone-number')).nullable(),
  })
  .refine((person) => person.firstName !== '' || person.lastName !== '', {
    path: ['firstName'],
    error: refuse('first-or-last-name-missing'),
  });

const doorcodeWish = z
  .object({ policy: z.enum(allocationPolicies), code: doorcodeDigits.nullable() })
  .refine((wish) => wish.policy === 'random' || wish.code !== null, {
    path: ['code'],
    error: refuse('doorcode-missing'),
  });

const keycardWish = z
  .object({ policy: z.enum(allocationPolicies), keycardId: keycardId.nullable() })
  .refine((wish) => wish.policy === 'random' || wish.keycardId !== null, {
    path: ['keycardId'],
    error: refuse('keycard-missing'),
  });

const keyHolder = z.object({
  /** Somebody whom Portal knows, or somebody new. */
  person: z.union([z.object({ personId }), newPerson]),
  /** null: the Doorcode switch is off. */
  doorcode: doorcodeWish.nullable(),
  /** null: the Keycard switch is off. */
  keycard: keycardWish.nullable().default(null),
});

export const createKeyInput = z.object({
  /** Drawn by the portal: sent again after a lost answer, the same key is not made twice. */
  requestId: z.string().regex(/^[a-z\d]{20,40}$/),
  people: z.array(keyHolder).min(1, refuse('no-person')).max(20),
  doors: z
    .array(access.extend({ doorId }).refine((door) => door.departure > door.arrival, departureLast))
    .min(1, refuse('no-door'))
    .max(500),
});
export const findPeopleInput = z.object({ text: z.string().max(100) });

/** Without a key: as a new key with these doors would be answered. */
export const previewDoorcodeInput = z.object({
  keyId: keyId.nullable(),
  /** Who on the key carries the code; null: somebody who is not on it yet. */
  personId: personId.nullable(),
  doors: z.array(access.pick({ arrival: true, departure: true, allowLinkedDoors: true }).extend({ doorId })).max(500),
  policy: z.enum(['preferred', 'strict']),
  code: doorcodeDigits,
});

export const addDoorsInput = access
  .extend({ keyId, version, doorIds: z.array(doorId).min(1, refuse('no-door-chosen')).max(500) })
  .refine((input) => input.departure > input.arrival, departureLast);
export const removeDoorInput = z.object({ keyId, version, doorId });
export const removePersonInput = z.object({ keyId, version, personId });
/** The page makes the file, in the words that it shows; Portal writes down that it did. */
export const timelineExportedInput = z.object({ keyId, entries: z.number().int().min(0).max(500) });
export const addPersonInput = keyHolder.extend({ keyId, version });
export const changeStayInput = z
  .object({ keyId, version, arrival: localDateTime, departure: localDateTime })
  .refine((input) => input.departure > input.arrival, departureLast);
export const moveRoomInput = z.object({ keyId, version, from: doorId, to: doorId });
export const undoInput = z.object({ keyId, version });

export const templateInput = access.omit({ arrival: true, departure: true }).extend({
  name: fullName,
  doorIds: z.array(doorId).min(1, refuse('no-door-chosen')).max(500),
  noEnd: z.boolean(),
});
export const templateIdInput = z.object({ id: z.string().min(1).max(60) });

export type CreateKeyInput = z.infer<typeof createKeyInput>;
export type KeyHolderInput = z.infer<typeof keyHolder>;
export type PreviewDoorcodeInput = z.infer<typeof previewDoorcodeInput>;
export type AddDoorsInput = z.infer<typeof addDoorsInput>;
export type RemoveDoorInput = z.infer<typeof removeDoorInput>;
export type AddPersonInput = z.infer<typeof addPersonInput>;
export type RemovePersonInput = z.infer<typeof removePersonInput>;
export type ChangeStayInput = z.infer<typeof changeStayInput>;
export type MoveRoomInput = z.infer<typeof moveRoomInput>;
export type UndoInput = z.infer<typeof undoInput>;
export type TemplateInput = z.infer<typeof templateInput>;
