import { z } from 'zod';
import { doorcodeLength } from './doorcode-digits.ts';
import { refuse, type RefusalCode } from '#domain/refusal';
import { clockTime, zoneName } from '#domain/time/time';

/** Between which whole numbers a rule may be set. */
export const ruleBounds = {
  codeLength: doorcodeLength,
  writeAheadHours: { least: 0, most: 24 * 14 },
  moveGraceMinutes: { least: 0, most: 120 },
  pollSeconds: { least: 1, most: 600 },
  lockAfterSeconds: { least: 30, most: 3600 },
} as const;

/** What staff decide, beside the property's name, zone and hours. */
export const propertyRules = z.object({
  /** When a PMS key's doors are allowed to be provisioned. */
  provision: z.enum(['in-advance', 'at-check-in']),
  /** When a PMS key's doorcode is drawn. */
  generateCodes: z.enum(['when-the-reservation-arrives', 'at-check-in']),
  /** Whether PMS keys carry a doorcode at all (Customization → credential types). */
  doorcodes: z.boolean(),
  /** Digits in a random doorcode. */
  codeLength: within(ruleBounds.codeLength),
  /** A credential is written to its locks at most this long before its window opens. Whole hours. */
  writeAheadHours: within(ruleBounds.writeAheadHours),
  /** After a room move the old room opens this much longer. Whole minutes. */
  moveGraceMinutes: within(ruleBounds.moveGraceMinutes),
  /** How often the PMS is asked. Whole seconds. */
  pollSeconds: within(ruleBounds.pollSeconds),
  /** A screen locks after this long without a key, a click or a touch. Whole seconds. */
  lockAfterSeconds: within(ruleBounds.lockAfterSeconds, {
    least: refuse('too-few-seconds'),
    most: refuse('too-many-seconds'),
  }),
});

/** The property's own rules (Settings): one record, id `property`. */
export const propertySettings = propertyRules.extend({
  id: z.literal('property'),
  version: z.number().int().nonnegative(),
  name: z.string().min(1),
  zone: zoneName,
  defaultArrival: clockTime,
  defaultDeparture: clockTime,
  lockAfterSeconds: propertyRules.shape.lockAfterSeconds.default(120),
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

function within(
  { least, most }: { readonly least: number; readonly most: number },
  codes: { readonly least?: RefusalCode; readonly most?: RefusalCode } = {},
) {
  return z.number().int().min(least, codes.least).max(most, codes.most);
}
