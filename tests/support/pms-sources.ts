import { pmsConnection, type PmsConnection } from '#domain/pms/pms-connection';
import { mewsSystem } from '#main/pms/connectors/mews/mews-system';
import type { PmsConnector } from '#main/pms/pms-connector';
import type { PmsSource } from '#main/pms/pms-source';

/** A connection as the store has it before its first sync. */
export function pmsRecord(id: string, now: string, changes: Partial<PmsConnection> = {}): PmsConnection {
  return pmsConnection.parse({
    id,
    system: 'mews',
    name: 'Seaview',
    shown: { address: 'http://pms' },
    spacePrefix: `${id}:`,
    connectedAt: now,
    state: 'connected',
    stateSince: now,
    lastProblem: null,
    zone: null,
    watermark: null,
    syncedAt: null,
    reconciledAt: null,
    ...changes,
  });
}

/** The same connection at work. */
export function sourceOf(id: string, connector: PmsConnector, system: Partial<PmsSource['system']> = {}): PmsSource {
  return { connection: { id, spacePrefix: `${id}:` }, system: { ...mewsSystem, ...system }, connector };
}

/** The same PMS, as one that cannot tell what changed. */
export function withoutChanges(pms: PmsConnector): PmsConnector {
  return {
    property: (signal) => pms.property(signal),
    identity: (signal) => pms.identity(signal),
    spaces: (signal) => pms.spaces(signal),
    staysColliding: (window, signal) => pms.staysColliding(window, signal),
    staysById: (ids, signal) => pms.staysById(ids, signal),
  };
}
