import type { PropertyInput } from '#api/inputs';
import type { SettingsServices, SetupServices } from '#api/services';
import { AppError } from '#domain/failure';
import type { Actor } from '#domain/key/key';
import { defaultSettings, type PropertySettings } from '#domain/house/settings';
import { standing } from '#domain/pms/pms-connection';
import { changesBetween, type Changes } from '#main/audit/changes-between';
import type { ApplicationPorts } from '#main/application';
import type { Base } from '#main/base';
import type { Gateways } from '#main/gateways/gateways';
import type { LockSystems } from '#main/locks/lock-system';
import type { PmsConnections } from '#main/pms/pms-connections';
import { followRules } from '#main/reservations/follow-rules';
import { noteAllFollow, runFollowUp } from '#main/settling/follow-up';
import type { StaffService } from '#main/staff/staff-service';
import type { Transaction } from '#main/storage/store';
import { record } from '#main/timeline/record';
import { Temporal } from 'temporal-polyfill';
import { settingsView } from './settings-view.ts';

interface SettingsParts {
  readonly base: Base;
  readonly pms: PmsConnections;
  readonly gateways: Gateways;
  readonly lockSystems: LockSystems;
}

export function settingsService({ base, pms, gateways, lockSystems }: SettingsParts): SettingsServices {
  return {
    get: () => base.store.read((view) => settingsView(view, pms.systems)),
    save: async ({ version, ...settings }, by) => {
      const following = await base.store.transact(async (transaction) => {
        const present = await transaction.get('settings', 'property');
        if (present === null) throw new AppError('not-found', 'saving settings before the set-up');
        if (present.version !== version) throw new AppError('changed-meanwhile', 'saving settings');
        const changed = { ...present, ...settings, version: version + 1 };
        await transaction.put('settings', changed);
        await noteChange(transaction, base, by, changesBetween(present, changed));
        return noteAllFollow(transaction, base, 'rules');
      });
      await runFollowUp(base, following, followRules);
    },
    connectPms: async (input, by) => {
      const property = await base.store.read((view) => view.get('settings', 'property'));
      if (property === null) throw new AppError('not-found', 'connecting a PMS before the property is set up');
      await pms.connect(input, by);
    },
    disconnectPms: ({ connection }, by) => pms.remove(connection, by),
    syncNow: () => pms.syncNow(),
    lockSystems: () => [...lockSystems.keys()],
    addGateway: (input, by) => gateways.add({ ...input, typeOf: () => null }, by),
  };
}

/** Long enough for an answer to leave. */
const answerFirst = Temporal.Duration.from({ milliseconds: 200 });

export function setupService(
  { base }: Pick<SettingsParts, 'base'>,
  { staff, demo, beginDemo }: Pick<ApplicationPorts, 'demo' | 'beginDemo'> & { readonly staff: StaffService },
): SetupServices {
  return {
    state: async () => {
      const hasOwner = await staff.hasStaff();
      return base.store.read(async (view) => ({
        owner: hasOwner ? 'present' : 'missing',
        property: (await view.get('settings', 'property')) === null ? 'missing' : 'present',
        pms: standing(await view.all('pms')).length === 0 ? 'missing' : 'present',
        locks: (await view.all('gateways', { limit: 1 })).length > 0 ? 'present' : 'missing',
        demo: demo !== null,
        demoOwner: demo?.owner ?? null,
        mayShowDemo: beginDemo !== null && !hasOwner,
      }));
    },
    createOwner: (input) => staff.createOwner(input),
    async showDemo() {
      if (beginDemo === null || (await staff.hasStaff())) throw new AppError('not-allowed', 'beginning the demo hotel');
      // After the answer is out: the server that carries it ends too.
      void base.clock.wait(answerFirst).then(beginDemo);
    },
    saveProperty: (input, by) => saveProperty(base, input, by),
  };
}

/** The first time with the defaults for everything else. */
export async function saveProperty(base: Base, input: PropertyInput, by: Actor): Promise<void> {
  const following = await base.store.transact(async (transaction) => {
    const present = await transaction.get('settings', 'property');
    const settings: PropertySettings =
      present === null
        ? { ...defaultSettings, ...input, id: 'property', version: 0 }
        : { ...present, ...input, version: present.version + 1 };
    await transaction.put('settings', settings);
    await noteChange(transaction, base, by, changesBetween(present ?? {}, settings));
    return noteAllFollow(transaction, base, 'rules');
  });
  await runFollowUp(base, following, followRules);
}

async function noteChange(transaction: Transaction, base: Base, by: Actor, changes: Changes): Promise<void> {
  const note = { kind: 'settings-changed' as const, facts: { what: 'property' }, ...changes };
  await record(transaction, { at: base.clock.now(), by, notes: [note] });
}
