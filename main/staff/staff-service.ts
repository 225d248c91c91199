import type { SessionServices } from '#api/staff-services';
import type { SignedIn } from '#api/views';
import { AppError } from '#domain/failure';
import type { StaffId } from '#domain/ids';
import { isCodeGood } from '#domain/staff/one-time-code';
import type { StaffMember } from '#domain/staff/staff';
import type { InstantText } from '#domain/time/time';
import { appendAudit } from '#main/audit/append-audit';
import type { Base } from '#main/base';
import { record } from '#main/timeline/record';
import { lockedScreens } from './locked-screens.ts';
import { ownSecrets } from './own-secrets.ts';
import { hashed, matches } from './secrets.ts';
import { newToken, openSession } from './sessions.ts';
import { SignInAttempts } from './sign-in-attempts.ts';
import { whoIs } from './who-is.ts';

export interface FirstOwner {
  readonly name: string;
  readonly password: string;
  readonly pin: string | null;
  readonly from: string;
}

export interface StaffService extends SessionServices {
  /** The first Owner; refused as soon as there is any staff. */
  createOwner(input: FirstOwner): Promise<SignedIn>;
  hasStaff(): Promise<boolean>;
}

/** Sign-in by name and password. A wrong name and a wrong password are told apart neither in words nor in time. */
export function staffService(base: Base): StaffService {
  const attempts = new SignInAttempts(base.clock);
  // Verified when nobody has the name, so that the answer takes as long.
  const nobody = hashed(base.random.id());

  return {
    ...lockedScreens(base),
    ...ownSecrets(base, attempts),

    async signIn({ name, password, from }) {
      if (!attempts.mayTry(name, from)) throw new AppError('too-many-sign-ins', 'signing in');
      // Counted before it is verified, so that tries at the same time are counted too.
      attempts.failed(name, from);
      const member = await findByName(base, name);
      const isRight = await matches(member?.passwordHash ?? (await nobody), password);
      const signedIn = member === null || !isRight ? null : await enter(base, member, from);
      if (signedIn === null) {
        await base.store.transact((transaction) =>
          record(transaction, {
            at: base.clock.now(),
            by: { kind: 'portal' },
            notes: [{ kind: 'sign-in-refused', facts: { from } }],
          }),
        );
        throw new AppError('wrong-sign-in', 'signing in');
      }
      attempts.succeeded(name, from);
      return signedIn;
    },
    whoIs: (token) => whoIs(base, token),

    async createOwner({ name, password, pin, from }) {
      const owner: StaffMember = {
        id: base.random.id() as StaffId,
        version: 0,
        name: name.trim(),
        role: 'owner',
        passwordHash: await hashed(password),
        pinHash: pin === null ? null : await hashed(pin),
        oneTimeUntil: null,
        disabledAt: null,
        createdAt: base.clock.now(),
      };
      const token = newToken(base.random);
      return base.store.transact(async (transaction) => {
        if ((await transaction.all('staff', { limit: 1 })).length > 0) {
          throw new AppError('already-set-up', 'creating the first Owner');
        }
        await transaction.put('staff', owner);
        const { id: staffId, createdAt: at } = owner;
        const after = { name: owner.name, role: owner.role };
        await appendAudit(transaction, {
          at,
          by: { kind: 'portal' },
          what: 'staff-invited',
          staffId,
          facts: { from },
          after,
        });
        return openSession(transaction, token, { member: owner, from, now: at });
      });
    },
    hasStaff: async () => (await base.store.read((view) => view.all('staff', { limit: 1 }))).length > 0,
  };
}

/** null: what was right when it was looked at is no way in any more. */
function enter(base: Base, { id, passwordHash }: StaffMember, from: string): Promise<SignedIn | null> {
  const token = newToken(base.random);
  return base.store.transact(async (transaction) => {
    const now = base.clock.now();
    const member = await transaction.get('staff', id);
    // Reset while the old password was being verified.
    if (member?.passwordHash !== passwordHash || !maySignIn(member, now)) return null;
    const by = { kind: 'staff' as const, staffId: id, name: member.name, from };
    await record(transaction, { at: now, by, notes: [{ kind: 'signed-in', facts: { from } }] });
    return openSession(transaction, token, { member, from, now });
  });
}

/** A one-time code that was not used in time is no way in any more. */
function maySignIn({ disabledAt, oneTimeUntil }: StaffMember, now: InstantText): boolean {
  return disabledAt === null && (oneTimeUntil === null || isCodeGood(oneTimeUntil, now));
}

async function findByName(base: Base, name: string): Promise<StaffMember | null> {
  const value = name.trim().toLowerCase();
  const [member = null] = await base.store.read((view) => view.find('staff', 'name', { value }));
  return member;
}
