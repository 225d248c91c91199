import { z } from 'zod';
import { clockTime, zoneName } from '#domain/time/time';

/** The property's own rules (Settings): one record, id `property`. */
export const propertySettings = z.object({
  id: z.literal('property'),
  version: z.number().int().nonnegative(),
  name: z.string().min(1),
  zone: zoneName,
  defaultArrival: clockTime,
  defaultDeparture: clockTime,
  /** When a PMS key's doors are allowed to be provisioned. */
  provision: z.enum(['in-advance', 'at-check-in']),
  /** When a PMS key's doorcode is drawn. */
  generateCodes: z.enum(['when-the-reservation-arrives', 'at-check-in']),
  /** Whether PMS keys carry a doorcode at all (Customization → credential types). */
  doorcodes: z.boolean(),
  /** Digits in a random doorcode. */
  codeLength: z.number().int().min(4).max(10),
  /** A credential is written to its locks at most this long before its window opens. Whole hours. */
  writeAheadHours: z
    .number()
    .int()
    .min(0)
    .max(24 * 14),
  /** After a room move the old room opens this much longer. Whole minutes. */
  moveGraceMinutes: z.number().int().min(0).max(120),
  /** How often the PMS is asked. Whole seconds. */
  pollSeconds: z.number().int().min(2).max(600),
  /** A screen locks after this long without a key, a click or a touch. Whole seconds. */
  lockAfterSeconds: z.number().int().min(30).max(3600).default(120),
});
export type PropertySettings = Readonly<z.infer<typeof propertySettings>>;

/** What a new property starts with; staff change it in the set-up and in Settings. */
export const defaultSettings: Omit<PropertySettings, 'name' | 'zone' | 'id' | 'version'> = {
  defaultArrival: clockTime.parse('15:00'),
  defaultDeparture: clockTime.parse('11:00'),
  provision: 'at-check-in',
  generateCodes: 'when-the-reservation-arrives',
  doorcodes: true,
  codeLength: 6,
  writeAheadHours: 72,
  moveGraceMinutes: 5,
  pollSeconds: 5,
  lockAfterSeconds: 120,
};
