import { z } from 'zod';
import { doorId, gatewayId, lockId, spaceId } from '#domain/ids';
import { clockTime, instantText } from '#domain/time/time';

export const doorTypes = ['private-room', 'shared-room', 'common-area', 'entrance', 'service-area'] as const;
export type DoorType = (typeof doorTypes)[number];

export const door = z.object({
  id: doorId,
  version: z.number().int().nonnegative(),
  name: z.string().min(1),
  type: z.enum(doorTypes),
  /** The PMS's rooms that lead to this door (Mapping); a room may have several doors. */
  spaceIds: z.array(spaceId).readonly(),
  /** Common doors (pool, gate, lift) that open with this one where Allow Linked Doors Access is on. */
  linkedDoorIds: z.array(doorId).readonly(),
  /** null: the property's. */
  defaultArrival: clockTime.nullable(),
  defaultDeparture: clockTime.nullable(),
  lockId: lockId.nullable(),
  /** The number under which the door stands on keycards (docs/card-format.md), 1 to 32767; null until a card needs it. */
  cardNumber: z.number().int().min(1).max(32_767).nullable().default(null),
});
export type Door = Readonly<z.infer<typeof door>>;

/** What a lock accepts, as its driver reported it. */
export const lockLimits = z.object({
  /** Digits in a doorcode. */
  codeLength: z.object({ min: z.number().int(), max: z.number().int() }),
  /** How many people's credentials the lock holds. */
  slots: z.number().int(),
  /** `native`: the lock itself keeps the window; `none`: it does not, Portal writes at the start and removes at the end. */
  windows: z.enum(['native', 'none']),
  /** Whether the lock itself keeps days of the week and hours of the day together with dates. */
  weekly: z.boolean(),
  /** Whether the lock takes the UIDs of cards as credentials. */
  cards: z.boolean().default(false),
});
export type LockLimits = Readonly<z.infer<typeof lockLimits>>;

export const lock = z.object({
  id: lockId,
  name: z.string(),
  gatewayId,
  /** The driver's own address of the lock on its gateway, opaque to everybody else. */
  address: z.string(),
  limits: lockLimits,
  online: z.enum(['online', 'offline', 'unknown']),
  /** Since when `online` has been so. */
  onlineSince: instantText,
  /** When the lock last answered anything. */
  lastSeenAt: instantText.nullable(),
  /** Percent, or null when the lock does not say. */
  battery: z.number().min(0).max(100).nullable(),
});
export type Lock = Readonly<z.infer<typeof lock>>;

export const gateway = z.object({
  id: gatewayId,
  name: z.string(),
  /** The lock system that opens it, by its name: `matter`. */
  driver: z.string(),
  address: z.string(),
  online: z.enum(['online', 'offline', 'unknown']),
  onlineSince: instantText,
  /** Why nobody here can speak to it: this build has no such lock system, or that system was never paired with it. */
  offlineBecause: z.enum(['system-unknown', 'not-paired']).nullable().default(null),
});
export type Gateway = Readonly<z.infer<typeof gateway>>;
