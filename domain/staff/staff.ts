import { z } from 'zod';
import { staffId } from '#domain/ids';
import { instantText } from '#domain/time/time';

export const roles = ['owner', 'general-manager', 'team', 'installer', 'housekeeping'] as const;
export type Role = (typeof roles)[number];

const present = z.object({
  id: staffId,
  /** Raised with every change; an edit made from an older version is refused. */
  version: z.number().int().nonnegative().default(0),
  name: z.string().min(1),
  role: z.enum(roles),
  /** argon2id in PHC text form: what signs in. */
  passwordHash: z.string(),
  /** argon2id of the PIN that re-opens a locked screen, and does nothing else; null: none chosen. */
  pinHash: z.string().nullable(),
  /** The password is a one-time code, good until then; its owner chooses a password before anything else. */
  oneTimeUntil: instantText.nullable().default(null),
  disabledAt: instantText.nullable(),
  createdAt: instantText,
});

/** Once a PIN was all there was, and it signed in: it goes on as the password, and re-opens the screen as well. */
export const staffMember = z.preprocess(withPassword, present);
export type StaffMember = Readonly<z.infer<typeof present>>;

function withPassword(record: unknown): unknown {
  if (typeof record !== 'object' || record === null || 'passwordHash' in record || !('pinHash' in record))
    return record;
  return { ...record, passwordHash: record.pinHash };
}
