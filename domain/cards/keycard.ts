import { z } from 'zod';
import { credentialId, keycardId, keyId } from '#domain/ids';
import { refuse } from '#domain/refusal';
import { longestName } from '#domain/text/names';
import { instantText } from '#domain/time/time';

/** A physical card of the property's stock. */
export const keycardStates = ['available', 'assigned', 'lost', 'blocked', 'worn-out'] as const;
export type KeycardState = (typeof keycardStates)[number];

/** Card types that an encoder of Portal writes, as hardware/card/card-layout.ts names them. */
export const keycardTypes = [
  'ntag213',
  'ntag215',
  'ntag216',
  'ultralight-ev1-48',
  'ultralight-ev1-128',
  'classic-1k',
] as const;
export type KeycardType = (typeof keycardTypes)[number];

/** Lower-case hexadecimal, 4, 7 or 10 bytes. */
export const cardUid = z.string().regex(/^([\da-f]{8}|[\da-f]{14}|[\da-f]{20})$/, refuse('not-a-uid'));

/**
 * Whether a UID is drawn anew each time the card is shown: 4 bytes of which the first is 08 (ISO/IEC 14443-3, 6.5.4, UID
 * dependent bytes), as phones and some passports answer; or no number at all. Such a card cannot be known again.
 */
export function isPassingUid(uid: string): boolean {
  return uid.length === 8 && (uid.startsWith('08') || /^(?:00|ff)+$/.test(uid));
}

/** One that identifies its card. */
export const lastingUid = cardUid.refine((uid) => !isPassingUid(uid), { error: refuse('passing-uid') });

/** A UID as readers print it, `04:A1:…`, `04-a1-…`, `04 A1 …`, in the form in which it is kept. */
export function plainUid(typed: string): string {
  return typed.replaceAll(/[\s:-]/g, '').toLowerCase();
}

export const longestKeycardNumber = 20;

export const keycard = z.object({
  id: keycardId,
  version: z.number().int().nonnegative(),
  /** Printed on the card, or given by Portal; unique in the property. Text: leading zeros count. */
  number: z.string().min(1).max(longestKeycardNumber),
  name: z.string().max(longestName),
  /** null for a card that was listed and never laid on an encoder. */
  uid: cardUid.nullable(),
  type: z.enum(keycardTypes).nullable(),
  state: z.enum(keycardStates),
  /** Whose card it is, while assigned; kept when it is then lost or blocked, so that the desk still knows. */
  holder: z.object({ keyId, credentialId }).nullable(),
  updatedAt: instantText,
});
export type Keycard = Readonly<z.infer<typeof keycard>>;
