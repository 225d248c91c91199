import { z } from 'zod';
import { reservationId, spaceId } from '#domain/ids';
import { instantText } from '#domain/time/time';

/**
 * One stay in one room slot, as every PMS connector reports it (a two-room booking is two reservations with one
 * group). The connector's vocabulary ends here: nothing below knows Mews' words.
 */

/** expected: Confirmed · in-house: Started · departed: Processed (the Mews words). Tentative stays get no key. */
export const stayStates = ['tentative', 'expected', 'in-house', 'departed', 'cancelled', 'no-show', 'deleted'] as const;
export type StayState = (typeof stayStates)[number];

export const guest = z.object({
  pmsId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  /** A relay address of a travel agency expires: it is shown, and not relied on. */
  emailIsRelay: z.boolean(),
  phone: z.string().nullable(),
  language: z.string().nullable(),
  primary: z.boolean(),
});
export type Guest = z.infer<typeof guest>;

const told = z.object({
  /** Portal's own; never changes while the stay exists. As a rule `<connection>:<the PMS's first id of the stay>`. */
  id: reservationId,
  /** The PMS connection that it came through. */
  connectionId: z.string(),
  /** The PMS's id of the stay, as it is now: some change it (a room is assigned, dates are moved). */
  pmsId: z.string(),
  /** The PMS system: `mews`. */
  connector: z.string(),
  /** What staff call it: the PMS's confirmation number. */
  number: z.string(),
  groupId: z.string().nullable(),
  state: z.enum(stayStates),
  /** As planned in the PMS; an early check-in does not move it. */
  scheduledArrival: instantText,
  scheduledDeparture: instantText,
  /** False when the PMS knows dates only: the time of day is then the property's default. */
  timesFromPms: z.boolean(),
  actualArrival: instantText.nullable(),
  actualDeparture: instantText.nullable(),
  /** null while the PMS has not assigned a room. */
  spaceId: spaceId.nullable(),
  /** The room's name in the PMS, exactly as written there. */
  spaceName: z.string().nullable(),
  guests: z.array(guest).readonly(),
  /** When the PMS says it last changed the stay; an older copy never overwrites a newer one. */
  sourceUpdatedAt: instantText,
  /** When Portal first stored the stay. */
  receivedAt: instantText,
  /** Over every field that Portal acts on: the same hash means nothing to do. */
  contentHash: z.string(),
});
export type Reservation = Readonly<z.infer<typeof told>>;

/** A record from before there were several connections says in its id what two fields say now. */
export const reservation = z.preprocess((record) => {
  // Nearly all are new, and every reading comes by here.
  if (typeof record !== 'object' || record === null || 'pmsId' in record) return record;
  const old = z.looseObject({ id: z.string() }).safeParse(record);
  if (!old.success) return record;
  const [connectionId = '', ...pmsId] = old.data.id.split(':');
  return { ...old.data, connectionId, pmsId: pmsId.join(':') };
}, told);

/** A room, bed or other bookable place in the PMS. */
export const space = z.object({
  id: spaceId,
  /** The PMS connection that it came through; before there were several, Mews was the only PMS. */
  connectionId: z.string().default('mews'),
  name: z.string(),
  parentId: spaceId.nullable(),
  /** place: it has a door, and nobody sleeps in it (parking, a meeting room). other: it has no door at all. */
  kind: z.enum(['room', 'bed', 'place', 'other']),
  active: z.boolean(),
});
export type Space = Readonly<z.infer<typeof space>>;
