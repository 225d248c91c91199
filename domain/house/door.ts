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

/** What a lock takes and can, as its driver says it. Every rule that depends on a kind of lock reads it here. */
const limitsOfNow = z.object({
  /** Digits in a doorcode. */
  codeLength: z.object({ min: z.number().int(), max: z.number().int() }),
  /** How many credentials the lock holds, other people's included. */
  places: z.number().int().nonnegative(),
  /** What of a window the lock itself keeps; for the rest Portal writes when it opens and removes when it closes. */
  windows: z.enum(['dates-and-weekly', 'dates', 'none']),
  /** Whether the lock takes the UIDs of cards as credentials. */
  cards: z.boolean().default(false),
  /** `tag`: the lock keeps a name with each credential; `place`: only numbered places, which Portal gives out. */
  recognisedBy: z.enum(['tag', 'place']).default('tag'),
  /** Who says that a credential is there: the lock, when asked, or its maker's cloud. */
  proof: z.enum(['lock', 'cloud']).default('lock'),
  /** `push`: the lock tells of itself, and is only asked when it was silent; `poll`: it says nothing unasked. */
  news: z.enum(['push', 'poll']).default('poll'),
  /** Seconds between two questions for a sign of life: few for a lock on mains, many where each costs battery. */
  askEvery: z.number().int().positive().default(12),
  /** `computed`: the lock makes its own codes. It never gets one from Portal, and a key that leads to it has no doorcode. */
  codes: z.enum(['chosen', 'computed']).default('chosen'),
});

/** Up to issue 9: `native` windows with or without weekly ones, and places by another name. */
const olderLimits = z.looseObject({
  slots: z.number(),
  windows: z.enum(['native', 'none']),
  weekly: z.boolean(),
});

export const lockLimits = z.preprocess((stored: unknown) => {
  const older = olderLimits.safeParse(stored);
  if (!older.success) return stored;
  const { slots, windows, weekly, ...kept } = older.data;
  const dates = weekly ? 'dates-and-weekly' : 'dates';
  return { ...kept, places: slots, windows: windows === 'none' ? 'none' : dates };
}, limitsOfNow);
export type LockLimits = Readonly<z.infer<typeof lockLimits>>;

/** Where on a lock a credential lives: given by the driver, or the number of a place; opaque to everybody else. */
export const lockRef = z.string().brand<'LockRef'>();
export type LockRef = z.infer<typeof lockRef>;

export const lock = z.object({
  id: lockId,
  name: z.string(),
  gatewayId,
  /** The driver's own address of the lock on its gateway, opaque to everybody else. */
  address: z.string(),
  limits: lockLimits,
  /** Where the lock was last found to hold what no entry of Portal's stands for: those places are not ours to fill. */
  foreign: z.array(lockRef).readonly().default([]),
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
  /**
   * Why nobody here can speak to it: this build has no such lock system, that system was never paired with it,
   * or what it keeps cannot be read.
   */
  offlineBecause: z.enum(['system-unknown', 'not-paired', 'controller-unreadable']).nullable().default(null),
  /** By which its locks keep their windows, as last read after it was set; null: never read. */
  clock: z
    .object({
      /** `not-offered`: nobody here can set or read it. `unknown`: it does not know the time. */
      state: z.enum(['right', 'off', 'unknown', 'not-offered']),
      /** How far it is ahead of the property's local time, where it is known. */
      offBySeconds: z.number().nullable(),
    })
    .nullable()
    .default(null),
});
export type Gateway = Readonly<z.infer<typeof gateway>>;
