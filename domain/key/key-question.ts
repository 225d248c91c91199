import { z } from 'zod';
import { keyStatuses } from './key.ts';

/** Which keys a list shows, and in which order. */
export const keyQuestion = z.object({
  status: z.enum(keyStatuses),
  /** Guest, room, reservation number; empty: all. */
  filter: z.string().max(100).default(''),
  source: z.enum(['all', 'pms', 'manual']).default('all'),
  attention: z.boolean().default(false),
  /** `not-allowed`: provisioning is not allowed at one of its doors; `late`: Portal heard of the stay after its arrival. */
  access: z.enum(['all', 'not-allowed', 'late']).default('all'),
  sort: z.enum(['owner', 'arrival', 'departure']).default('arrival'),
  descending: z.boolean().default(false),
});
export type KeyQuestion = Readonly<z.infer<typeof keyQuestion>>;
