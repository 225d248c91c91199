import type { DeskServices } from '#api/services';
import type { StatusStrip } from '#api/status-strip';
import { standing, type PmsConnection } from '#domain/pms/pms-connection';
import type { Base } from '#main/base';
import type { HeldEndings } from '#domain/brake/brake';
import { connectionOfClock } from '#main/pms/store-news';
import { inTrouble, troubledIds } from '#main/keys/matching-keys';
import type { View } from '#main/storage/store';
import { timelineViews } from '#main/timeline/views';
import { changeFeed, type OnChange } from './change-feed.ts';
import { needsAttention } from './needs-attention.ts';
import { search } from './search.ts';

/**
 * What every screen shows around its own content.
 * @param onEncoderChange Tells of what no record says: the encoders, their job, and what lies on them.
 */
export function deskService(base: Base, onEncoderChange: OnChange = () => () => undefined): DeskServices {
  const { store } = base;
  return {
    strip: () => store.read((view) => strip(view, base)),
    alerts: () => store.read(needsAttention),
    activity: (limit) =>
      store.read(async (view) =>
        timelineViews(view, await view.find('timeline', 'at', {}, { limit, descending: true })),
      ),
    search: (text, limit) => store.read((view) => search(view, text, limit)),
    changes: (signal) => changeFeed(store, signal, { encoder: onEncoderChange }),
  };
}

async function strip(view: View, base: Base): Promise<StatusStrip> {
  const { settings, connections, heldEndings, locks, gateways, allAlerts, ...found } = await view.getMany({
    settings: { collection: 'settings', ids: ['property'] },
    connections: { collection: 'pms', all: true },
    heldEndings: { collection: 'heldEndings', all: true },
    locks: { collection: 'locks', all: true },
    gateways: { collection: 'gateways', all: true },
    allAlerts: { collection: 'alerts', all: true },
    waiting: { collection: 'entries', index: 'jobState', count: { value: 'waiting' } },
    running: { collection: 'entries', index: 'jobState', count: { value: 'running' } },
    suspended: { collection: 'entries', index: 'jobState', count: { value: 'suspended' } },
    ...inTrouble,
  });
  const property = settings.get('property');
  const offline = locks.filter(({ online }) => online === 'offline').length;
  return {
    property: property === undefined ? null : { name: property.name, zone: property.zone },
    now: base.clock.now(),
    pms: standing(connections).map((each) => pmsLine(each, heldAt(heldEndings, each))),
    clock: clockLine(base),
    locks: { total: locks.length, online: locks.filter(({ online }) => online === 'online').length, offline },
    gateways: { total: gateways.length, online: gateways.filter(({ online }) => online !== 'offline').length },
    jobs: { waiting: found.waiting + found.running, suspended: found.suspended },
    attention: {
      keys: troubledIds(found).length,
      doors: offline + allAlerts.filter(({ keyId, lockId }) => keyId === null && lockId !== null).length,
      settings: allAlerts.filter(({ kind }) => kind === 'pms-broken').length,
    },
  };
}

function clockLine({ witness }: Base): StatusStrip['clock'] {
  if (witness?.doubt == null) return null;
  const { from, aheadMs, wrong } = witness.doubt;
  return { connection: connectionOfClock(from), aheadMs, wrong };
}

function heldAt(all: readonly HeldEndings[], { id }: PmsConnection): number {
  const held = all.find((each) => each.id === id);
  return held?.endings.filter(({ why }) => why === 'many').length ?? 0;
}

function pmsLine(connection: PmsConnection, held: number): StatusStrip['pms'][number] {
  const { id, name, system, state, stateSince, syncedAt, lastProblem } = connection;
  const isFirst = state === 'connected' && syncedAt === null;
  return {
    id,
    name,
    system,
    state: isFirst ? 'connecting' : state,
    since: stateSince,
    syncedAt,
    problem: lastProblem,
    held,
  };
}
