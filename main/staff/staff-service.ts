import type { SessionServices } from '#api/services';
import type { SignedIn } from '#api/views';
import { AppError } from '#domain/failure';
import type { StaffId } from '#domain/ids';
import type { Role, StaffMember } from '#domain/staff';
import type { Base } from '#main/base';
import { record } from '#main/timeline/record';
import { hash, verify } from '@node-rs/argon2';
import { SessionBook } from './session-book.ts';
import { SignInAttempts } from './sign-in-attempts.ts';

export interface StaffService extends SessionServices {
  /** The first Owner; refused as soon as there is any staff. */
  createOwner(input: { readonly name: string; readonly pin: string }): Promise<SignedIn>;
  hasStaff(): Promise<boolean>;
}

/** Sign-in by name and PIN. A wrong name and a wrong PIN are told apart neither in words nor in time. */
export function staffService(base: Base): StaffService {
  const book = new SessionBook(base);
  const attempts = new SignInAttempts(base.clock);
  // Verified when nobody has the name, so that the answer takes as long.
  const nobody = hash(base.random.id());

  return {
    async signIn({ name, pin, from }) {
      if (!attempts.mayTry(name, from)) throw new AppError('too-many-sign-ins', 'signing in');
      // Counted before it is verified, so that tries at the same time are counted too.
      attempts.failed(name, from);
      const staff = await findByName(base, name);
      const isRight = await verify(staff?.pinHash ?? (await nobody), pin);
      if (staff === null || !isRight || staff.disabledAt !== null) {
        await noteSignIn(base, 'sign-in-refused', null, from);
        throw new AppError('wrong-sign-in', 'signing in');
      }
      attempts.succeeded(name, from);
      await noteSignIn(base, 'signed-in', staff, from);
      return book.open(staff);
    },
    signOut: async (token) => book.close(token),
    whoIs: (token) => book.whoIs(token),

    async createOwner({ name, pin }) {
      const owner = await newStaff(base, { name, pin, role: 'owner' });
      await base.store.transact(async (transaction) => {
        if ((await transaction.all('staff', { limit: 1 })).length > 0) {
          throw new AppError('already-set-up', 'creating the first Owner');
        }
        await transaction.put('staff', owner);
      });
      return book.open(owner);
    },
    hasStaff: async () => (await base.store.read((view) => view.all('staff', { limit: 1 }))).length > 0,
  };
}

async function newStaff(
  base: Base,
  { name, pin, role }: { readonly name: string; readonly pin: string; readonly role: Role },
): Promise<StaffMember> {
  return {
    id: base.random.id() as StaffId,
    name: name.trim(),
    role,
    // argon2id with the library's defaults: 19 MiB, 2 passes (OWASP's first choice).
    pinHash: await hash(pin),
    disabledAt: null,
    createdAt: base.clock.now(),
  };
}

async function findByName(base: Base, name: string): Promise<StaffMember | null> {
  const value = name.trim().toLocaleLowerCase('en');
  const [staff = null] = await base.store.read((view) => view.find('staff', 'name', { value }));
  return staff;
}

async function noteSignIn(
  base: Base,
  kind: 'signed-in' | 'sign-in-refused',
  staff: StaffMember | null,
  from: string,
): Promise<void> {
  const by = staff === null ? { kind: 'portal' as const } : { kind: 'staff' as const, staffId: staff.id, name: staff.name };
  await base.store.transact((transaction) =>
    record(transaction, { at: base.clock.now(), by, notes: [{ kind, facts: { from } }] }),
  );
}
