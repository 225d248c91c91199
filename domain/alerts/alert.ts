import { z } from 'zod';
import { doorId, keyId, lockId, reservationId } from '#domain/ids';
import { instantText } from '#domain/time/time';

/** What needs a person: raised once per subject, cleared by the rule that raised it. */
export const alertKinds = [
  'room-not-mapped', // a stay's room leads to no door
  'rooms-same-name', // rooms of the PMS have one name, and none is mapped by itself
  'no-room-assigned', // in house or due, and the PMS has not assigned a room
  'room-inactive', // the PMS has taken a stay's room out of use
  'room-shared', // two stays are in house in one room
  'protected-door-cancelled', // the PMS ended a stay whose door is protected
  'stay-over', // in house, and the key's time is over
  'no-doorcode', // a live key has no doorcode
  'no-keycard', // a person of a live key should hold a card, and none could be assigned
  'encode-again', // what is written on a card is no longer what the key says, or was not written to the end
  'write-waiting', // a lock does not take what waits for it; found when asked, never stored
  'write-suspended', // a lock refused, and will not be tried again by itself
  'write-given-up',
  'removal-failing', // access that should have ended is still on a lock
  'lock-full',
  'lock-differs',
  'lock-clock', // a lock refused whom it should let in now: its clock is wrong
  'gateway-clock', // the clock of a gateway's locks could be read, and not be put right
  'pms-broken',
  'pms-degraded', // nothing comes from the PMS for a while
  'zone-off', // most stays lie an hour beside the PMS's own times: the zone is wrong, or its data is old
  'pms-withheld', // the PMS does not allow one question; its credentials are good
  'stay-set-aside', // a stay of the PMS cannot be read, or not be stored; all others go on
  'endings-held', // a PMS would end the access of many at once: a person decides
] as const;
export type AlertKind = (typeof alertKinds)[number];

export const alert = z.object({
  /** `<kind>/<subject id>`: raising it again changes nothing. */
  id: z.string(),
  kind: z.enum(alertKinds),
  raisedAt: instantText,
  keyId: keyId.nullable(),
  doorId: doorId.nullable(),
  lockId: lockId.nullable(),
  reservationId: reservationId.nullable(),
  facts: z.record(z.string(), z.string()),
});
export type Alert = Readonly<z.infer<typeof alert>>;
