import { z } from 'zod';
import { doorId, keyId, lockId, personId, spaceId } from '#domain/ids';
import { allocationPolicies, hoursOfDay } from '#domain/key/key';
import { keyQuestion } from '#domain/key/key-question';
import { doorTypes } from '#domain/house/door';
import { propertyRules } from '#domain/house/settings';
import { refuse } from '#domain/refusal';
import { doorcodeDigits } from '#domain/house/doorcode-digits';
import { fullName } from '#domain/text/names';
import { clockTime, localDateTime, weekday, zoneName } from '#domain/time/time';

/** Everything that a portal may say, checked where it enters. What is not taken is refused by a code (domain/refusal.ts). */

const version = z.number().int().nonnegative();

export const keyListInput = keyQuestion.extend({
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(200).default(100),
});

export const keyInput = z.object({ keyId });
export const keyPersonInput = z.object({ keyId, personId });
/** Without a door: the whole key. */
export const keyDoorInput = z.object({ keyId, version, doorId: doorId.nullable().default(null) });
export const doorcodePolicyInput = z
  .object({
    keyId,
    personId,
    version,
    policy: z.enum(allocationPolicies),
    code: doorcodeDigits.nullable().default(null),
  })
  .refine((input) => input.policy === 'random' || input.code !== null, {
    path: ['code'],
    error: refuse('doorcode-missing'),
  });
export const regenerateInput = z.object({ keyId, personId, version });
export const editDoorInput = z
  .object({
    keyId,
    version,
    doorId,
    arrival: localDateTime,
    departure: localDateTime,
    weekdays: z.array(weekday).nonempty(refuse('no-weekday')).nullable(),
    hours: hoursOfDay.nullable(),
    allowProvisioning: z.boolean(),
    allowLinkedDoors: z.boolean(),
  })
  .refine((input) => input.departure > input.arrival, {
    path: ['departure'],
    error: refuse('departure-not-after-arrival'),
  });
export const protectInput = z.object({ keyId, version, doorId, protect: z.boolean() });

export const doorInput = z.object({ doorId });
export const mappingInput = z.object({ doorId, version, spaceIds: z.array(spaceId).max(50) });
export const linkedDoorsInput = z.object({ doorId, version, linkedDoorIds: z.array(doorId).max(100) });
export const doorSettingsInput = z.object({
  doorId,
  version,
  name: fullName,
  type: z.enum(doorTypes),
  defaultArrival: clockTime.nullable(),
  defaultDeparture: clockTime.nullable(),
});
export const lockInput = z.object({ lockId });
/** `address`: `[::1]:5540` for a bridge at a fixed address; without it the bridge is looked for on the network. */
export const addGatewayInput = z.object({
  name: fullName,
  /** One of `settings.lockSystems`. */
  system: z.string().max(40),
  setupCode: z.string().trim().min(11, refuse('not-a-setup-code')).max(60),
  address: z.string().trim().max(100).nullable().default(null),
});

export const timelineInput = z.object({ keyId, limit: z.number().int().min(1).max(500).default(200) });
export const doorLogInput = z.object({ doorId, limit: z.number().int().min(1).max(500).default(200) });
export const activityInput = z.object({ limit: z.number().int().min(1).max(500).default(200) });

export const searchInput = z.object({ text: z.string().max(100), limit: z.number().int().min(1).max(50).default(12) });

export const propertyInput = z.object({
  name: fullName,
  zone: zoneName,
  defaultArrival: clockTime,
  defaultDeparture: clockTime,
});
export const settingsInput = propertyInput.extend({ version, ...propertyRules.shape });
/** What the fields hold is checked by the PMS system that asked for them. */
export const connectPmsInput = z.object({
  /** null: one more; else the one to connect again. */
  connection: z.string().max(60).nullable(),
  system: z.string().max(40),
  fields: z.record(z.string().max(40), z.string().max(4000)),
});

export const disconnectPmsInput = z.object({ connection: z.string().max(60) });

export const demoReservationInput = z.object({
  room: z.string().min(1),
  firstName: fullName,
  lastName: fullName,
  email: z.string().max(200).nullable().default(null),
  nights: z.number().int().min(1).max(60),
});
export const demoActInput = z.object({
  id: z.string().min(1),
  act: z.enum(['check-in', 'check-out', 'cancel', 'reinstate', 'no-show', 'move', 'dates']),
  room: z.string().optional(),
  departure: z.string().optional(),
});
export const demoOutageInput = z.object({
  kind: z.enum(['down', '401', '429', '500', 'hang']),
  seconds: z.number().int().min(1).max(3600),
});
export const demoKeypadInput = z.object({
  lock: z.string().min(1),
  code: z.string().regex(/^\d{1,12}$/, refuse('not-digits')),
});
export const demoLockInput = z.object({
  lock: z.string().min(1),
  act: z.enum(['offline', 'online', 'slow', 'full', 'forget', 'normal']),
});

export type KeyListInput = z.infer<typeof keyListInput>;
export type DoorcodePolicyInput = z.infer<typeof doorcodePolicyInput>;
export type EditDoorInput = z.infer<typeof editDoorInput>;
export type ProtectInput = z.infer<typeof protectInput>;
export type MappingInput = z.infer<typeof mappingInput>;
export type LinkedDoorsInput = z.infer<typeof linkedDoorsInput>;
export type DoorSettingsInput = z.infer<typeof doorSettingsInput>;
export type AddGatewayInput = z.infer<typeof addGatewayInput>;
export type PropertyInput = z.infer<typeof propertyInput>;
export type SettingsInput = z.infer<typeof settingsInput>;
export type ConnectPmsInput = z.infer<typeof connectPmsInput>;
export type DisconnectPmsInput = z.infer<typeof disconnectPmsInput>;
export type DemoReservationInput = z.infer<typeof demoReservationInput>;
export type DemoActInput = z.infer<typeof demoActInput>;
export type DemoOutageInput = z.infer<typeof demoOutageInput>;
