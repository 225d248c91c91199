import { z } from 'zod';
import { personId } from '#domain/ids';
import { instantText } from '#domain/time/time';

/** A guest or a member of staff who holds keys. */
export const person = z.object({
  id: personId,
  kind: z.enum(['guest', 'staff']),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  emailIsRelay: z.boolean(),
  phone: z.string().nullable(),
  language: z.string().nullable(),
  /** `<connector>:<id>` for a guest of a PMS. */
  pmsId: z.string().nullable(),
  updatedAt: instantText,
});
export type Person = Readonly<z.infer<typeof person>>;
