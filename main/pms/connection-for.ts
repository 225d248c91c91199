import { AppError } from '#domain/failure';
import { standing, type PmsConnection } from '#domain/pms/pms-connection';
import type { InstantText } from '#domain/time/time';
import type { View } from '#main/storage/store';
import type { PmsProperty } from './pms-connector.ts';
import { liveStays } from './same-property.ts';

interface Asked {
  /** null: staff add a connection. */
  readonly id: string | null;
  readonly system: string;
  readonly property: PmsProperty;
  readonly now: InstantText;
}

/**
 * The connection that these credentials are for: the one that staff reconnect, or the one that leads, or led before it was
 * removed, to the same property; else a new one. Throws AppError('pms-other-property') where staff reconnect and the credentials
 * lead elsewhere: every stay of the property would be unknown there, and its keys revoked.
 */
export async function connectionFor(view: View, { id, system, property, now }: Asked): Promise<PmsConnection> {
  const connections = await view.all('pms');
  if (id === null) {
    const same = connections.find((each) => each.system === system && each.propertyId === property.id);
    return same ?? newConnection(view, { system, now }, connections);
  }
  const asked = standing(connections).find((each) => each.id === id && each.system === system);
  if (asked === undefined) throw new AppError('not-found', 'reconnecting a PMS');
  if (asked.propertyId !== null && asked.propertyId !== property.id)
    throw await otherProperty(view, asked.id, property);
  return asked;
}

/** Says whose the credentials are, and how many keys would lose their stays. */
export async function otherProperty(view: View, id: string, { name }: PmsProperty): Promise<AppError> {
  const keys = (await liveStays(view, id)).length;
  return new AppError('pms-other-property', 'reconnecting a PMS', { facts: { property: name, keys: String(keys) } });
}

async function newConnection(
  view: View,
  { system, now }: Pick<Asked, 'system' | 'now'>,
  connections: readonly PmsConnection[],
): Promise<PmsConnection> {
  const taken = new Set(connections.map((connection) => connection.id));
  let id = system;
  for (let next = 2; taken.has(id); next += 1) id = `${system}-${next}`;
  // Rooms without a prefix are of a connection that was removed before removed ones were kept.
  const hasRooms = (await view.all('spaces')).some(({ connectionId }) => connectionId === id);
  return {
    id,
    system,
    name: '',
    shown: {},
    propertyId: null,
    spacePrefix: hasRooms ? '' : `${id}:`,
    connectedAt: now,
    state: 'connected',
    stateSince: now,
    lastProblem: null,
    otherProperty: null,
    watermark: null,
    syncedAt: null,
    reconciledAt: null,
    zone: null,
    removedAt: null,
  };
}
