import { describe, expect, it } from 'vitest';
import type { CallContext } from '#api/procedures';
import { appRouter } from '#api/router';
import { mayDo, type Action } from '#domain/staff/permission';
import { roles, type Role } from '#domain/staff/staff';

/** What each call asks of the one who makes it. Who may do that is the table's to say: domain/staff/permission.ts. */
const asksFor: Readonly<Record<string, Action>> = {
  'brake.held': 'see-keys',
  'brake.letEnd': 'revoke-keys',
  'keys.counts': 'see-keys',
  'keys.list': 'see-keys',
  'keys.details': 'see-keys',
  'keys.timeline': 'see-keys',
  'keys.timelineExported': 'see-keys',
  'keys.showDoorcode': 'see-doorcodes',
  'keys.setDoorcodePolicy': 'edit-keys',
  'keys.regenerateDoorcode': 'edit-keys',
  'keys.removeDoorcode': 'edit-keys',
  'keys.editDoor': 'edit-keys',
  'keys.protect': 'edit-keys',
  'keys.revoke': 'revoke-keys',
  'keys.restore': 'revoke-keys',
  'keys.create': 'create-keys',
  'keys.findPeople': 'see-people',
  'keys.previewDoorcode': 'edit-keys',
  'keys.addDoors': 'edit-keys',
  'keys.removeDoor': 'edit-keys',
  'keys.addPerson': 'edit-keys',
  'keys.removePerson': 'edit-keys',
  'keys.changeStay': 'edit-keys',
  'keys.moveRoom': 'edit-keys',
  'keys.undo': 'edit-keys',
  'keys.newKeyDefaults': 'create-keys',
  'keys.templates': 'create-keys',
  'keys.saveTemplate': 'create-keys',
  'keys.removeTemplate': 'create-keys',
  'keys.reprovision': 'provision',
  'keys.retryNow': 'provision',
  'keys.giveUp': 'provision',
  'keycards.list': 'see-keycards',
  'keycards.details': 'see-keycards',
  'keycards.choices': 'see-keycards',
  'keycards.add': 'edit-keycards',
  'keycards.importCsv': 'edit-keycards',
  'keycards.rename': 'edit-keycards',
  'keycards.setState': 'edit-keycards',
  'keycards.set': 'edit-keycards',
  'keycards.remove': 'edit-keycards',
  'encoder.view': 'see-keycards',
  'encoder.encoders': 'edit-encoders',
  'encoder.pick': 'edit-encoders',
  'encoder.forget': 'edit-encoders',
  'encoder.plan': 'encode-keycards',
  'encoder.encode': 'encode-keycards',
  'encoder.enrol': 'encode-keycards',
  'encoder.wipe': 'encode-keycards',
  'encoder.finish': 'encode-keycards',
  'encoder.giveUpWriting': 'encode-keycards',
  'encoder.answer': 'encode-keycards',
  'encoder.cancel': 'encode-keycards',
  'encoder.cardKeySets': 'edit-card-keys',
  'encoder.rotate': 'edit-card-keys',
  'encoder.retire': 'edit-card-keys',
  'bulk.range': 'see-keys',
  'bulk.preview': 'edit-keys',
  'bulk.start': 'edit-keys',
  'bulk.stop': 'edit-keys',
  'bulk.runs': 'see-keys',
  'bulk.report': 'see-keys',
  'bulk.exportReport': 'see-keys',
  'bulk.forget': 'edit-keys',
  'bulk.exportKeys': 'see-keys',
  'filters.list': 'see-keys',
  'filters.save': 'edit-keys',
  'filters.rename': 'edit-keys',
  'filters.remove': 'edit-keys',
  'doors.list': 'see-doors',
  'doors.details': 'see-doors',
  'doors.log': 'see-doors',
  'doors.lockContents': 'provision',
  'doors.retryNow': 'provision',
  'doors.setMapping': 'edit-doors',
  'doors.setLinkedDoors': 'edit-doors',
  'doors.save': 'edit-doors',
  'settings.get': 'see-settings',
  'settings.gateways': 'edit-locks',
  'settings.lockSystems': 'edit-locks',
  'settings.save': 'edit-settings',
  'settings.connectPms': 'edit-integrations',
  'settings.disconnectPms': 'edit-integrations',
  'settings.syncNow': 'provision',
  'settings.addGateway': 'edit-locks',
  'staff.list': 'edit-staff',
  'staff.invite': 'edit-staff',
  'staff.setRole': 'edit-staff',
  'staff.disable': 'edit-staff',
  'staff.enable': 'edit-staff',
  'staff.reset': 'edit-staff',
  'audit.list': 'see-audit',
  'audit.export': 'see-audit',
  'audit.verify': 'see-audit',
  'desk.strip': 'see-doors',
  'desk.alerts': 'see-keys',
  'desk.activity': 'see-activity',
  'desk.search': 'see-keys',
  'desk.changes': 'see-doors',
  'demo.view': 'use-demo',
  'demo.createReservation': 'use-demo',
  'demo.act': 'use-demo',
  'demo.outage': 'use-demo',
  'demo.keypad': 'use-demo',
  'demo.lock': 'use-demo',
  'demo.layCard': 'use-demo',
  'demo.newCard': 'use-demo',
  'demo.cardAtDoor': 'use-demo',
  'demo.encoderFault': 'use-demo',
  'setup.saveProperty': 'edit-settings',
};

/** What anybody may call: signing in, the own session, and the first set-up. */
const open: ReadonlySet<string> = new Set([
  'sessions.signIn',
  'sessions.signOut',
  'sessions.me',
  'sessions.lock',
  'sessions.unlock',
  'sessions.confirmPassword',
  'sessions.setSecrets',
  'setup.state',
  'setup.createOwner',
  'setup.showDemo',
]);

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

async function rolesLetIn(path: string): Promise<readonly Role[]> {
  const ends = await Promise.all(roles.map((role) => callAs(role, path)));
  return roles.filter((_role, index) => ends[index] === 'further');
}

describe('the router', () => {
  it('has no procedure of which it is not said what it asks for', () => {
    const guarded = procedures.filter((path) => !open.has(path));

    expect(guarded.toSorted((one, other) => one.localeCompare(other))).toEqual(
      Object.keys(asksFor).toSorted((one, other) => one.localeCompare(other)),
    );
  });

  it.each(Object.entries(asksFor))('lets in whom the table allows %s, and nobody else: %s', async (path, action) => {
    expect(await rolesLetIn(path)).toEqual(roles.filter((role) => mayDo(role, action)));
  });

  it.each(Object.keys(asksFor))('refuses %s to whoever is not signed in', async (path) => {
    expect(await callAs(null, path)).toBe('not-signed-in');
  });
});
