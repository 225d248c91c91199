import type { StaffId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import type { Role } from '#domain/staff/staff';
import { staffList } from '#main/staff/staff-list';
import { staffService } from '#main/staff/staff-service';
import { openMemoryStore } from '#main/storage/memory-store';
import { ManualClock } from './manual-clock.ts';
import { SeededRandom } from './seeded-random.ts';
import { silentLog } from './silent-log.ts';

export const pc = 'desk-1';
export const rosa = { name: 'Rosa Lima', password: 'sardines at noon', pin: '246810' };

/** A hotel's staff in memory: Rosa is the Owner, and whoever is hired has chosen a password already. */
export async function openStaffDesk() {
  const clock = new ManualClock('2026-11-23T07:00:00Z');
  const store = openMemoryStore();
  const base = { store, clock, random: new SeededRandom(), log: silentLog };
  const sessions = staffService(base);
  const list = staffList(base);
  const { staff } = await sessions.createOwner({ ...rosa, from: pc });
  const owner: Actor = { kind: 'staff', staffId: staff.id, name: staff.name, from: pc };

  return {
    base,
    clock,
    store,
    sessions,
    list,
    owner,
    rowOf: async (name: string) => {
      const row = (await list.list()).find((each) => each.name === name);
      if (row === undefined) throw new RangeError(`no ${name}`);
      return row;
    },
    /** The one to whom it is done, as the screen that asks has them. */
    async subject(name: string) {
      const { id: staffId, version } = await this.rowOf(name);
      return { staffId, version };
    },
    /** Invited, and through the first sign-in. */
    async hire(name: string, role: Role): Promise<Actor> {
      const { code, staffId } = await list.invite({ name, role }, owner);
      const { token } = await sessions.signIn({ name, password: code, from: pc });
      await sessions.setSecrets({ token, current: null, password: `${name} likes figs`, pin: '1357', from: pc });
      await sessions.signOut(token);
      return { kind: 'staff', staffId, name, from: pc };
    },
    signIn: async (name: string, password = `${name} likes figs`) =>
      (await sessions.signIn({ name, password, from: pc })).token,
    audit: () => store.read((view) => view.all('audit')),
    idOf: async (name: string): Promise<StaffId> =>
      (await list.list()).find((each) => each.name === name)?.id ?? ('nobody' as StaffId),
  };
}

export type StaffDesk = Awaited<ReturnType<typeof openStaffDesk>>;

/** What a call ends in: the failure's code, or `done`. */
export function endOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (failure: { code: string }) => failure.code,
  );
}
