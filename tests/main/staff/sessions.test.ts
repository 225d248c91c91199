import { beforeEach, describe, expect, it } from 'vitest';
import { appRouter } from '#api/router';
import type { Services } from '#api/services';
import { session } from '#domain/staff/session';
import { deskService } from '#main/desk/desk-service';
import { staffList } from '#main/staff/staff-list';
import { staffService, type StaffService } from '#main/staff/staff-service';
import { Mains } from '#tests/support/mains';
import { endOf, openStaffDesk, pc, rosa, type StaffDesk } from '#tests/support/staff-desk';

let desk: StaffDesk;
let token: string;
/** Another program on the same store: a second PC's, or this one's after a restart. */
let other: StaffService;

beforeEach(async () => {
  desk = await openStaffDesk();
  token = await desk.signIn(rosa.name, rosa.password);
  other = staffService(desk.base);
});

const sessions = () => desk.store.read((view) => view.all('sessions'));

/** What a screen of the other program with this session hears of the desk. */
async function lineAtTheOther() {
  const services = { sessions: other, desk: deskService(desk.base), demo: null } as unknown as Services;
  const caller = appRouter.createCaller({ services, token, from: pc });
  return (await caller.desk.changes())[Symbol.asyncIterator]();
}

describe('a restart', () => {
  it('signs nobody out', async () => {
    expect(await other.whoIs(token)).toMatchObject({ name: 'Rosa Lima', state: 'open' });
  });

  it('leaves a locked screen locked, with the tries that were made at it', async () => {
    await desk.sessions.lock(token);
    await endOf(desk.sessions.unlock({ token, secret: '000000', from: pc }));
    await endOf(desk.sessions.unlock({ token, secret: '000000', from: pc }));

    const ends = [];
    for (let each = 0; each < 3; each += 1) ends.push(await endOf(other.unlock({ token, secret: '0000', from: pc })));

    expect(ends).toEqual(['wrong-unlock', 'wrong-unlock', 'not-signed-in']);
    expect(await desk.sessions.whoIs(token)).toBeNull();
  });

  it('does not make the password that was entered fresh again, nor stale', async () => {
    await desk.clock.advance({ minutes: 4 });
    const before = await other.isConfirmed(token);
    await desk.clock.advance({ minutes: 1 });

    expect([before, await other.isConfirmed(token)]).toEqual([true, false]);
  });

  it('does not lengthen the shift', async () => {
    await desk.clock.advance({ hours: 12 });

    expect(await other.whoIs(token)).toBeNull();
  });
});

describe('a session that ends at one program ends at every other', () => {
  it('when its owner signs out, on a line that was open before too', async () => {
    const line = await lineAtTheOther();
    const heard = line.next();

    await desk.sessions.signOut(token);

    expect(await heard).toEqual({ done: true, value: undefined });
    expect(await other.whoIs(token)).toBeNull();
  });

  it('when its screen is locked: nothing more is heard there', async () => {
    const line = await lineAtTheOther();
    const heard = line.next();

    await desk.sessions.lock(token);

    expect(await heard).toEqual({ done: true, value: undefined });
    expect(await other.whoIs(token)).toMatchObject({ state: 'locked' });
  });

  it('when its owner changes the password elsewhere', async () => {
    const elsewhere = await other.signIn({ ...rosa, from: 'desk-2' });

    await other.setSecrets({
      token: elsewhere.token,
      current: rosa.password,
      password: 'nine doors',
      pin: null,
      from: pc,
    });

    expect(await desk.sessions.whoIs(token)).toBeNull();
    expect(await desk.sessions.whoIs(elsewhere.token)).toMatchObject({ state: 'open' });
  });

  it.each(['disable', 'reset'] as const)('when somebody does this to its owner: %s', async (act) => {
    await desk.hire('Tiago', 'team');
    const his = await desk.signIn('Tiago');

    await staffList(desk.base)[act](await desk.subject('Tiago'), desk.owner);

    expect(await other.whoIs(his)).toBeNull();
    expect((await sessions()).map(({ staffId }) => staffId)).not.toContain(await desk.idOf('Tiago'));
  });

  it('and somebody who is enabled again signs in anew', async () => {
    await desk.hire('Tiago', 'team');
    const his = await desk.signIn('Tiago');
    await desk.list.disable(await desk.subject('Tiago'), desk.owner);

    await desk.list.enable(await desk.subject('Tiago'), desk.owner);

    expect(await other.whoIs(his)).toBeNull();
  });
});

it('an old password that is being checked while it is reset elsewhere opens no session', async () => {
  await desk.hire('Tiago', 'team');
  const gate = Promise.withResolvers<void>();
  const store = {
    ...new Mains().store(desk.store),
    transact: async <Result>(work: Parameters<typeof desk.store.transact<Result>>[0]) => {
      await gate.promise;
      return desk.store.transact(work);
    },
  };
  const signingIn = endOf(
    staffService({ ...desk.base, store }).signIn({ name: 'Tiago', password: 'Tiago likes figs', from: pc }),
  );
  await desk.list.reset(await desk.subject('Tiago'), desk.owner);

  gate.resolve();

  expect(await signingIn).toBe('wrong-sign-in');
});

describe('what is kept of a session', () => {
  it('is not its token, nowhere', async () => {
    await desk.sessions.lock(token);
    const kept = await desk.store.read(async (view) => [
      await view.all('sessions'),
      await view.all('audit'),
      await view.all('timeline'),
    ]);

    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('is told neither by the audit nor by the notices of changes', async () => {
    const line = await lineAtTheOther();
    const heard = line.next();
    await desk.signIn(rosa.name, rosa.password);
    const told = JSON.stringify([await desk.audit(), await heard]);
    const ids = (await sessions()).map(({ id }) => id);

    expect(told).toContain('"collection":"sessions"');
    expect(ids.filter((id) => told.includes(id))).toEqual([]);
  });

  it('goes at the next sign-in after its end', async () => {
    await desk.clock.advance({ hours: 12 });
    await desk.signIn(rosa.name, rosa.password);

    expect((await sessions()).map(({ since }) => since)).toEqual(['2026-11-23T19:00:00.000Z']);
  });

  it('is nothing of its calls: none of them costs a commit, however long the shift', async () => {
    let commits = 0;
    desk.store.onCommit(() => (commits += 1));
    for (let call = 0; call < 100; call += 1) await desk.sessions.whoIs(token);
    await desk.clock.advance({ hours: 11 });
    for (let call = 0; call < 100; call += 1) await desk.sessions.whoIs(token);

    expect(commits).toBe(0);
  });

  it('may be what an older Portal kept, with a last use that nobody reads', () => {
    const older = {
      id: 'a'.repeat(64),
      staffId: 'rosa',
      from: pc,
      since: '2026-11-23T07:00:00.000Z',
      lastUsedAt: '2026-11-23T07:15:00.000Z',
      endsAt: '2026-11-23T19:00:00.000Z',
      confirmedUntil: '2026-11-23T07:05:00.000Z',
      locked: null,
    };

    expect(session.parse(older)).toMatchObject({ endsAt: '2026-11-23T19:00:00.000Z' });
  });

  it('is not needed to be written for the screens to be seen: a full disk signs nobody out', async () => {
    const mains = new Mains();
    mains.diskFull = true;
    await desk.clock.advance({ hours: 1 });

    const seen = await staffService({ ...desk.base, store: mains.store(desk.store) }).whoIs(token);

    expect(seen).toMatchObject({ name: 'Rosa Lima' });
    expect(mains.refusals).toBe(0);
  });
});
