import { largestList } from './limits.ts';
import { z } from 'zod';
import { credentialId, keycardId, keyId, personId } from '#domain/ids';
import { allocationPolicies } from '#domain/key/key';
import { lastingUid, keycardStates, keycardTypes, longestKeycardNumber, plainUid } from '#domain/cards/keycard';
import { refuse } from '#domain/refusal';
import { optionalName } from '#domain/text/names';

const version = z.number().int().nonnegative();
const number = z.string().trim().min(1, refuse('number-missing')).max(longestKeycardNumber);
const uid = z.string().trim().transform(plainUid).pipe(lastingUid);

export const keycardListInput = z.object({
  state: z.enum(keycardStates).nullable().default(null),
  /** In number, name, holder. */
  text: z.string().max(100).default(''),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(200).default(100),
});
export const keycardInput = z.object({ keycardId });
export const addKeycardInput = z.object({
  number,
  name: optionalName.default(''),
  uid: uid.nullable().default(null),
  type: z.enum(keycardTypes).nullable().default(null),
});
/** Columns number, name, uid in any order, named in the first line; comma, semicolon or tab. */
export const importKeycardsInput = z.object({ csv: z.string().max(largestList), apply: z.boolean() });
export const renameKeycardInput = z.object({ keycardId, version, number, name: optionalName });
export const keycardStateInput = z.object({
  keycardId,
  version,
  state: z.enum(['available', 'lost', 'blocked', 'worn-out']),
});
export const keycardChoicesInput = z.object({
  /** null: a key that is being made. */
  keyId: keyId.nullable().default(null),
  credentialId: credentialId.nullable().default(null),
  /** In number or name. */
  text: z.string().max(100).default(''),
});
export const setKeycardInput = z
  .object({
    keyId,
    version,
    personId,
    /** null: one more card. */
    credentialId: credentialId.nullable().default(null),
    policy: z.enum(allocationPolicies),
    keycardId: keycardId.nullable().default(null),
  })
  .refine((input) => input.policy === 'random' || input.keycardId !== null, {
    path: ['keycardId'],
    error: refuse('keycard-missing'),
  });
export const removeKeycardInput = z.object({ keyId, version, personId, credentialId });

export type KeycardListInput = z.infer<typeof keycardListInput>;
export type AddKeycardInput = z.infer<typeof addKeycardInput>;
export type ImportKeycardsInput = z.infer<typeof importKeycardsInput>;
export type RenameKeycardInput = z.infer<typeof renameKeycardInput>;
export type KeycardStateInput = z.infer<typeof keycardStateInput>;
export type KeycardChoicesInput = z.infer<typeof keycardChoicesInput>;
export type SetKeycardInput = z.infer<typeof setKeycardInput>;
export type RemoveKeycardInput = z.infer<typeof removeKeycardInput>;
