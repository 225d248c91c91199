import { beforeEach, describe, expect, it } from 'vitest';
import { type AuditQuestion, auditQuestion } from '#api/staff-inputs';
import type { AuditServices } from '#api/staff-services';
import { auditService } from '#main/audit/audit-service';
import { auditSheet } from '#main/audit/audit-sheet';
import { changesBetween } from '#main/audit/changes-between';
import { record } from '#main/timeline/record';
import { endOf, openStaffDesk, pc, rosa, type StaffDesk } from '#tests/support/staff-desk';
import { auditCsv } from '../../../renderer/screens/settings/audit-sentences.ts';

let desk: StaffDesk;
let audit: AuditServices;

beforeEach(async () => {
  desk = await openStaffDesk();
  audit = auditService(desk.base);
});

const ask = (question: Partial<AuditQuestion> = {}) => audit.list(auditQuestion.parse(question));

describe('the audit', () => {
  it('says who did what to whom, from which PC, when, and how it was before and after', async () => {
    await desk.hire('Tiago', 'team');
    await desk.list.setRole({ ...(await desk.subject('Tiago')), role: 'installer' }, desk.owner);

    const { entries } = await ask({ what: 'staff-role-changed' });

    expect(entries).toEqual([
      expect.objectContaining({
        at: '2026-11-23T07:00:00.000Z',
        by: desk.owner,
        from: 'desk-1',
        what: 'staff-role-changed',
        staffName: 'Tiago',
        before: { role: 'team' },
        after: { role: 'installer' },
      }),
    ]);
  });

  it('has what staff do at the desk, and not what locks and the PMS do', async () => {
    await desk.store.transact(async (transaction) => {
      const at = desk.clock.now();
      await record(transaction, { at, by: desk.owner, notes: [{ kind: 'key-revoked' }] });
      await record(transaction, { at, by: { kind: 'lock' }, notes: [{ kind: 'opened' }] });
    });

    expect((await ask()).entries.map(({ what }) => what)).toEqual(['key-revoked', 'staff-invited']);
  });

  it('has nothing of an act that came to nothing', async () => {
    const before = await desk.audit();

    expect(await endOf(desk.list.disable(await desk.subject('Rosa Lima'), desk.owner))).toBe('last-owner');
    expect(await desk.audit()).toEqual(before);
  });

  it('knows of refused sign-ins and from where they came, of locking and unlocking, and of wrong PINs', async () => {
    await endOf(desk.signIn(rosa.name, 'guessed'));
    const token = await desk.signIn(rosa.name, rosa.password);
    await desk.sessions.lock(token);
    await endOf(desk.sessions.unlock({ token, secret: '0000', from: pc }));
    await desk.sessions.unlock({ token, secret: rosa.pin, from: pc });
    await desk.sessions.signOut(token);

    const { entries } = await ask();

    expect(entries.map(({ what, from }) => `${what} ${from}`).toReversed()).toEqual([
      'staff-invited desk-1',
      'sign-in-refused desk-1',
      'signed-in desk-1',
      'screen-locked desk-1',
      'unlock-refused desk-1',
      'screen-unlocked desk-1',
      'signed-out desk-1',
    ]);
  });

  it('never has a password or a PIN', async () => {
    const token = await desk.signIn(rosa.name, rosa.password);
    const secrets = { current: rosa.password, password: 'nine green doors', pin: '86420', from: pc };
    await desk.sessions.setSecrets({ token, ...secrets });
    const everything = JSON.stringify(await desk.audit());

    expect(everything).toContain('password-changed');
    expect(everything).not.toMatch(/nine green doors|86420|246810|sardines|argon2/);
  });
});

describe('asking the audit', () => {
  beforeEach(async () => {
    await desk.hire('Tiago', 'team');
    await desk.clock.advance({ hours: 24 });
    await desk.list.setRole({ ...(await desk.subject('Tiago')), role: 'installer' }, desk.owner);
  });

  it('for a person gives what they did and what was done to them', async () => {
    const { entries } = await ask({ who: await desk.idOf('Tiago') });

    expect(entries.map(({ what }) => what)).toEqual([
      'staff-role-changed',
      'signed-out',
      'pin-changed',
      'password-changed',
      'signed-in',
      'staff-invited',
    ]);
  });

  it('for a day gives that day', async () => {
    const { entries } = await ask({ from: '2026-11-24T00:00:00.000Z' as never });

    expect(entries.map(({ what }) => what)).toEqual(['staff-role-changed']);
  });

  it('for a word looks into before and after', async () => {
    const { entries } = await ask({ text: 'INSTALLER' });

    expect(entries.map(({ what }) => what)).toEqual(['staff-role-changed']);
  });

  it('says when there are more than it shows', async () => {
    expect(await ask({ limit: 2 })).toMatchObject({ more: true, entries: { length: 2 } });
    expect(await ask({ limit: 8 })).toMatchObject({ more: false, entries: { length: 7 } });
  });

  it('exports what was asked for, oldest first, and is in the audit itself', async () => {
    const { rows } = await audit.export(auditQuestion.parse({ what: 'signed-in' }), desk.owner);

    expect(rows).toEqual([expect.arrayContaining(['Tiago', 'desk-1', 'signed-in'])]);
    expect((await ask({ what: 'audit-exported' })).entries).toMatchObject([
      { by: desk.owner, facts: { entries: '1' } },
    ]);
    expect(await audit.verify()).toMatchObject({ verdict: 'whole' });
  });
});

it('a name that is a formula does not run in a spreadsheet', async () => {
  await desk.list.invite({ name: '=HYPERLINK("http://evil")', role: 'team' }, desk.owner);
  const formula = { kind: 'staff' as const, staffId: 'x' as never, name: '@SUM(1,2)', from: '+1' };
  const entry = (await desk.audit()).at(-1);

  const row = auditCsv(auditSheet([{ ...entry!, by: formula }])).split('\r\n')[1];

  expect(row).toContain(`"'@SUM(1,2)","'+1"`);
  expect(row).toContain('=HYPERLINK(""http://evil"")');
  expect(row).not.toMatch(/(^|,)"?[=+\-@]/);
});

describe('before and after', () => {
  it('are the fields that differ, a key’s doors by their id', () => {
    const door = (departure: string) => ({ doorId: 'd1', departure, weekdays: ['mon', 'tue'] });

    expect(changesBetween({ doors: [door('11:00')], name: 'a' }, { doors: [door('12:00')], name: 'a' })).toEqual({
      before: { 'doors.d1.departure': '11:00' },
      after: { 'doors.d1.departure': '12:00' },
    });
  });

  it('leave out codes, hashes, names of guests and what only the clock decides', () => {
    const person = (firstName: string, code: string) => ({ firstName, doorcode: { code } });
    const before = { passwordHash: 'a', people: [person('Eva', '1')], version: 1, statusChangesAt: null };
    const after = { passwordHash: 'b', people: [person('Ida', '2')], version: 2, statusChangesAt: '2026-11-27' };

    expect(changesBetween(before, after)).toEqual({ before: {}, after: {} });
  });
});
