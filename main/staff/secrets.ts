import type { StaffMember } from '#domain/staff/staff';
import type { Random } from '#main/ports/random';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with the library's defaults: 19 MiB, 2 passes (OWASP's first choice). */
export function hashed(secret: string): Promise<string> {
  return hash(written(secret));
}

/** Takes as long whether it is right or not. */
export function matches(secretHash: string, secret: string): Promise<boolean> {
  return verify(secretHash, written(secret));
}

/** Whether it re-opens a locked screen: the password, or on the PC that signed in also the PIN. */
export async function opensScreen(member: StaffMember, secret: string, isSamePc: boolean): Promise<boolean> {
  const mayBePin = isSamePc && member.pinHash !== null && /^\d{4,12}$/.test(secret);
  if (mayBePin && member.pinHash !== null && (await matches(member.pinHash, secret))) return true;
  return matches(member.passwordHash, secret);
}

/** `k7mp-4xq2-9tnb`: 58 random bits, without letters that are read for another. */
export function oneTimeCode(random: Random): string {
  const letter = (): string => letters.charAt(random.integer(letters.length));
  const group = (): string => letter() + letter() + letter() + letter();
  return `${group()}-${group()}-${group()}`;
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** The same characters typed on two keyboards are the same secret. */
function written(secret: string): string {
  return secret.normalize('NFKC');
}
