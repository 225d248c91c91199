import type { SessionServices } from '#api/staff-services';
import type { SignedIn } from '#api/views';
import { AppError } from '#domain/failure';
import type { StaffId } from '#domain/ids';
import type { StaffMember } from '#domain/staff/staff';
import { appendAudit } from '#main/audit/append-audit';
import type { Base } from '#main/base';
import { record } from '#main/timeline/record';
import { lockedScreens } from './locked-screens.ts';
import { ownSecrets } from './own-secrets.ts';
import { hashed, matches } from './secrets.ts';
import { SessionBook } from './session-book.ts';
import { SignInAttempts } from './sign-in-attempts.ts';

export interface FirstOwner {
  readonly name: string;
  readonly password: string;
  readonly pin: string | null;
  readonly from: string;
}

export interface StaffService extends SessionServices {
  /** Who is signed in: for what ends sessions. */
  readonly book: SessionBook;
  /** The first Owner; refused as soon as there is any staff. */
  createOwner(input: FirstOwner): Promise<SignedIn>;
  hasStaff(): Promise<boolean>;
}

/** Sign-in by name and password. A wrong name and a wrong password are told apart neither in words nor in time. */
export function staffService(base: Base): StaffService {
  const book = new SessionBook(base);
  const attempts = new SignInAttempts(base.clock);
  // Verified when nobody has the name, so that the answer takes as long.
  const nobody = hashed(base.random.id());

  return {
    book,
    ...lockedScreens(base, book),
    ...ownSecrets(base, book, attempts),

    async signIn({ name, password, from }) {
      if (!attempts.mayTry(name, from)) throw new AppError('too-many-sign-ins', 'signing in');
      // Counted before it is verified, so that tries at the same time are counted too.
      attempts.failed(name, from);
      const member = await findByName(base, name);
      const isRight = await matches(member?.passwordHash ?? (await nobody), password);
      if (member === null || !isRight || !maySignIn(base, member)) {
        await noteSignIn(base, 'sign-in-refused', null, from);
        throw new AppError('wrong-sign-in', 'signing in');
      }
      attempts.succeeded(name, from);
      await noteSignIn(base, 'signed-in', member, from);
      return book.open(member, from);
    },
    whoIs: (token) => book.whoIs(token),

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
      await base.store.transact(async (transaction) => {
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
      });
      return book.open(owner, from);
    },
    hasStaff: async () => (await base.store.read((view) => view.all('staff', { limit: 1 }))).length > 0,
  };
}

/** A one-time code that was not used in time is no way in any more. */
function maySignIn(base: Base, { disabledAt, oneTimeUntil }: StaffMember): boolean {
  return disabledAt === null && (oneTimeUntil === null || oneTimeUntil > base.clock.now());
}

async function findByName(base: Base, name: string): Promise<StaffMember | null> {
  const value = name.trim().toLowerCase();
  const [member = null] = await base.store.read((view) => view.find('staff', 'name', { value }));
  return member;
}

async function noteSignIn(
  base: Base,
  kind: 'signed-in' | 'sign-in-refused',
  member: StaffMember | null,
  from: string,
): Promise<void> {
  const by =
    member === null
      ? { kind: 'portal' as const }
      : { kind: 'staff' as const, staffId: member.id, name: member.name, from };
  await base.store.transact((transaction) =>
    record(transaction, { at: base.clock.now(), by, notes: [{ kind, facts: { from } }] }),
  );
}
