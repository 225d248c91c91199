import type { PmsSystemView, SettingsView } from '#api/settings-views';
import { AppError } from '#domain/failure';
import { inNaturalOrder } from '#domain/text/natural-order';
import type { PmsSystem } from '#main/pms/pms-system';
import type { View } from '#main/storage/store';

export async function settingsView(view: View, systems: readonly PmsSystem[]): Promise<SettingsView> {
  const property = await view.get('settings', 'property');
  if (property === null) throw new AppError('not-found', 'showing settings before the set-up');
  const connection = await view.get('pms', 'pms');
  return {
    property,
    pmsSystems: systems.map(systemView),
    pms:
      connection === null
        ? null
        : {
            system: connection.system,
            address: connection.address,
            state: connection.state,
            stateSince: connection.stateSince,
            syncedAt: connection.syncedAt,
            reconciledAt: connection.reconciledAt,
            problem: connection.lastProblem,
          },
    gateways: await gatewaysOf(view),
    unmappedSpaces: await unmappedSpaces(view),
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

async function gatewaysOf(view: View): Promise<SettingsView['gateways']> {
  const gateways = await view.all('gateways');
  return Promise.all(
    gateways.map(async ({ id, name, driver, online, offlineBecause }) => ({
      id,
      name,
      driver,
      online,
      offlineBecause,
      locks: await view.count('locks', 'gateway', { value: id }),
    })),
  );
}

async function unmappedSpaces(view: View): Promise<SettingsView['unmappedSpaces']> {
  const spaces = (await view.all('spaces')).filter(({ active, kind }) => active && kind !== 'other');
  const mapped = await Promise.all(spaces.map(({ id }) => view.count('doors', 'space', { value: id })));
  return spaces
    .filter((_space, position) => mapped[position] === 0)
    .map(({ id, name }) => ({ id, name }))
    .toSorted(inNaturalOrder);
}
