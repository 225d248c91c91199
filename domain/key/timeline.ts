import { z } from 'zod';
import { doorId, keyId, lockId, reservationId } from '#domain/ids';
import { actor } from './key.ts';
import { instantText } from '#domain/time/time';

/**
 * What happened, in the order it happened: a key's timeline, a door's log and the audit are all views of it. An entry
 * carries ids and plain facts, never a code or a token; the sentence is made by the screen.
 */
export const timelineKinds = [
  'key-created',
  'key-changed', // dates, doors or rules; `facts` says which
  'key-revoked',
  'key-restored',
  'door-revoked',
  'door-restored',
  'status-changed',
  'checked-in',
  'check-in-undone',
  'checked-out',
  'reservation-cancelled',
  'reservation-reinstated',
  'reservation-no-show',
  'room-moved',
  'doorcode-assigned',
  'doorcode-unassigned',
  'doorcode-shown',
  'keycard-assigned',
  'keycard-unassigned',
  'keycard-returned', // back in the stock
  'keycard-state', // lost, blocked, worn out, found again; `facts` says which
  'keycard-added', // to the stock
  'keycard-renamed',
  'keycards-imported',
  'card-encoded', // written, read back and found right
  'card-failed', // nothing valid was written
  'card-not-finished', // a write had begun, and its end was not seen
  'card-wiped',
  'card-given-up', // staff say that it is gone
  'card-set-ended', // the master that it is sealed with is not accepted any more
  'provisioning-allowed',
  'provisioning-stopped',
  'configuration-protected',
  'configuration-unprotected',
  'pms-change-withheld', // Protect Configuration kept a PMS change off a door
  're-provision-asked',
  'given-up',
  'written', // the lock was read to hold it
  'write-failed', // 4117
  'removed', // the lock was read to be empty of it
  'remove-failed',
  'suspended',
  'lock-online',
  'lock-offline',
  'lock-differs', // the lock did not hold what it should, or held what it should not
  'opened',
  'refused-at-door',
  'door-mapped',
  'lock-added',
  'pms-connected',
  'pms-broken',
  'pms-recovered',
  'endings-let-through', // staff let the access of many end that Portal had held
  'settings-changed',
  'signed-in',
  'sign-in-refused',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export const timelineEntry = z.object({
  /** Sorts in the order of commits. */
  id: z.string(),
  at: instantText,
  by: actor,
  kind: z.enum(timelineKinds),
  keyId: keyId.nullable(),
  doorId: doorId.nullable(),
  lockId: lockId.nullable(),
  reservationId: reservationId.nullable(),
  /** Small facts for the sentence: `{ attempt: '9', error: 'lock-offline', code: '4117' }`. Never a secret. */
  facts: z.record(z.string(), z.string()),
});
export type TimelineEntry = Readonly<z.infer<typeof timelineEntry>>;

/** A timeline entry before the store gives it its id and moment. */
export type TimelineNote = Pick<TimelineEntry, 'kind'> &
  Partial<Pick<TimelineEntry, 'keyId' | 'doorId' | 'lockId' | 'reservationId' | 'facts'>> & {
    /** How it was and how it is, field by field: for the audit alone. Never a secret. */
    readonly before?: Readonly<Record<string, string>>;
    readonly after?: Readonly<Record<string, string>>;
  };

/** The door log's code for "the code was not successfully written to the lock" (reference 3, last question). */
export const writeFailedCode = '4117';
