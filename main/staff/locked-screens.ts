import type { SessionServices } from '#api/staff-services';
import { AppError } from '#domain/failure';
import type { Base } from '#main/base';
import { noteOwnAct } from './note-own-act.ts';
import { opensScreen } from './secrets.ts';
import type { SessionBook } from './session-book.ts';

/** Leaving the screen, and coming back to it. */
export function lockedScreens(base: Base, book: SessionBook): Pick<SessionServices, 'lock' | 'unlock' | 'signOut'> {
  return {
    async signOut(token) {
      const member = await book.memberOf(token);
      const from = book.fromOf(token);
      book.close(token);
      if (member !== null && from !== null) await noteOwnAct(base, 'signed-out', { member, from });
    },

    async lock(token) {
      const member = await book.memberOf(token);
      const session = book.lock(token);
      if (member !== null && session !== null) await noteOwnAct(base, 'screen-locked', { member, from: session.from });
    },

    async unlock({ token, secret, from }) {
      // A screen that could not tell in time that it was locked is judged like one that did.
      book.lock(token);
      const attempt = book.tryUnlock(token);
      const member = await book.memberOf(token);
      if (attempt === null || member === null) throw new AppError('not-signed-in', 'unlocking a screen');
      if (await opensScreen(member, secret, attempt.from === from)) {
        book.unlock(token);
        await noteOwnAct(base, 'screen-unlocked', { member, from });
        return;
      }
      if (attempt.isLast) book.close(token);
      await noteOwnAct(base, 'unlock-refused', { member, from });
      throw new AppError(attempt.isLast ? 'not-signed-in' : 'wrong-unlock', 'unlocking a screen');
    },
  };
}
