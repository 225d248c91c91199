import type { Base } from './base.ts';
import type { Health } from './application.ts';
import { standing, type PmsConnection } from '#domain/pms/pms-connection';
import type { PmsSystem } from '#main/pms/pms-system';
import type { InstantText } from '#domain/time/time';
import type { LockEntry } from '#domain/locks/lock-entry';
import type { View } from '#main/storage/store';

/** How old a good sync may be before the desk should know, in polls. */
const staleAfterPolls = 3;
/** And never before this, in seconds: one slow answer is nothing. */
const staleAfterSeconds = 60;

/** What is connected, how fresh it is, and what waits for what. */
export async function healthOf(
  base: Base,
  { version, pmsSystems }: { readonly version: string; readonly pmsSystems: readonly PmsSystem[] },
): Promise<Health> {
  const now = base.clock.now();
  return base.store.read(async (view) => {
    const settings = await view.get('settings', 'property');
    const connections = standing(await view.all('pms'));
    const locks = await view.all('locks');
    const gateways = await view.all('gateways');
    const waiting = await jobs(view, 'waiting');
    const suspended = await jobs(view, 'suspended');
    const pace = settings?.pollSeconds ?? 0;
    const fresh = connections.map((connection) => freshness(connection, { now, pace, pmsSystems }));
    const oldest = fresh.toSorted((one, other) => (other.age ?? Infinity) - (one.age ?? Infinity))[0];
    return {
      ok: fresh.every(({ ok }) => ok),
      version,
      now,
      pms: {
        state: worstOf(connections),
        lastCompleteSync: oldest?.syncedAt ?? null,
        secondsSinceSync: oldest?.age ?? null,
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

interface Freshness {
  readonly ok: boolean;
  readonly syncedAt: InstantText | null;
  /** Seconds since then. */
  readonly age: number | null;
}

function freshness(
  { state, system, syncedAt }: PmsConnection,
  facts: { readonly now: InstantText; readonly pace: number; readonly pmsSystems: readonly PmsSystem[] },
): Freshness {
  const slowest = facts.pmsSystems.find(({ name }) => name === system)?.limits.pollSeconds ?? 0;
  const stale = Math.max(staleAfterSeconds, staleAfterPolls * Math.max(facts.pace, slowest));
  const age = syncedAt === null ? null : Math.max(0, Math.round((Date.parse(facts.now) - Date.parse(syncedAt)) / 1000));
  return { ok: state === 'connected' && (age === null || age <= stale), syncedAt, age };
}

function worstOf(connections: readonly PmsConnection[]): Health['pms']['state'] {
  const states = connections.map(({ state, syncedAt }) => (syncedAt === null ? 'connecting' : state));
  const worst = (['broken', 'degraded', 'connecting', 'connected'] as const).find((state) => states.includes(state));
  return worst ?? 'not-set-up';
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
