import { z } from 'zod';
import { cardUid, keycardTypes } from './keycard.ts';
import { credentialId, doorId, keycardId, keyId, personId } from '#domain/ids';
import { actor, hoursOfDay, type KeycardKind } from '#domain/key/key';
import { instantText, weekday } from '#domain/time/time';

/**
 * One encoding of one card: the record that the desk keeps of it, from the wish to the end of the card's use. A new
 * encoding of the same card is a new record, so that whatever is found on a card can be told.
 *
 *     requested → waiting → writing → issued → void
 *
 * failed: nothing valid was written. unknown: a write had begun and its end was not seen; reading the card decides.
 */
export const writingStates = ['requested', 'waiting', 'writing', 'issued', 'failed', 'unknown', 'void'] as const;
export type WritingState = (typeof writingStates)[number];

/** What a card says (format PK1, docs/card-format.md), in the desk's words. */
export const cardContent = z.object({
  role: z.enum(['guest', 'staff', 'one-shot']),
  /** Whole minutes. */
  from: instantText,
  to: instantText,
  weekdays: z.array(weekday).nonempty().readonly().nullable(),
  /** In whole quarter hours: a card knows no finer ones. */
  hours: hoursOfDay.nullable(),
  /** One to eight. `isCommon`: the door compares no sequence (pool, gate, lift). */
  doors: z
    .array(z.object({ doorId, number: z.number().int().min(1).max(32_767), isCommon: z.boolean() }))
    .min(1)
    .max(8)
    .readonly(),
});
export type CardContent = Readonly<z.infer<typeof cardContent>>;

export const cardWriting = z.object({
  /** The credential number with ten digits: sorts in the order of writing. */
  id: z.string().regex(/^\d{10}$/),
  /** The number on the card; another one for every encoding. */
  credential: z.number().int().min(1).max(0xffff_ffff),
  /** What a room's lock compares. A new key has a higher one, an additional card the same one. */
  sequence: z.number().int().min(1).max(0xffff_ffff),
  copy: z.number().int().min(0).max(15),
  keySet: z.number().int().min(0).max(255),
  keyId,
  personId,
  /** The person's keycard credential that it was made for. */
  credentialId,
  /** The card of the stock, once its UID told which. */
  keycardId: keycardId.nullable(),
  uid: cardUid.nullable(),
  type: z.enum(keycardTypes).nullable(),
  content: cardContent,
  state: z.enum(writingStates),
  /**
   * Why it failed or is unknown, as EncoderError.code names it; why it is void: `replaced` (another
   * card took its place), `outrun` (a newer key of the room ends it), `rewritten` (the card says something else now),
   * `blocked`, `wiped`, `given-up`, `key-ended`, `set-ended` (its master is not accepted any more).
   */
  why: z.string().nullable(),
  /** The encoder as the desk calls it. */
  encoder: z.string().nullable(),
  by: actor,
  requestedAt: instantText,
  endedAt: instantText.nullable(),
});
export type CardWriting = Readonly<z.infer<typeof cardWriting>>;

/** The kind of card that it was made for. */
export function kindOf({ content }: Pick<CardWriting, 'content'>): KeycardKind {
  return content.role === 'one-shot' ? 'one-shot' : 'usual';
}
