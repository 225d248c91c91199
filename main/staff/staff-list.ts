import type { StaffMemberInput } from '#api/staff-inputs';
import type { StaffServices } from '#api/staff-services';
import type { OneTimeCode, StaffRow } from '#api/staff-views';
import { AppError } from '#domain/failure';
import type { StaffId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import type { Role, StaffMember } from '#domain/staff/staff';
import { codeGoodUntil, isCodeGood } from '#domain/staff/one-time-code';
import { staffChangeRefusal, type StaffChange } from '#domain/staff/staff-rules';
import type { InstantText } from '#domain/time/time';
import { inNaturalOrder } from '#domain/text/natural-order';
import { appendAudit } from '#main/audit/append-audit';
import { changesBetween } from '#main/audit/changes-between';
import type { Base } from '#main/base';
import type { Transaction } from '#main/storage/store';
import { hashed, oneTimeCode } from './secrets.ts';
import { endSessionsOf } from './sessions.ts';

const whats = {
  role: 'staff-role-changed',
  disable: 'staff-disabled',
  enable: 'staff-enabled',
  reset: 'staff-reset',
} as const;

const endsSessions: ReadonlySet<string> = new Set<keyof typeof whats>(['disable', 'reset']);

export function staffList(base: Base): StaffServices {
  const newCode = async () => {
    const code = oneTimeCode(base.random);
    return { code, until: codeGoodUntil(base.clock.now()), passwordHash: await hashed(code) };
  };

  async function change(
    input: StaffMemberInput,
    by: Actor,
    { kind, edit }: { readonly kind: StaffChange & { kind: keyof typeof whats }; readonly edit: Partial<StaffMember> },
  ): Promise<StaffMember> {
    return base.store.transact(async (transaction) => {
      const member = await transaction.get('staff', input.staffId);
      if (member === null) throw new AppError('not-found', 'changing a member of staff');
      if (member.version !== input.version) throw new AppError('changed-meanwhile', 'changing a member of staff');
      await mustBeAllowed(transaction, by, kind, member);
      const changed = { ...member, ...edit, version: member.version + 1 };
      await transaction.put('staff', changed);
      if (endsSessions.has(kind.kind)) await endSessionsOf(transaction, member.id);
      const changes = changesBetween(member, changed);
      const what = whats[kind.kind];
      await appendAudit(transaction, { at: base.clock.now(), by, what, staffId: member.id, ...changes });
      return changed;
    });
  }

  return {
    list: () =>
      base.store.read(async (view) =>
        (await view.all('staff')).map((member) => rowOf(member, base.clock.now())).toSorted(inNaturalOrder),
      ),

    async invite({ name, role }, by): Promise<OneTimeCode> {
      const { code, until, passwordHash } = await newCode();
      const id = base.random.id() as StaffId;
      const now = base.clock.now();
      await base.store.transact(async (transaction) => {
        await mustBeAllowed(transaction, by, { kind: 'invite', role }, null);
        const value = name.toLowerCase();
        const namesakes = await transaction.count('staff', 'name', { value });
        if (namesakes > 0) throw new AppError('name-taken', 'inviting a member of staff');
        const fresh = {
          id,
          version: 0,
          name,
          role,
          pinHash: null,
          oneTimeUntil: until,
          disabledAt: null,
          createdAt: now,
        };
        await transaction.put('staff', { ...fresh, passwordHash });
        const after = { name, role };
        await appendAudit(transaction, { at: now, by, what: 'staff-invited', staffId: id, after });
      });
      return { staffId: id, name, code, until };
    },

    async setRole({ role, ...input }, by) {
      await change(input, by, { kind: { kind: 'role', role }, edit: { role } });
    },

    async disable(input, by) {
      const disabledAt = base.clock.now();
      await change(input, by, { kind: { kind: 'disable' }, edit: { disabledAt } });
    },

    async enable(input, by) {
      await change(input, by, { kind: { kind: 'enable' }, edit: { disabledAt: null } });
    },

    async reset(input, by): Promise<OneTimeCode> {
      const { code, until, passwordHash } = await newCode();
      const edit = { passwordHash, pinHash: null, oneTimeUntil: until };
      const { id, name } = await change(input, by, { kind: { kind: 'reset' }, edit });
      return { staffId: id, name, code, until };
    },
  };
}

/** Judged by the records of this very moment: whoever lost the role a second ago has lost it. */
async function mustBeAllowed(
  transaction: Transaction,
  by: Actor,
  kind: StaffChange,
  member: StaffMember | null,
): Promise<void> {
  const refused = staffChangeRefusal(await roleOf(transaction, by), kind, member, await transaction.all('staff'));
  if (refused !== null) throw new AppError(refused, `changing staff: ${kind.kind}`);
}

async function roleOf(transaction: Transaction, by: Actor): Promise<Role> {
  const actor = by.kind === 'staff' ? await transaction.get('staff', by.staffId) : null;
  if (actor === null || actor.disabledAt !== null) throw new AppError('not-signed-in', 'changing staff');
  return actor.role;
}

function rowOf({ id, version, name, role, disabledAt, oneTimeUntil }: StaffMember, now: InstantText): StaffRow {
  const state = (): StaffRow['state'] => {
    if (disabledAt !== null) return 'disabled';
    if (oneTimeUntil === null) return 'active';
    return isCodeGood(oneTimeUntil, now) ? 'invited' : 'expired';
  };
  return { id, version, name, role, state: state(), codeUntil: oneTimeUntil };
}
