import type { SessionServices } from '#api/staff-services';
import { AppError } from '#domain/failure';
import { isPasswordFresh, withPasswordShown } from '#domain/staff/session';
import type { StaffMember } from '#domain/staff/staff';
import type { Base } from '#main/base';
import { noteOwnAct } from './note-own-act.ts';
import { hashed, matches } from './secrets.ts';
import { endSessionsOf, heldSession } from './sessions.ts';
import type { SignInAttempts } from './sign-in-attempts.ts';

/** Whoever is signed in shows the password again, or chooses another. Wrong ones count as wrong sign-ins do. */
export function ownSecrets(
  base: Base,
  attempts: SignInAttempts,
): Pick<SessionServices, 'isConfirmed' | 'confirmPassword' | 'setSecrets'> {
  const { store, clock } = base;

  async function mustKnowPassword(member: StaffMember, password: string, from: string): Promise<void> {
    if (!attempts.mayTry(member.name, from)) throw new AppError('too-many-sign-ins', 'entering the password again');
    attempts.failed(member.name, from);
    if (await matches(member.passwordHash, password)) {
      attempts.succeeded(member.name, from);
      return;
    }
    await store.transact((transaction) =>
      noteOwnAct(transaction, 'password-refused', { member, from, at: clock.now() }),
    );
    throw new AppError('wrong-password', 'entering the password again');
  }

  return {
    isConfirmed: (token) =>
      store.read(async (view) => {
        const now = clock.now();
        const held = await heldSession(view, token, now);
        return held !== null && isPasswordFresh(held.session, now);
      }),

    async confirmPassword({ token, password, from }) {
      const member = await insideAs(base, token);
      await mustKnowPassword(member, password, from);
      await store.transact(async (transaction) => {
        const at = clock.now();
        const held = await heldSession(transaction, token, at);
        if (held !== null) await transaction.put('sessions', withPasswordShown(held.session, at));
        await noteOwnAct(transaction, 'password-confirmed', { member, from, at });
      });
    },

    async setSecrets({ token, current, password, pin, from }) {
      const member = await insideAs(base, token);
      const isFirst = member.oneTimeUntil !== null;
      if (isFirst && password === null) throw new AppError('choose-password', 'choosing a PIN before a password');
      if (!isFirst) await mustKnowPassword(member, current ?? '', from);
      const passwordHash = password === null ? null : await hashed(password);
      const pinHash = pin === null ? null : await hashed(pin);
      await store.transact(async (transaction) => {
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
        const note = { member, from, at: clock.now() };
        if (passwordHash !== null) {
          await endSessionsOf(transaction, member.id, token);
          await noteOwnAct(transaction, 'password-changed', note);
        }
        if (pinHash !== null) await noteOwnAct(transaction, 'pin-changed', note);
      });
    },
  };
}

/** Not from behind a locked screen. */
async function insideAs({ store, clock }: Base, token: string): Promise<StaffMember> {
  const held = await store.read((view) => heldSession(view, token, clock.now()));
  if (held === null) throw new AppError('not-signed-in', 'using the own password');
  if (held.session.locked !== null) throw new AppError('screen-locked', 'using the own password');
  return held.member;
}
