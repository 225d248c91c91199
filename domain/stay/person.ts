import { z } from 'zod';
import { personId } from '#domain/ids';
import { instantText } from '#domain/time/time';

/** As people write it, with country code, blanks and brackets. */
export function isPhoneNumber(text: string): boolean {
  return /^\+?[\d\s()/.-]{4,40}$/.test(text);
}

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
  /** `<connection>:<the PMS's id>` for a guest of a PMS. */
  pmsId: z.string().nullable(),
  updatedAt: instantText,
});
export type Person = Readonly<z.infer<typeof person>>;
