import { z } from 'zod';
import { doorId, keyId, lockId, reservationId, staffId } from '#domain/ids';
import { actor } from '#domain/key/key';
import { instantText } from '#domain/time/time';
import { timelineKinds } from '#domain/key/timeline';

/** What only the audit tells: the timeline is for everybody at the desk. */
export const auditOnlyKinds = [
  'signed-out',
  'screen-locked',
  'screen-unlocked',
  'unlock-refused',
  'password-confirmed',
  'password-refused',
  'password-changed',
  'pin-changed',
  'staff-invited',
  'staff-role-changed',
  'staff-disabled',
  'staff-enabled',
  'staff-reset',
  'retry-asked',
  'audit-exported',
  'encoder-picked',
  'encoder-forgotten',
  'card-keys-rotated',
  'card-keys-retired',
  'keys-exported', // a list of keys, as CSV
  'report-exported', // of a run over many keys
  'timeline-exported',
  'template-saved',
  'template-removed',
  'filter-saved',
  'filter-renamed',
  'filter-removed',
] as const;
export const auditKinds = [...timelineKinds, ...auditOnlyKinds] as const;
export type AuditKind = (typeof auditKinds)[number];

const texts = z.record(z.string(), z.string());

/**
 * Who did what, from which PC (`by.from`, or `facts.from` where nobody was signed in), when, and how it was before and
 * after. Entries are a chain: each carries the hash of the one before. Never a code, a PIN, a password or a token.
 */
export const auditEntry = z.object({
  /** The place in the chain, from 1, with leading zeros. */
  id: z.string().regex(/^\d{12}$/),
  at: instantText,
  by: actor,
  what: z.enum(auditKinds),
  /** To whom of the staff it was done. */
  staffId: staffId.nullable(),
  keyId: keyId.nullable(),
  doorId: doorId.nullable(),
  lockId: lockId.nullable(),
  reservationId: reservationId.nullable(),
  facts: texts,
  /** Only what differs, by field. */
  before: texts,
  after: texts,
  /** The hash of the entry before; of the first: 64 zeros. */
  previous: z.string(),
  /** SHA-256, in hex, over `previous` and the canonical JSON of everything else. */
  hash: z.string(),
});
export type AuditEntry = Readonly<z.infer<typeof auditEntry>>;

/** The end of the chain: without it nobody would notice that its last entries are gone. */
export const auditHead = z.object({ id: z.literal('head'), entries: z.number().int().nonnegative(), hash: z.string() });
export type AuditHead = Readonly<z.infer<typeof auditHead>>;

/** Of the audit as a file. */
export const auditColumns = [
  'place',
  'at',
  'who',
  'pc',
  'what',
  'staff',
  'key',
  'door',
  'lock',
  'reservation',
  'facts',
  'before',
  'after',
  'hash',
] as const;
export type AuditColumn = (typeof auditColumns)[number];
