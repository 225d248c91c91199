import { z } from 'zod';
import { instantText, zoneName } from '#domain/time/time';

/** The property's connection to its PMS: one record, id `pms`. Its tokens are in the secret vault, not here. */
export const pmsConnection = z.object({
  id: z.literal('pms'),
  /** Which connector: `mews`. */
  system: z.string(),
  /** The platform's address, https and host. */
  address: z.string(),
  connectedAt: instantText,
  /** connected · degraded: it answers badly or late · broken: the token is refused, staff must reconnect. */
  state: z.enum(['connected', 'degraded', 'broken']),
  stateSince: instantText,
  /** The last refusal in the PMS's own words, for Details. */
  lastProblem: z.string().nullable(),
  /** On the PMS's clock: everything changed up to here is stored. null before the first sync. */
  watermark: instantText.nullable(),
  /** When the last complete sync ended, on Portal's clock. */
  syncedAt: instantText.nullable(),
  /** When arrivals, in-house and departing stays were last compared one by one. */
  reconciledAt: instantText.nullable(),
  zone: zoneName.nullable(),
});
export type PmsConnection = Readonly<z.infer<typeof pmsConnection>>;
