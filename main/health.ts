import type { Base } from './base.ts';
import type { Health } from './application.ts';
import type { PmsConnection } from '#domain/pms/pms-connection';
import type { LockEntry } from '#domain/locks/lock-entry';
import type { View } from '#main/storage/store';

/** How old a good sync may be before the desk should know, in polls. */
const staleAfterPolls = 3;
/** And never before this, in seconds: one slow answer is nothing. */
const staleAfterSeconds = 60;

/** What is connected, how fresh it is, and what waits for what. */
export async function healthOf(base: Base, version: string): Promise<Health> {
  const now = base.clock.now();
  return base.store.read(async (view) => {
    const settings = await view.get('settings', 'property');
    const connection = await view.get('pms', 'pms');
    const locks = await view.all('locks');
    const gateways = await view.all('gateways');
    const waiting = await jobs(view, 'waiting');
    const suspended = await jobs(view, 'suspended');
    const syncedAt = connection?.syncedAt ?? null;
    const age = syncedAt === null ? null : Math.max(0, Math.round((Date.parse(now) - Date.parse(syncedAt)) / 1000));
    const stale = Math.max(staleAfterSeconds, staleAfterPolls * (settings?.pollSeconds ?? 0));
    return {
      ok: connection === null || (connection.state === 'connected' && (age === null || age <= stale)),
      version,
      now,
      pms: {
        state: pmsState(connection),
        lastCompleteSync: syncedAt,
        secondsSinceSync: age,
      },
      locks: {
        total: locks.length,
        online: locks.filter(({ online }) => online === 'online').length,
        offline: locks.filter(({ online }) => online === 'offline').length,
      },
      gateways: { total: gateways.length, online: gateways.filter(({ online }) => online === 'online').length },
      jobs: { waiting: waiting.length, suspended: suspended.length, because: causesOf([...waiting, ...suspended]) },
      store: { state: 'open' },
    };
  });
}

function pmsState(connection: PmsConnection | null): Health['pms']['state'] {
  if (connection === null) return 'not-set-up';
  return connection.syncedAt === null ? 'connecting' : connection.state;
}

async function jobs(view: View, state: 'waiting' | 'suspended'): Promise<readonly LockEntry[]> {
  const running = state === 'waiting' ? await view.find('entries', 'jobState', { value: 'running' }) : [];
  return [...(await view.find('entries', 'jobState', { value: state })), ...running];
}

/** The last refusal of each job; `due` where there was none yet. */
function causesOf(entries: readonly LockEntry[]): Readonly<Record<string, number>> {
  const causes = Map.groupBy(entries, ({ job }) => job?.lastError?.kind ?? 'due');
  return Object.fromEntries([...causes].map(([cause, each]) => [cause, each.length]));
}
