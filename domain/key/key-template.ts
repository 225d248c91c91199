import { z } from 'zod';
import { doorId } from '#domain/ids';
import { hoursOfDay } from './key.ts';
import { weekday } from '#domain/time/time';

/**
 * The doors and access rules of a staff key, kept under a name: "Cleaner floor 2, weekdays 9 to 15". It carries no dates
 * and no person: those are asked when it is used.
 */
export const keyTemplate = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  doorIds: z.array(doorId).readonly(),
  weekdays: z.array(weekday).nonempty().readonly().nullable(),
  hours: hoursOfDay.nullable(),
  allowProvisioning: z.boolean(),
  allowLinkedDoors: z.boolean(),
  /** Keys made from it have no end unless one is set. */
  noEnd: z.boolean(),
});
export type KeyTemplate = Readonly<z.infer<typeof keyTemplate>>;
