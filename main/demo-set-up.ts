import { clockTime, zoneName } from '#domain/time/time';
import { standing } from '#domain/pms/pms-connection';
import type { DemoHotel } from './application.ts';
import type { Base } from './base.ts';
import type { Gateways } from '#main/gateways/gateways';
import type { PmsConnections } from './pms/pms-connections.ts';
import { saveProperty } from './settings/settings-service.ts';
import type { StaffService } from './staff/staff-service.ts';

interface DemoParts {
  readonly base: Base;
  readonly pms: PmsConnections;
  readonly gateways: Gateways;
  readonly staff: StaffService;
}

/** A demo's poll: fast, so that a check-in at the PMS is at the door while somebody watches. Whole seconds. */
const demoPollSeconds = 1;

/**
 * Does for the demo hotel what staff do in the first-run set-up. Each step is done once and looks first, so a demo that was
 * killed half-way is finished by the next start.
 */
export async function setUpDemo(hotel: DemoHotel, parts: DemoParts): Promise<void> {
  const { base, pms, gateways, staff } = parts;
  const by = { kind: 'portal' as const };
  if (!(await staff.hasStaff())) {
    const { name, password } = hotel.owner;
    await staff.createOwner({ name, password, pin: password, from: 'demo' });
  }

  const property = await base.store.read((view) => view.get('settings', 'property'));
  if (property === null) {
    const times = { defaultArrival: clockTime.parse('15:00'), defaultDeparture: clockTime.parse('11:00') };
    await saveProperty(base, { name: hotel.name, zone: zoneName.parse(hotel.zone), ...times }, by);
    await base.store.transact(async (transaction) => {
      const settings = await transaction.get('settings', 'property');
      if (settings !== null) await transaction.put('settings', { ...settings, pollSeconds: demoPollSeconds });
    });
  }
  if ((await base.store.read((view) => view.all('gateways'))).length === 0) {
    const typeOf = (name: string) => hotel.doorTypes[name] ?? null;
    await gateways.add({ name: 'Virtual building', system: 'matter', ...hotel.building, typeOf }, by);
  }
  await linkCommonDoors(base, hotel);
  const fields = hotel.pms;
  // The simulated PMS is on another port after each start.
  const [connected] = standing(await base.store.read((view) => view.all('pms')));
  if (connected?.shown['address'] === fields.address) return;
  await pms.connect({ connection: connected?.id ?? null, system: 'mews', fields }, by);
}

/** Every room's key opens the common doors. */
async function linkCommonDoors(base: Base, hotel: DemoHotel): Promise<void> {
  await base.store.transact(async (transaction) => {
    const doors = await transaction.all('doors');
    const common = hotel.commonDoors.flatMap((name) => doors.find((door) => door.name === name)?.id ?? []);
    const unlinked = doors.filter(
      ({ id, type, version, linkedDoorIds }) =>
        type === 'private-room' && version <= 1 && linkedDoorIds.length === 0 && !common.includes(id),
    );
    for (const door of unlinked)
      await transaction.put('doors', { ...door, version: door.version + 1, linkedDoorIds: common });
  });
}
