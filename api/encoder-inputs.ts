import { z } from 'zod';
import { credentialId, keyId, personId } from '#domain/ids';
import { keycardKinds } from '#domain/key/key';
import { longestKeycardNumber } from '#domain/cards/keycard';
import { refuse } from '#domain/refusal';
import { shortName } from '#domain/text/names';

export const pickEncoderInput = z.object({
  path: z.string().trim().min(1, refuse('port-missing')).max(300),
  protocol: z.enum(['pn532-hsu', 'twn4-simple']),
  name: shortName,
});
export const encoderInput = z.object({ id: z.string().min(1) });
/** `encoderId` null: the only one. */
const onEncoder = z.object({ encoderId: z.string().nullable().default(null) });
export const onEncoderInput = onEncoder;
export const planInput = z.object({ keyId, personId });
export const encodeInput = onEncoder.extend({
  keyId,
  personId,
  /** The keycard credentials to write, in this order. Empty: what is due; with nothing due, one more card. */
  credentialIds: z.array(credentialId).max(10).default([]),
  /** So many more cards for the person, which join the stock when they are laid on. */
  additional: z.number().int().min(0).max(10).default(0),
  /** `one-shot`: opens each door once, and ends no other card. */
  kind: z.enum(keycardKinds).default('usual'),
  /** `new`: older cards of the room end when it is first used. `additional`: they stay. null: what follows from the key. */
  mode: z.enum(['new', 'additional']).nullable().default(null),
  /** The desk has seen who still holds the room, and goes on. */
  occupiedSeen: z.boolean().default(false),
});
export const enrolInput = onEncoder.extend({
  /** The number of the first card; those that follow count on. null: the next that is free. */
  firstNumber: z.string().trim().max(longestKeycardNumber).nullable().default(null),
  namePrefix: z.string().trim().max(60).default(''),
});
export const jobInput = z.object({ jobId: z.string().min(1) });
export const answerInput = jobInput.extend({ yes: z.boolean() });
export const writingInput = z.object({ id: z.string().regex(/^\d{10}$/) });
export const retireInput = z.object({ set: z.number().int().min(0).max(255), anyway: z.boolean().default(false) });

export type PickEncoderInput = z.infer<typeof pickEncoderInput>;
export type OnEncoderInput = z.infer<typeof onEncoderInput>;
export type EncodeInput = z.infer<typeof encodeInput>;
export type EnrolInput = z.infer<typeof enrolInput>;
export type AnswerInput = z.infer<typeof answerInput>;
