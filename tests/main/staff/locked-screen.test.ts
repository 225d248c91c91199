import { beforeEach, describe, expect, it } from 'vitest';
import { appRouter } from '#api/router';
import type { Services } from '#api/services';
import { deskService } from '#main/desk/desk-service';
import { endOf, openStaffDesk, pc, rosa, type StaffDesk } from '#tests/support/staff-desk';

let desk: StaffDesk;
let token: string;

beforeEach(async () => {
  desk = await openStaffDesk();
  token = await desk.signIn(rosa.name, rosa.password);
});

/** The router as a portal with this session calls it; what is behind it is not asked. */
function calling() {
  const services = {
    sessions: desk.sessions,
    staff: desk.list,
    desk: deskService(desk.base),
    demo: null,
  } as unknown as Services;
  return appRouter.createCaller({ services, token, from: pc });
}

/** The code with which the router refuses. */
function refusalOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (failure: { message: string }) => failure.message,
  );
}

const unlock = (secret: string, from = pc) => endOf(desk.sessions.unlock({ token, secret, from }));

describe('a locked screen', () => {
  beforeEach(() => desk.sessions.lock(token));

  it('is refused everything by the server', async () => {
    expect(await refusalOf(calling().staff.list())).toBe('screen-locked');
    expect(await refusalOf(calling().sessions.confirmPassword({ password: rosa.password }))).toMatch(/^screen-locked/);
  });

  it('hears nothing more of the desk, on a line that was open before', async () => {
    await desk.sessions.unlock({ token, secret: rosa.pin, from: pc });
    const line = (await calling().desk.changes())[Symbol.asyncIterator]();
    const heard = line.next();

    await desk.sessions.lock(token);

    expect(await heard).toEqual({ done: true, value: undefined });
  });

  it('still says whose it is', async () => {
    expect(await calling().sessions.me()).toMatchObject({ name: 'Rosa Lima', state: 'locked', hasPin: true });
  });

  it('opens again with the PIN, in the same session', async () => {
    expect(await unlock(rosa.pin)).toBe('done');
    expect(await refusalOf(calling().staff.list())).toBe('done');
  });

  it('opens with the password too', async () => {
    expect(await unlock(rosa.password)).toBe('done');
  });

  it('does not open with the PIN from another PC', async () => {
    expect(await unlock(rosa.pin, 'desk-2')).toBe('wrong-unlock');
    expect(await unlock(rosa.password, 'desk-2')).toBe('done');
  });

  it('ends the session at the fifth wrong PIN, and the right one comes too late', async () => {
    const ends = [];
    for (let each = 0; each < 5; each += 1) ends.push(await unlock('000000'));

    expect(ends).toEqual(['wrong-unlock', 'wrong-unlock', 'wrong-unlock', 'wrong-unlock', 'not-signed-in']);
    expect(await unlock(rosa.pin)).toBe('not-signed-in');
    expect(await desk.sessions.whoIs(token)).toBeNull();
  });

  it('counts wrong PINs that come all at the same time', async () => {
    const ends = await Promise.all(Array.from({ length: 12 }, () => unlock('000000')));

    expect(ends.filter((end) => end === 'wrong-unlock')).toHaveLength(4);
    expect(await desk.sessions.whoIs(token)).toBeNull();
  });

  it('begins the count anew after the right one', async () => {
    for (let each = 0; each < 4; each += 1) await unlock('000000');
    await unlock(rosa.pin);
    await desk.sessions.lock(token);

    expect(await unlock('000000')).toBe('wrong-unlock');
  });

  it('stays locked over its twelve hours, and is over then', async () => {
    await desk.clock.advance({ hours: 12 });

    expect(await unlock(rosa.pin)).toBe('not-signed-in');
  });
});

it('the screen of somebody who chose no PIN opens with the password only', async () => {
  const { code } = await desk.list.invite({ name: 'Tiago', role: 'team' }, desk.owner);
  token = await desk.signIn('Tiago', code);
  await desk.sessions.setSecrets({ token, current: null, password: 'nine green doors', pin: null, from: pc });
  await desk.sessions.lock(token);

  expect(await unlock('1234')).toBe('wrong-unlock');
  expect(await unlock('nine green doors')).toBe('done');
});

it('with a one-time code nothing is done before a password is chosen', async () => {
  const { code } = await desk.list.invite({ name: 'Gina', role: 'general-manager' }, desk.owner);
  token = await desk.signIn('Gina', code);

  expect(await refusalOf(calling().staff.list())).toBe('choose-password');
});

describe('what is sensitive', () => {
  const invite = (name: string) => refusalOf(calling().staff.invite({ name, role: 'team' }));

  it('goes within five minutes of the sign-in, and then asks for the password', async () => {
    const fresh = await invite('Ana');
    await desk.clock.advance({ minutes: 5 });

    expect([fresh, await invite('Bea')]).toEqual(['done', 'confirm-password']);
  });

  it('goes on for five minutes after the password', async () => {
    await desk.clock.advance({ hours: 1 });
    await desk.sessions.confirmPassword({ token, password: rosa.password, from: pc });
    const after = await invite('Ana');
    await desk.clock.advance({ minutes: 5 });

    expect([after, await invite('Bea')]).toEqual(['done', 'confirm-password']);
  });

  it('is not opened by the PIN, nor by unlocking the screen', async () => {
    await desk.clock.advance({ hours: 1 });
    await desk.sessions.lock(token);
    await desk.sessions.unlock({ token, secret: rosa.pin, from: pc });

    expect(await endOf(desk.sessions.confirmPassword({ token, password: rosa.pin, from: pc }))).toBe('wrong-password');
    expect(await invite('Ana')).toBe('confirm-password');
  });

  it('counts wrong passwords as wrong sign-ins: after five one waits', async () => {
    const tried = () => endOf(desk.sessions.confirmPassword({ token, password: 'no', from: pc }));
    const ends = [];
    for (let each = 0; each < 6; each += 1) ends.push(await tried());

    expect(ends.slice(4)).toEqual(['wrong-password', 'too-many-sign-ins']);
  });

  it('is not held up where somebody leaves: disabling asks nothing', async () => {
    await desk.hire('Tiago', 'team');
    await desk.clock.advance({ hours: 1 });

    expect(await refusalOf(calling().staff.disable(await desk.subject('Tiago')))).toBe('done');
  });
});

describe("one's own password", () => {
  it('is changed only by whoever knows the old one', async () => {
    const change = (current: string | null) =>
      endOf(desk.sessions.setSecrets({ token, current, password: 'nine green doors', pin: null, from: pc }));

    expect([await change('wrong'), await change(null), await change(rosa.password)]).toEqual([
      'wrong-password',
      'wrong-password',
      'done',
    ]);
    expect(await endOf(desk.signIn(rosa.name, 'nine green doors'))).toBe('done');
  });

  it('ends the other sessions when it changes, and not this one', async () => {
    const other = await desk.signIn(rosa.name, rosa.password);

    await desk.sessions.setSecrets({ token, current: rosa.password, password: 'nine doors', pin: null, from: pc });

    expect(await desk.sessions.whoIs(other)).toBeNull();
    expect(await desk.sessions.whoIs(token)).toMatchObject({ state: 'open' });
  });
});
