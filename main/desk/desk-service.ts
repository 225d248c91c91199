import type { DeskServices } from '#api/services';
import type { StatusStrip } from '#api/views';
import type { Base } from '#main/base';
import { keysInTrouble } from '#main/keys/attention';
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
  const settings = await view.get('settings', 'property');
  const connection = await view.get('pms', 'pms');
  const locks = await view.all('locks');
  const gateways = await view.all('gateways');
  const alerts = await view.all('alerts');
  const unfinished = await Promise.all(
    (['waiting', 'running', 'suspended'] as const).map((state) => view.count('entries', 'jobState', { value: state })),
  );
  const [waiting = 0, running = 0, suspended = 0] = unfinished;
  const offline = locks.filter(({ online }) => online === 'offline').length;
  return {
    property: settings === null ? null : { name: settings.name, zone: settings.zone },
    now: base.clock.now(),
    pms:
      connection === null
        ? { state: 'not-set-up', system: null, since: null, syncedAt: null, problem: null }
        : {
            state: connection.state === 'connected' && connection.syncedAt === null ? 'connecting' : connection.state,
            system: connection.system,
            since: connection.stateSince,
            syncedAt: connection.syncedAt,
            problem: connection.lastProblem,
          },
    locks: { total: locks.length, online: locks.filter(({ online }) => online === 'online').length, offline },
    gateways: { total: gateways.length, online: gateways.filter(({ online }) => online !== 'offline').length },
    jobs: { waiting: waiting + running, suspended },
    attention: {
      keys: (await keysInTrouble(view)).size,
      doors: offline + alerts.filter(({ keyId, lockId }) => keyId === null && lockId !== null).length,
      settings: alerts.filter(({ kind }) => kind === 'pms-broken').length,
    },
  };
}
