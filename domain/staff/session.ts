import { z } from 'zod';
import { staffId } from '#domain/ids';
import { clockTolerance, hasNotCome } from '#domain/time/clock-doubt';
import { plus, type InstantText, instantText } from '#domain/time/time';
import { Temporal } from 'temporal-polyfill';

/** Somebody who is signed in at a screen. What its screen shows for it, the token, is nowhere but there. */
export const session = z.object({
  /** The SHA-256 of the token, in hexadecimal. */
  id: z.string().regex(/^[\da-f]{64}$/),
  staffId,
  /** The PC that signed in: a PIN re-opens the screen there, and nowhere else. */
  from: z.string(),
  since: instantText,
  endsAt: instantText,
  /** So long what is sensitive goes without the password. */
  confirmedUntil: instantText,
  /** null: open. */
  locked: z.object({ wrongTries: z.number().int().nonnegative() }).nullable(),
});
export type Session = Readonly<z.infer<typeof session>>;

/** A session ends this long after its sign-in, whatever happens in it: a shift, and no second one. */
const sessionLength = Temporal.Duration.from({ hours: 12 });
/** For so long after the password was entered, at the sign-in too, what is sensitive goes without it. */
const confirmedFor = Temporal.Duration.from({ minutes: 5 });
/** Wrong tries to re-open a locked screen before its session is over: a PIN has few digits. */
const triesToUnlock = 5;

export function newSession(of: Pick<Session, 'id' | 'staffId' | 'from'>, now: InstantText): Session {
  return {
    ...of,
    since: now,
    endsAt: plus(now, sessionLength),
    confirmedUntil: plus(now, confirmedFor),
    locked: null,
  };
}

/** A session that ends later, or then, was begun at a time that has not come. */
export function latestEnd(now: InstantText): InstantText {
  return plus(now, sessionLength.add({ milliseconds: clockTolerance + 1 }));
}

/** Or began at a time that has not come: when it would end nobody knows. */
export function isOver({ since, endsAt }: Session, now: InstantText): boolean {
  return endsAt <= now || hasNotCome(since, now);
}

/** The same session when its screen is locked already. */
export function withScreenLocked(open: Session): Session {
  return open.locked === null ? { ...open, locked: { wrongTries: 0 } } : open;
}

/**
 * Counts a try to unlock before it is judged, so that tries at the same time are counted too.
 * @returns null when there were too many; `isLast` when the session is over unless this try is right.
 */
export function tryToUnlock(known: Session): { readonly session: Session; readonly isLast: boolean } | null {
  const wrongTries = (known.locked?.wrongTries ?? 0) + 1;
  if (wrongTries > triesToUnlock) return null;
  return { session: { ...known, locked: { wrongTries } }, isLast: wrongTries === triesToUnlock };
}

export function withScreenOpen(locked: Session): Session {
  return { ...locked, locked: null };
}

export function withPasswordShown(open: Session, now: InstantText): Session {
  return { ...open, confirmedUntil: plus(now, confirmedFor) };
}

/** Whether the password was entered within the last minutes, at a screen that is not locked. */
export function isPasswordFresh({ locked, confirmedUntil }: Session, now: InstantText): boolean {
  const entered = plus(confirmedUntil, confirmedFor.negated());
  return locked === null && confirmedUntil > now && !hasNotCome(entered, now);
}
