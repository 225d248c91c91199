import type { SessionServices } from '#api/staff-services';
import { AppError } from '#domain/failure';
import { tryToUnlock, withScreenLocked, withScreenOpen } from '#domain/staff/session';
import type { Base } from '#main/base';
import { noteOwnAct } from './note-own-act.ts';
import { opensScreen } from './secrets.ts';
import { heldSession, type HeldSession } from './sessions.ts';

/** Leaving the screen, and coming back to it. */
export function lockedScreens(base: Base): Pick<SessionServices, 'lock' | 'unlock' | 'signOut'> {
  return {
    signOut: (token) =>
      base.store.transact(async (transaction) => {
        const at = base.clock.now();
        const held = await heldSession(transaction, token, at);
        if (held === null) return;
        const { session, member } = held;
        await transaction.remove('sessions', session.id);
        await noteOwnAct(transaction, 'signed-out', { member, from: session.from, at });
      }),

    lock: (token) =>
      base.store.transact(async (transaction) => {
        const at = base.clock.now();
        const held = await heldSession(transaction, token, at);
        if (held === null || held.session.locked !== null) return;
        const { session, member } = held;
        await transaction.put('sessions', withScreenLocked(session));
        await noteOwnAct(transaction, 'screen-locked', { member, from: session.from, at });
      }),

    async unlock({ token, secret, from }) {
      const attempt = await countedTry(base, token);
      if (attempt === null) throw over();
      const { session, member } = attempt.held;
      const isRight = await opensScreen(member, secret, session.from === from);
      const isIn = await base.store.transact(async (transaction) => {
        const at = base.clock.now();
        const held = await heldSession(transaction, token, at);
        if (isRight && held !== null) {
          await transaction.put('sessions', withScreenOpen(held.session));
          await noteOwnAct(transaction, 'screen-unlocked', { member, from, at });
          return true;
        }
        if (isRight) return false;
        if (attempt.isLast) await transaction.remove('sessions', session.id);
        await noteOwnAct(transaction, 'unlock-refused', { member, from, at });
        return false;
      });
      if (isIn) return;
      throw isRight || attempt.isLast ? over() : new AppError('wrong-unlock', 'unlocking a screen');
    },
  };
}

/**
 * A screen that could not tell in time that it was locked is judged like one that did: a try locks it.
 * @returns null when the session is over, or has had all its tries.
 */
function countedTry(
  base: Base,
  token: string,
): Promise<{ readonly held: HeldSession; readonly isLast: boolean } | null> {
  return base.store.transact(async (transaction) => {
    const held = await heldSession(transaction, token, base.clock.now());
    const attempt = held === null ? null : tryToUnlock(held.session);
    if (held === null || attempt === null) return null;
    await transaction.put('sessions', attempt.session);
    return { held, isLast: attempt.isLast };
  });
}

function over(): AppError {
  return new AppError('not-signed-in', 'unlocking a screen');
}
