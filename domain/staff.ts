import { z } from 'zod';
import { staffId } from './ids.ts';
import { instantText } from './time.ts';

export const roles = ['owner', 'general-manager', 'team', 'installer', 'housekeeping'] as const;
export type Role = (typeof roles)[number];

export const staffMember = z.object({
  id: staffId,
  name: z.string().min(1),
  role: z.enum(roles),
  /** argon2id in PHC text form. */
  pinHash: z.string(),
  disabledAt: instantText.nullable(),
  createdAt: instantText,
});
export type StaffMember = Readonly<z.infer<typeof staffMember>>;
