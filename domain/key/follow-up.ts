import { z } from 'zod';
import { keyId } from '#domain/ids';
import { instantText } from '#domain/time/time';

/**
 * Keys that still have to follow a change that was stored already: a rule of the property, a door's links, what a lock takes.
 * Written in the commit of the change, so that no kill loses it, and done key by key, so that nobody else waits for it.
 */
export const followUp = z.object({
  id: z.string().min(1),
  at: instantText,
  /**
   * `rules`: PMS keys are planned again from their stay, as the rules are now. `settled`: doorcodes are looked at again; `kept`:
   * only keys that lack one get one.
   */
  kind: z.enum(['rules', 'settled', 'kept']),
  /** Those left. */
  keyIds: z.array(keyId).readonly(),
});
export type FollowUp = Readonly<z.infer<typeof followUp>>;
