import { toInstantText, type InstantText, type ZoneName } from '#domain/time/time';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { outageKinds } from './outage.ts';

/** What the control port accepts. Its refusals are read by people: each names the field. */

const DAY = /^\d{4}-\d\d-\d\d$/;
const ARRIVAL_TIME = '15:00';
const DEPARTURE_TIME = '11:00';

const name = z.string().trim().min(1).max(100);
/** null and an empty text are as good as nothing. */
const optionalText = z
  .string()
  .nullish()
  .transform((text) => (text === null || text === '' ? undefined : text));

function moment(zone: ZoneName, timeOfDay: string) {
  return z.string().transform((text, context): InstantText => {
    try {
      return momentOf(text, zone, timeOfDay);
    } catch {
      context.addIssue({ code: 'custom', message: 'must be a day, a local date and time, or a moment in UTC' });
      return z.NEVER;
    }
  });
}

/** `2026-11-23`, `2026-11-23T15:00` in the hotel's zone, or a moment with its offset. */
function momentOf(text: string, zone: ZoneName, timeOfDay: string): InstantText {
  if (/(Z|[+-]\d\d:?\d\d)$/i.test(text) && text.includes('T')) return toInstantText(Temporal.Instant.from(text));
  const local = Temporal.PlainDateTime.from(DAY.test(text) ? `${text}T${timeOfDay}` : text);
  return toInstantText(local.toZonedDateTime(zone).toInstant());
}

/** @param zone The hotel's. */
export function controlQuestions(zone: ZoneName) {
  const arrival = moment(zone, ARRIVAL_TIME);
  const departure = moment(zone, DEPARTURE_TIME);
  return {
    booking: z.strictObject({
      room: name.nullable().default(null),
      firstName: z.string().trim().max(100),
      lastName: name,
      email: optionalText,
      phone: optionalText,
      arrival,
      departure,
      group: name.optional(),
      company: z.boolean().optional(),
    }),
    nothing: z.strictObject({}),
    move: z.strictObject({ room: name }),
    dates: z
      .strictObject({ arrival: arrival.optional(), departure: departure.optional() })
      .refine((given) => given.arrival !== undefined || given.departure !== undefined, 'Give arrival or departure'),
    outage: z.strictObject({
      kind: z.enum(outageKinds),
      seconds: z
        .number()
        .positive()
        .max(24 * 3600),
    }),
    room: z.strictObject({ name }),
  };
}

/** One sentence about the first thing that is wrong. */
export function whyNot(error: z.ZodError): string {
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  return field === ''
    ? `${issue?.message ?? 'The request cannot be read'}.`
    : `${field}: ${issue?.message ?? 'wrong'}.`;
}
