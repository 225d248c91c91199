import type { PmsConnectionView, PmsSystemView, SettingsView } from '#api/settings-views';
import { AppError } from '#domain/failure';
import { standing, type PmsConnection } from '#domain/pms/pms-connection';
import { inNaturalOrder } from '#domain/text/natural-order';
import type { PmsSystem } from '#main/pms/pms-system';
import { roomDoors } from '#main/reservations/room-doors';
import type { View } from '#main/storage/store';

export async function settingsView(view: View, systems: readonly PmsSystem[]): Promise<SettingsView> {
  const property = await view.get('settings', 'property');
  if (property === null) throw new AppError('not-found', 'showing settings before the set-up');
  const connections = standing(await view.all('pms'));
  return {
    property,
    pmsSystems: systems.map(systemView),
    pms: connections.map((connection) => connectionView(connection, systems)),
    gateways: await gatewaysOf(view),
    unmappedSpaces: await unmappedSpaces(view, connections),
  };
}

function systemView({ name, title, fields }: PmsSystem): PmsSystemView {
  return {
    name,
    title,
    fields: fields.map(({ name: field, label, kind, choices = [], required, default: usual }) => ({
      name: field,
      label,
      kind,
      choices,
      required,
      default: usual,
    })),
  };
}

function connectionView(connection: PmsConnection, systems: readonly PmsSystem[]): PmsConnectionView {
  const { id, name, system, shown, state, stateSince, syncedAt, reconciledAt, lastProblem } = connection;
  const made = systems.find((each) => each.name === system);
  return {
    id,
    name,
    system,
    title: made?.title ?? system,
    shown: (made?.fields ?? []).flatMap(({ name: field, label }) => {
      const value = shown[field];
      return value === undefined ? [] : [{ field, label, value }];
    }),
    state,
    stateSince,
    syncedAt,
    reconciledAt,
    problem: lastProblem,
  };
}

async function gatewaysOf(view: View): Promise<SettingsView['gateways']> {
  const gateways = await view.all('gateways');
  return Promise.all(
    gateways.map(async ({ id, name, driver, online, offlineBecause, clock }) => ({
      id,
      name,
      driver,
      online,
      offlineBecause,
      clock,
      locks: await view.count('locks', 'gateway', { value: id }),
    })),
  );
}

async function unmappedSpaces(
  view: View,
  connections: readonly PmsConnection[],
): Promise<SettingsView['unmappedSpaces']> {
  const connected = new Set(connections.map(({ id }) => id));
  const spaces = (await view.all('spaces')).filter(
    ({ active, kind, connectionId }) => active && kind !== 'other' && connected.has(connectionId),
  );
  const ids = spaces.map(({ id }) => id);
  const doors = await roomDoors(view, ids);
  return spaces
    .filter(({ id }) => (doors.get(id) ?? []).length === 0)
    .map(({ id, name, kind }) => ({ id, name, isSleptIn: kind !== 'place' }))
    .toSorted(inNaturalOrder);
}
