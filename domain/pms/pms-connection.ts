import { z } from 'zod';
import { instantText, zoneName } from '#domain/time/time';

const connection = z.object({
  /**
   * `mews`, `mews-2`. What came through the connection is named after it for ever: its reservations are `<id>:<the PMS's
   * id>`. So a connection that was removed is kept, and has its id back when the same property is connected again.
   */
  id: z.string().min(1),
  /** Which PMS system: `mews`. */
  system: z.string(),
  /** The property, as the PMS calls it. */
  name: z.string().default(''),
  /** What was entered to connect, without the secrets: those are in the vault. */
  shown: z.record(z.string(), z.string()),
  /** The PMS's own id of the property; null: not asked yet. */
  propertyId: z.string().nullable().default(null),
  /** What stands before the PMS's id of a room to make it Portal's; nothing, for rooms from before there were several. */
  spacePrefix: z.string().default(''),
  connectedAt: instantText,
  /** connected · degraded: it answers badly or late · broken: it refuses the credentials, staff must reconnect. */
  state: z.enum(['connected', 'degraded', 'broken']),
  stateSince: instantText,
  /** The last refusal in the PMS's own words, for Details. */
  lastProblem: z.string().nullable(),
  /** Whose the credentials are, where they turned out to be another property's; null: they are right, as far as is known. */
  otherProperty: z.string().nullable().default(null),
  /** On the PMS's clock: everything changed up to here is stored. null before the first sync. */
  watermark: instantText.nullable(),
  /** When the last complete sync ended, on Portal's clock. */
  syncedAt: instantText.nullable(),
  /** When arrivals, in-house and departing stays were last compared one by one. */
  reconciledAt: instantText.nullable(),
  zone: zoneName.nullable(),
  /** null: it stands. */
  removedAt: instantText.nullable().default(null),
});

/** A connection to one property in a PMS. */
export type PmsConnection = Readonly<z.infer<typeof connection>>;

/** A record from before there were several has the platform's address in a field of its own. */
export const pmsConnection = z.preprocess((record) => {
  if (typeof record !== 'object' || record === null || 'shown' in record) return record;
  const old = z.looseObject({ address: z.string() }).safeParse(record);
  return old.success ? { ...old.data, shown: { address: old.data.address } } : record;
}, connection);

/** Those that staff have connected and not removed. */
export function standing(connections: readonly PmsConnection[]): readonly PmsConnection[] {
  return connections.filter(({ removedAt }) => removedAt === null);
}

/** The id of the alert that stands while the PMS refuses the connection. */
export function brokenAlertId(connectionId: string): string {
  return `pms-broken/${connectionId}`;
}

/** The id of the alert that stands while nothing comes from the PMS. */
export function degradedAlertId(connectionId: string): string {
  return `pms-degraded/${connectionId}`;
}

/** The id of the alert that stands while stays lie an hour beside the PMS's own times. */
export function zoneAlertId(connectionId: string): string {
  return `zone-off/${connectionId}`;
}

/** The id of the alert that stands while the credentials do not allow one thing. */
export function withheldAlertId(connectionId: string, operation: string): string {
  return `pms-withheld/${connectionId}/${operation}`;
}
