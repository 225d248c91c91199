import { z } from 'zod';
import { doorId, keycardId, keyId, personId } from '#domain/ids';
import { allocationPolicies, hoursOfDay } from '#domain/key/key';
import { localDateTime, weekday } from '#domain/time/time';

/** What a portal may say to make a key by hand and to change it as a whole. Sentences stand beside the field. */

const doorcodeDigits = z.string().regex(/^\d{4,10}$/, 'Use 4 to 10 digits.');
const version = z.number().int().nonnegative();
const departureLast = { path: ['departure'], message: 'The departure must be after the arrival.' };
const personName = z.string().trim().max(80, 'Use at most 80 characters.');

const access = z.object({
  arrival: localDateTime,
  departure: localDateTime,
  weekdays: z.array(weekday).nonempty('Choose at least one day.').nullable(),
  hours: hoursOfDay.nullable(),
  allowProvisioning: z.boolean(),
  allowLinkedDoors: z.boolean(),
});

const newPerson = z
  .object({
    kind: z.enum(['guest', 'staff']),
    firstName: personName,
    lastName: personName,
    email: z.email('Enter an email address such as rita@example.com.').max(200).nullable(),
    phone: z
      .string()
      .trim()
      .regex(/^\+?[\d\s()/.-]{4,40}$/, 'Enter a phone number such as +351 912 345 678.')
      .nullable(),
  })
  .refine((person) => person.firstName !== '' || person.lastName !== '', {
    path: ['firstName'],
    message: 'Enter a first or a last name.',
  });

const doorcodeWish = z
  .object({ policy: z.enum(allocationPolicies), code: doorcodeDigits.nullable() })
  .refine((wish) => wish.policy === 'random' || wish.code !== null, { path: ['code'], message: 'Enter the doorcode.' });

const keycardWish = z
  .object({ policy: z.enum(allocationPolicies), keycardId: keycardId.nullable() })
  .refine((wish) => wish.policy === 'random' || wish.keycardId !== null, {
    path: ['keycardId'],
    message: 'Choose the keycard.',
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
  people: z.array(keyHolder).min(1, 'Add at least one person.').max(20),
  doors: z
    .array(access.extend({ doorId }).refine((door) => door.departure > door.arrival, departureLast))
    .min(1, 'Add at least one door.')
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
  .extend({ keyId, version, doorIds: z.array(doorId).min(1, 'Choose at least one door.').max(500) })
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
  name: z.string().trim().min(1, 'Enter a name.').max(80, 'Use at most 80 characters.'),
  doorIds: z.array(doorId).min(1, 'Choose at least one door.').max(500),
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
