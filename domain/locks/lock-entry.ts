import { z } from 'zod';
import { credentialId, doorId, entryId, gatewayId, keyId, lockId, programId } from '#domain/ids';
import { lockRef } from '#domain/house/door';
import { lockWindow } from '#domain/key/access-window';
import { instantText } from '#domain/time/time';

/**
 * One credential on one lock: what should be there (`wanted`), what the lock was last found to hold (`held`), and the
 * job that makes them equal. The entry lives until the lock is verified empty of it.
 */

export const lockContent = z.object({
  /** `pin`: typed at the lock, `code` is the digits. `card`: laid on it, `code` is the card's UID in lower-case hexadecimal. */
  kind: z.enum(['pin', 'card']).default('pin'),
  code: z.string(),
  window: lockWindow,
});
export type LockContent = Readonly<z.infer<typeof lockContent>>;

/** What went wrong at a lock; `native` is the driver's own word for it. */
export const lockErrorKinds = [
  'gateway-down',
  'gateway-busy',
  'lock-offline',
  'rejected', // reachable, and refused: limited attempts, then suspended
  'duplicate',
  'no-space',
  'slot-occupied',
  'bad-value',
  'unsupported',
  'no-such-lock',
  'not-confirmed', // a time-out: it may have landed, read before anything is written
] as const;
export type LockErrorKind = (typeof lockErrorKinds)[number];

export const lockError = z.object({ kind: z.enum(lockErrorKinds), native: z.string() });
export type LockError = Readonly<z.infer<typeof lockError>>;

export const job = z.object({
  /** waiting for `nextAttemptAt` · running · suspended until staff or a change act · given up by staff. */
  state: z.enum(['waiting', 'running', 'suspended', 'given-up']),
  /** Attempts that were made for this generation; drives the schedule 0, 1, 1, 1, 2, 3, then 5 minutes. */
  attempts: z.number().int().nonnegative(),
  /** Attempts in a row that the lock refused while reachable. */
  rejections: z.number().int().nonnegative(),
  nextAttemptAt: instantText,
  /** The last outcome is unknown: the next step reads. */
  readFirst: z.boolean(),
  lastError: lockError.nullable(),
  queuedAt: instantText,
});
export type Job = Readonly<z.infer<typeof job>>;

/** An attempt that was begun: whose it is, and until when nobody else may speak to its lock. */
export const underWay = z.object({ by: programId, until: instantText });
export type UnderWay = Readonly<z.infer<typeof underWay>>;

export const lockEntry = z.object({
  /** `<lockId>/<credentialId>` */
  id: entryId,
  lockId,
  gatewayId,
  /** The door that the lock is on, and the key that the credential belongs to. */
  doorId,
  keyId,
  credentialId,
  /** Of the credential, which never changes; entries of an older release say it by what they hold. */
  kind: z.enum(['pin', 'card']).default('pin'),
  /** At most 10 letters and digits, unique to the entry: how Portal recognises its own on the lock. */
  tag: z.string().regex(/^[a-z0-9]{1,10}$/),
  /** null: should not be on the lock. */
  wanted: lockContent.nullable(),
  /** Raised whenever `wanted` changes; an answer to an older generation changes nothing. */
  generation: z.number().int().nonnegative(),
  /** What the lock was read to hold; null: verified empty, or never written. */
  held: z.object({ content: lockContent, verifiedAt: instantText }).nullable(),
  /** True once a write may have reached the lock: the entry is then removed only after a read found it empty. */
  touched: z.boolean(),
  ref: lockRef.nullable(),
  /** null: nothing to do. */
  job: job.nullable(),
  /** Stays while the wish, and with it the job, changes under it. null: nobody is at the lock for this entry. */
  underWay: underWay.nullable().default(null),
});
export type LockEntry = Readonly<z.infer<typeof lockEntry>>;
