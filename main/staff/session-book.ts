import type { SessionView } from '#api/staff-views';
import type { SignedIn } from '#api/views';
import type { StaffId } from '#domain/ids';
import { defaultSettings } from '#domain/house/settings';
import type { StaffMember } from '#domain/staff/staff';
import { plus, type InstantText } from '#domain/time/time';
import type { Base } from '#main/base';
import { Temporal } from 'temporal-polyfill';

/** A session ends this long after its sign-in, whatever happens in it: a shift, and no second one. */
const sessionLength = Temporal.Duration.from({ hours: 12 });
/** For so long after the password was entered, at the sign-in too, what is sensitive goes without it. */
const confirmedFor = Temporal.Duration.from({ minutes: 5 });
/** Wrong tries to re-open a locked screen before its session is over: a PIN has few digits. */
const triesToUnlock = 5;

interface Session {
  readonly staffId: StaffId;
  readonly from: string;
  readonly endsAt: InstantText;
  readonly confirmedUntil: InstantText;
  /** null: open. */
  readonly locked: { readonly wrongTries: number } | null;
}

/**
 * Who is signed in, in memory: a restart signs everybody out. A session is checked against the staff records at every call,
 * so it ends in the moment its owner is disabled.
 */
export class SessionBook {
  readonly #base: Base;
  readonly #sessions = new Map<string, Session>();

  constructor(base: Base) {
    this.#base = base;
  }

  /** @param from The PC that signs in: its PIN re-opens the screen there, and nowhere else. */
  open({ id, name, role }: StaffMember, from: string): SignedIn {
    // Two ids of 126 random bits or more.
    const token = `${this.#base.random.id()}${this.#base.random.id()}`;
    const now = this.#base.clock.now();
    this.#forgetEnded(now);
    const confirmedUntil = plus(now, confirmedFor);
    this.#sessions.set(token, { staffId: id, from, endsAt: plus(now, sessionLength), confirmedUntil, locked: null });
    return { token, staff: { id, name, role } };
  }

  close(token: string): void {
    this.#sessions.delete(token);
  }

  /** @param except The session that stays: the one in which its owner changes the password. */
  closeAllOf(staffId: StaffId, except: string | null): void {
    for (const [token, session] of this.#sessions) {
      if (session.staffId === staffId && token !== except) this.#sessions.delete(token);
    }
  }

  /** The PC that signed in; null when the session is over. */
  fromOf(token: string): string | null {
    return this.#live(token)?.from ?? null;
  }

  /** @returns the PC, or null when the session is over or locked already. */
  lock(token: string): Pick<Session, 'from'> | null {
    const session = this.#live(token);
    if (session === null || session.locked !== null) return null;
    this.#sessions.set(token, { ...session, locked: { wrongTries: 0 } });
    return session;
  }

  /**
   * Counts a try before it is judged, so that tries at the same time are counted too.
   * @returns null when nothing is locked; `isLast` when the session is over unless this try is right.
   */
  tryUnlock(token: string): { readonly from: string; readonly isLast: boolean } | null {
    const session = this.#live(token);
    if (session === null || session.locked === null || session.locked.wrongTries >= triesToUnlock) return null;
    const wrongTries = session.locked.wrongTries + 1;
    this.#sessions.set(token, { ...session, locked: { wrongTries } });
    return { from: session.from, isLast: wrongTries >= triesToUnlock };
  }

  unlock(token: string): void {
    const session = this.#live(token);
    if (session !== null) this.#sessions.set(token, { ...session, locked: null });
  }

  confirm(token: string): void {
    const session = this.#live(token);
    const confirmedUntil = plus(this.#base.clock.now(), confirmedFor);
    if (session !== null) this.#sessions.set(token, { ...session, confirmedUntil });
  }

  isConfirmed(token: string): boolean {
    const session = this.#live(token);
    return session !== null && session.locked === null && session.confirmedUntil > this.#base.clock.now();
  }

  /** The member of staff as the records have it now; null when the session, or the access, is over. */
  async memberOf(token: string): Promise<StaffMember | null> {
    const session = this.#live(token);
    if (session === null) return null;
    const member = await this.#base.store.read((view) => view.get('staff', session.staffId));
    return member === null || member.disabledAt !== null ? null : member;
  }

  async whoIs(token: string): Promise<SessionView | null> {
    const member = await this.memberOf(token);
    // Looked at again behind the reading: it may have been closed or locked meanwhile.
    const session = this.#live(token);
    if (session === null || member === null) return null;
    const settings = await this.#base.store.read((view) => view.get('settings', 'property'));
    return {
      id: member.id,
      name: member.name,
      role: member.role,
      state: stateOf(session, member),
      hasPin: member.pinHash !== null,
      lockAfterSeconds: (settings ?? defaultSettings).lockAfterSeconds,
    };
  }

  #live(token: string): Session | null {
    const session = this.#sessions.get(token);
    return session === undefined || session.endsAt <= this.#base.clock.now() ? null : session;
  }

  #forgetEnded(now: InstantText): void {
    for (const [token, { endsAt }] of this.#sessions) if (endsAt <= now) this.#sessions.delete(token);
  }
}

function stateOf(session: Session, member: StaffMember): SessionView['state'] {
  if (session.locked !== null) return 'locked';
  return member.oneTimeUntil === null ? 'open' : 'choose-password';
}
