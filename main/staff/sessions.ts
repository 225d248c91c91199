import type { SignedIn } from '#api/views';
import type { StaffId } from '#domain/ids';
import { isOver, latestEnd, newSession, type Session } from '#domain/staff/session';
import type { StaffMember } from '#domain/staff/staff';
import type { InstantText } from '#domain/time/time';
import type { Random } from '#main/ports/random';
import type { Transaction, View } from '#main/storage/store';
import { createHash } from 'node:crypto';

/**
 * Who is signed in, in the store: a restart signs nobody out, and a session that ends has ended for every program. A session is
 * read together with its member of staff, so it is worth nothing from the moment that its owner is disabled.
 */
export interface HeldSession {
  readonly session: Session;
  readonly member: StaffMember;
}

/** Two ids of 126 random bits or more. */
export function newToken(random: Random): string {
  return `${random.id()}${random.id()}`;
}

/** Begins the session of a token that only the caller knows. What ended meanwhile is swept out. */
export async function openSession(
  transaction: Transaction,
  token: string,
  { member, from, now }: { readonly member: StaffMember; readonly from: string; readonly now: InstantText },
): Promise<SignedIn> {
  const ended = await transaction.find('sessions', 'endsAt', { below: `${now}~` });
  const notBegun = await transaction.find('sessions', 'endsAt', { from: latestEnd(now) });
  for (const { id } of [...ended, ...notBegun]) await transaction.remove('sessions', id);
  const { id: staffId, name, role } = member;
  await transaction.put('sessions', newSession({ id: sessionIdOf(token), staffId, from }, now));
  return { token, staff: { id: staffId, name, role } };
}

/** The session of a token and the member of staff as the records have them now; null when it, or the access, is over. */
export async function heldSession(view: View, token: string, now: InstantText): Promise<HeldSession | null> {
  const session = await view.get('sessions', sessionIdOf(token));
  if (session === null || isOver(session, now)) return null;
  const member = await view.get('staff', session.staffId);
  return member === null || member.disabledAt !== null ? null : { session, member };
}

/** @param except The token of the session that stays: the one in which its owner changes the password. */
export async function endSessionsOf(
  transaction: Transaction,
  staffId: StaffId,
  except: string | null = null,
): Promise<void> {
  const stays = except === null ? null : sessionIdOf(except);
  const sessions = await transaction.find('sessions', 'staff', { value: staffId });
  for (const { id } of sessions) if (id !== stays) await transaction.remove('sessions', id);
}

/** One way: whoever reads the store, or a copy of it, has no token. */
function sessionIdOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
