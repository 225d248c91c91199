import { describe, expect, it } from 'vitest';
import type { CallContext } from '#api/procedures';
import { appRouter } from '#api/router';
import { roles, type Role } from '#domain/staff';

/** Who may call what: O Owner, G General Manager, T Team, I Installer, H Housekeeping. */
const allowed: Readonly<Record<string, string>> = {
  'keys.counts': 'OGT',
  'keys.list': 'OGT',
  'keys.details': 'OGT',
  'keys.timeline': 'OGT',
  'keys.showDoorcode': 'OGT',
  'keys.setDoorcodePolicy': 'OGT',
  'keys.regenerateDoorcode': 'OGT',
  'keys.editDoor': 'OGT',
  'keys.protect': 'OGT',
  'keys.revoke': 'OGT',
  'keys.restore': 'OGT',
  'keys.create': 'OGT',
  'keys.findPeople': 'OGT',
  'keys.previewDoorcode': 'OGT',
  'keys.addDoors': 'OGT',
  'keys.removeDoor': 'OGT',
  'keys.addPerson': 'OGT',
  'keys.changeStay': 'OGT',
  'keys.moveRoom': 'OGT',
  'keys.undo': 'OGT',
  'keys.newKeyDefaults': 'OGT',
  'keys.templates': 'OGT',
  'keys.saveTemplate': 'OGT',
  'keys.removeTemplate': 'OGT',
  'keys.reprovision': 'OGTI',
  'keys.retryNow': 'OGTI',
  'keys.giveUp': 'OGTI',
  'bulk.range': 'OGT',
  'bulk.preview': 'OGT',
  'bulk.start': 'OGT',
  'bulk.stop': 'OGT',
  'bulk.runs': 'OGT',
  'bulk.report': 'OGT',
  'bulk.reportCsv': 'OGT',
  'bulk.forget': 'OGT',
  'bulk.exportCsv': 'OGT',
  'filters.list': 'OGT',
  'filters.save': 'OGT',
  'filters.rename': 'OGT',
  'filters.remove': 'OGT',
  'doors.list': 'OGTIH',
  'doors.details': 'OGTIH',
  'doors.log': 'OGTIH',
  'doors.lockContents': 'OGTI',
  'doors.retryNow': 'OGTI',
  'doors.setMapping': 'OGI',
  'doors.setLinkedDoors': 'OGI',
  'doors.save': 'OGI',
  'settings.get': 'OG',
  'settings.save': 'OG',
  'settings.connectPms': 'OG',
  'settings.disconnectPms': 'OG',
  'settings.syncNow': 'OGTI',
  'settings.addGateway': 'OGI',
  'desk.strip': 'OGTIH',
  'staff.list': 'OG',
  'staff.invite': 'OG',
  'staff.setRole': 'OG',
  'staff.disable': 'OG',
  'staff.enable': 'OG',
  'staff.reset': 'OG',
  'audit.list': 'OG',
  'audit.exportCsv': 'OG',
  'audit.verify': 'OG',
  'desk.alerts': 'OGT',
  'desk.activity': 'OGT',
  'desk.search': 'OGT',
  'desk.changes': 'OGTIH',
  'demo.view': 'OGTI',
  'demo.createReservation': 'OGTI',
  'demo.act': 'OGTI',
  'demo.outage': 'OGTI',
  'demo.keypad': 'OGTI',
  'demo.lock': 'OGTI',
};

/** What anybody may call: signing in and the first set-up. */
const open = /^(sessions|setup)\./;

const { _def: definition } = appRouter;
const procedures: readonly string[] = Object.keys(definition.procedures);

/** How a call without input ends before any service is asked: `not-allowed`, or further on. */
async function callAs(role: Role | null, path: string): Promise<string> {
  const staff = role === null ? null : { id: 'rosa', name: 'Rosa', role };
  const context = { services: { sessions: { whoIs: async () => staff } }, token: 'token', from: 'desk' };
  const call = path
    .split('.')
    .reduce<unknown>(
      (caller, name) => (caller as Record<string, unknown>)[name],
      appRouter.createCaller(context as unknown as CallContext),
    ) as () => Promise<unknown>;
  return call().then(
    () => 'further',
    (failure: Error) =>
      failure.message === 'not-allowed' || failure.message === 'not-signed-in' ? failure.message : 'further',
  );
}

async function rolesLetIn(path: string): Promise<string> {
  const ends = await Promise.all(roles.map((role) => callAs(role, path)));
  const letters = { owner: 'O', 'general-manager': 'G', team: 'T', installer: 'I', housekeeping: 'H' } as const;
  return roles.map((role, index) => (ends[index] === 'further' ? letters[role] : '')).join('');
}

describe('the router', () => {
  it('has no procedure of which it is not said who may call it', () => {
    const guarded = procedures.filter((path) => !open.test(path));

    expect(guarded.toSorted((one, other) => one.localeCompare(other))).toEqual(
      Object.keys(allowed).toSorted((one, other) => one.localeCompare(other)),
    );
  });

  it.each(Object.keys(allowed))('lets in who may call %s, and nobody else', async (path) => {
    expect(await rolesLetIn(path)).toBe(allowed[path]);
  });

  it.each(Object.keys(allowed))('refuses %s to whoever is not signed in', async (path) => {
    expect(await callAs(null, path)).toBe('not-signed-in');
  });
});
