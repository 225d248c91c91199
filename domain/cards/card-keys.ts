import { z } from 'zod';
import { instantText } from '#domain/time/time';

/**
 * The property's counters and card key sets for cards: one record, id `property`. The masters themselves are in the secret
 * vault, under `card-master-<set>`.
 */
export const cardKeys = z.object({
  id: z.literal('property'),
  /** Full and random: part of every card's key, so that no card opens another property. */
  propertyId: z.string().min(16),
  /** The short number in its records. */
  property: z.number().int().min(1).max(0xffff),
  nextSequence: z.number().int().min(1),
  nextCredential: z.number().int().min(1),
  /** A door that is gone leaves a number that no other door gets. */
  nextDoor: z.number().int().min(1).max(0x7fff),
  /** The set that new cards are sealed with. */
  current: z.number().int().min(0).max(255),
  /** Every set that is accepted: the current one, and an older one until everything has moved to the new. */
  sets: z
    .array(z.object({ set: z.number().int().min(0).max(255), since: instantText, endsAt: instantText.nullable() }))
    .readonly(),
});
export type CardKeys = Readonly<z.infer<typeof cardKeys>>;
