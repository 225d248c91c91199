import type { SessionServices } from '#api/staff-services';
import { AppError } from '#domain/failure';
import type { StaffMember } from '#domain/staff/staff';
import { appendAudit } from '#main/audit/append-audit';
import type { Base } from '#main/base';
import { noteOwnAct } from './note-own-act.ts';
import { hashed, matches } from './secrets.ts';
import type { SessionBook } from './session-book.ts';
import type { SignInAttempts } from './sign-in-attempts.ts';

/** Whoever is signed in shows the password again, or chooses another. Wrong ones count as wrong sign-ins do. */
export function ownSecrets(
  base: Base,
  book: SessionBook,
  attempts: SignInAttempts,
): Pick<SessionServices, 'isConfirmed' | 'confirmPassword' | 'setSecrets'> {
  async function mustKnowPassword(member: StaffMember, password: string, from: string): Promise<void> {
    if (!attempts.mayTry(member.name, from)) throw new AppError('too-many-sign-ins', 'entering the password again');
    attempts.failed(member.name, from);
    if (await matches(member.passwordHash, password)) {
      attempts.succeeded(member.name, from);
      return;
    }
    await noteOwnAct(base, 'password-refused', { member, from });
    throw new AppError('wrong-password', 'entering the password again');
  }

  return {
    isConfirmed: async (token) => book.isConfirmed(token),

    async confirmPassword({ token, password, from }) {
      const member = await insideAs(book, token);
      await mustKnowPassword(member, password, from);
      book.confirm(token);
      await noteOwnAct(base, 'password-confirmed', { member, from });
    },

    async setSecrets({ token, current, password, pin, from }) {
      const member = await insideAs(book, token);
      const isFirst = member.oneTimeUntil !== null;
      if (isFirst && password === null) throw new AppError('choose-password', 'choosing a PIN before a password');
      if (!isFirst) await mustKnowPassword(member, current ?? '', from);
      const passwordHash = password === null ? null : await hashed(password);
      const pinHash = pin === null ? null : await hashed(pin);
      await base.store.transact(async (transaction) => {
        const present = await transaction.get('staff', member.id);
        // Reset or disabled while the new one was being hashed.
        if (present?.passwordHash !== member.passwordHash || present.disabledAt !== null) {
          throw new AppError('not-signed-in', 'changing the own password');
        }
        await transaction.put('staff', {
          ...present,
          version: present.version + 1,
          passwordHash: passwordHash ?? present.passwordHash,
          pinHash: pinHash ?? present.pinHash,
          oneTimeUntil: passwordHash === null ? present.oneTimeUntil : null,
        });
        const note = {
          at: base.clock.now(),
          by: { kind: 'staff' as const, staffId: member.id, name: member.name, from },
          staffId: member.id,
        };
        if (passwordHash !== null) await appendAudit(transaction, { ...note, what: 'password-changed' });
        if (pinHash !== null) await appendAudit(transaction, { ...note, what: 'pin-changed' });
      });
      if (passwordHash !== null) book.closeAllOf(member.id, token);
    },
  };
}

/** Not from behind a locked screen. */
async function insideAs(book: SessionBook, token: string): Promise<StaffMember> {
  const session = await book.whoIs(token);
  const member = await book.memberOf(token);
  if (session === null || member === null) throw new AppError('not-signed-in', 'using the own password');
  if (session.state === 'locked') throw new AppError('screen-locked', 'using the own password');
  return member;
}
