import { beforeEach, describe, expect, it } from 'vitest';
import { endOf, openStaffDesk, pc, type StaffDesk } from '#tests/support/staff-desk';

let desk: StaffDesk;

beforeEach(async () => {
  desk = await openStaffDesk();
});

describe('an invitation', () => {
  it('is a one-time code that leads to nothing but choosing a password', async () => {
    const { code } = await desk.list.invite({ name: 'Tiago', role: 'team' }, desk.owner);

    const { token } = await desk.sessions.signIn({ name: 'Tiago', password: code, from: pc });

    expect(await desk.sessions.whoIs(token)).toMatchObject({ name: 'Tiago', role: 'team', state: 'choose-password' });
    expect(await desk.rowOf('Tiago')).toMatchObject({ state: 'invited' });
  });

  it('is used up by choosing a password, which needs no other', async () => {
    const { code } = await desk.list.invite({ name: 'Tiago', role: 'team' }, desk.owner);
    const { token } = await desk.sessions.signIn({ name: 'Tiago', password: code, from: pc });

    await desk.sessions.setSecrets({ token, current: null, password: 'nine green doors', pin: null, from: pc });

    expect(await desk.sessions.whoIs(token)).toMatchObject({ state: 'open' });
    expect(await endOf(desk.signIn('Tiago', code))).toBe('wrong-sign-in');
    expect(await endOf(desk.signIn('Tiago', 'nine green doors'))).toBe('done');
  });

  it('ends after a week', async () => {
    const { code } = await desk.list.invite({ name: 'Tiago', role: 'team' }, desk.owner);
    await desk.clock.advance({ hours: 7 * 24 + 1 });

    expect(await endOf(desk.signIn('Tiago', code))).toBe('wrong-sign-in');
    expect(await desk.rowOf('Tiago')).toMatchObject({ state: 'expired' });
  });

  it('is refused for a name that somebody has, in any capitals', async () => {
    expect(await endOf(desk.list.invite({ name: 'ROSA lima', role: 'team' }, desk.owner))).toBe('name-taken');
  });

  it('to be an Owner comes from an Owner only', async () => {
    const gina = await desk.hire('Gina', 'general-manager');

    expect(await endOf(desk.list.invite({ name: 'Otto', role: 'owner' }, gina))).toBe('only-an-owner');
    expect(await endOf(desk.list.invite({ name: 'Otto', role: 'team' }, gina))).toBe('done');
  });
});

describe('an Owner', () => {
  it('is neither disabled, demoted nor reset by a General Manager', async () => {
    const gina = await desk.hire('Gina', 'general-manager');
    await desk.hire('Otto', 'owner');
    const otto = await desk.subject('Otto');

    expect([
      await endOf(desk.list.disable(otto, gina)),
      await endOf(desk.list.setRole({ ...otto, role: 'team' }, gina)),
      await endOf(desk.list.reset(otto, gina)),
    ]).toEqual(['only-an-owner', 'only-an-owner', 'only-an-owner']);
  });

  it('who is the last one can be neither disabled nor demoted, by nobody', async () => {
    const last = await desk.subject('Rosa Lima');

    expect(await endOf(desk.list.disable(last, desk.owner))).toBe('last-owner');
    expect(await endOf(desk.list.setRole({ ...last, role: 'general-manager' }, desk.owner))).toBe('last-owner');
  });

  it('does not count while the invitation was not used', async () => {
    await desk.list.invite({ name: 'Otto', role: 'owner' }, desk.owner);

    expect(await endOf(desk.list.disable(await desk.subject('Rosa Lima'), desk.owner))).toBe('last-owner');
  });

  it('may go when there is another', async () => {
    await desk.hire('Otto', 'owner');

    expect(await endOf(desk.list.disable(await desk.subject('Rosa Lima'), desk.owner))).toBe('done');
  });

  it('two Owners who disable each other at the same time leave one', async () => {
    const otto = await desk.hire('Otto', 'owner');
    const [first, second] = [await desk.subject('Rosa Lima'), await desk.subject('Otto')];

    const ends = await Promise.all([
      endOf(desk.list.disable(first, otto)),
      endOf(desk.list.disable(second, desk.owner)),
    ]);

    expect(ends.toSorted()).toEqual(['done', 'not-signed-in']);
  });
});

describe('somebody who leaves', () => {
  it('is out of every session at once, and cannot come back', async () => {
    await desk.hire('Tiago', 'team');
    const token = await desk.signIn('Tiago');

    await desk.list.disable(await desk.subject('Tiago'), desk.owner);

    expect(await desk.sessions.whoIs(token)).toBeNull();
    expect(await endOf(desk.signIn('Tiago'))).toBe('wrong-sign-in');
  });

  it('is back with the old password when enabled again, but in no old session', async () => {
    await desk.hire('Tiago', 'team');
    const token = await desk.signIn('Tiago');
    await desk.list.disable(await desk.subject('Tiago'), desk.owner);

    await desk.list.enable(await desk.subject('Tiago'), desk.owner);

    expect(await desk.sessions.whoIs(token)).toBeNull();
    expect(await endOf(desk.signIn('Tiago'))).toBe('done');
  });
});

it('a new role counts from the next call on', async () => {
  await desk.hire('Tiago', 'team');
  const token = await desk.signIn('Tiago');

  await desk.list.setRole({ ...(await desk.subject('Tiago')), role: 'housekeeping' }, desk.owner);

  expect(await desk.sessions.whoIs(token)).toMatchObject({ role: 'housekeeping' });
});

it('a reset forgets the password, the PIN and every session', async () => {
  await desk.hire('Tiago', 'team');
  const token = await desk.signIn('Tiago');

  const { code } = await desk.list.reset(await desk.subject('Tiago'), desk.owner);

  expect(await desk.sessions.whoIs(token)).toBeNull();
  expect(await endOf(desk.signIn('Tiago'))).toBe('wrong-sign-in');
  expect(await desk.sessions.whoIs(await desk.signIn('Tiago', code))).toMatchObject({
    state: 'choose-password',
    hasPin: false,
  });
});

it('the second of two who change somebody at once is told', async () => {
  await desk.hire('Tiago', 'team');
  const seen = await desk.subject('Tiago');
  await desk.list.setRole({ ...seen, role: 'installer' }, desk.owner);

  expect(await endOf(desk.list.setRole({ ...seen, role: 'housekeeping' }, desk.owner))).toBe('changed-meanwhile');
});

it('a one-time code is in neither the records nor the audit', async () => {
  const { code } = await desk.list.invite({ name: 'Tiago', role: 'team' }, desk.owner);
  const kept = await desk.store.read(async (view) => [await view.all('staff'), await view.all('audit')]);

  expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  expect(JSON.stringify(kept)).not.toContain(code);
});
