import { unreachable } from '#domain/failure';
import type { Gateway, Lock } from '#domain/house/door';
import type { LockId } from '#domain/ids';
import type { Base } from '#main/base';
import { record } from '#main/timeline/record';
import { Temporal } from 'temporal-polyfill';
import { auditLock } from './compare-lock.ts';
import type { LockDriver, LockEvent } from '#main/locks/lock-driver';
import { noteGateway, noteLimits, noteSign } from './lock-state.ts';

/** Every lock gives a sign of life this often, so that the desk sees one go within 30 seconds. */
const usualProbe = Temporal.Duration.from({ seconds: 12 });
const probeTimeoutMs = 4_000;

export interface GatewayMonitor {
  stop(): Promise<void>;
}

/** Keeps what is known of one gateway's locks true, and tells `onBack` when a lock came (back) online. */
export function startMonitor(
  base: Base,
  watched: {
    readonly gateway: Gateway;
    readonly driver: LockDriver;
    /** Whole locks are read this often. Seldom: it costs battery. */
    readonly auditEvery: Temporal.Duration;
    /** Each lock is asked for a sign of life this often; without it, often enough for the desk. */
    readonly probeEvery?: Temporal.Duration;
    readonly onBack: (id: LockId) => Promise<void>;
  },
): GatewayMonitor {
  const { gateway, driver } = watched;
  const stopped = new AbortController();
  const owed = new Set<Promise<void>>();
  const own = (work: Promise<void>): void => {
    const guarded = work
      .catch((err: unknown) => base.log.warn({ err, gatewayId: gateway.id }, 'a lock event could not be stored'))
      .finally(() => owed.delete(guarded));
    owed.add(guarded);
  };
  const forget = driver.on((event) => own(take(base, watched, event)));

  let auditAt: string = base.clock.now();
  const round = async (): Promise<void> => {
    const locks = await locksOf(base, gateway);
    await eachAtOnce(driver.parallel, locks, (lock) => probe(base, watched, lock));
    if (stopped.signal.aborted || auditAt > base.clock.now()) return;
    auditAt = Temporal.Instant.from(base.clock.now()).add(watched.auditEvery).toString();
    await noteLimits(base, gateway.id, await driver.locks());
    const online = (await locksOf(base, gateway)).filter((lock) => lock.online === 'online');
    await eachAtOnce(driver.parallel, online, async (lock) => void (await auditLock(base, driver, lock)));
  };
  const loop = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      // A full disk, say: the next round sees what this one could not note.
      await round().catch((err: unknown) =>
        base.log.error({ err, gatewayId: gateway.id }, 'a round of the lock monitor failed'),
      );
      await base.clock.wait(watched.probeEvery ?? usualProbe, stopped.signal);
    }
  };
  const running = loop();

  return {
    async stop() {
      forget();
      stopped.abort();
      await running;
      await Promise.all(owed);
    },
  };
}

type Watched = Parameters<typeof startMonitor>[1];

async function probe(base: Base, watched: Watched, lock: Lock): Promise<void> {
  const answer = await watched.driver.probe(lock.address, { timeoutMs: probeTimeoutMs });
  const sign =
    answer.outcome === 'online' ? { online: true as const, battery: answer.battery } : { online: false as const };
  await noteAndWake(base, watched, lock, sign);
}

async function noteAndWake(
  base: Base,
  watched: Watched,
  lock: Lock,
  sign: Parameters<typeof noteSign>[2],
): Promise<void> {
  const isBack = await noteSign(base, lock.id, sign);
  if (!isBack) return;
  await watched.onBack(lock.id);
  if (lock.online === 'offline') await auditLock(base, watched.driver, lock);
}

async function take(base: Base, watched: Watched, event: LockEvent): Promise<void> {
  if (event.kind === 'gateway') return noteGateway(base, watched.gateway.id, event.online);
  const lock = (await locksOf(base, watched.gateway)).find(({ address }) => address === event.address);
  if (lock === undefined) return undefined;
  switch (event.kind) {
    case 'lock':
      return noteAndWake(base, watched, lock, event.online ? { online: true, battery: null } : { online: false });
    case 'battery':
      return void (await noteSign(base, lock.id, { online: true, battery: event.percent }));
    case 'used':
      return noteUse(base, lock, event);
    case 'changed':
      return void (await auditLock(base, watched.driver, lock));
    default:
      return unreachable(event);
  }
}

async function noteUse(base: Base, lock: Lock, event: Extract<LockEvent, { kind: 'used' }>): Promise<void> {
  await base.store.transact(async (transaction) => {
    const [door] = await transaction.find('doors', 'lock', { value: lock.id });
    const [entry] = event.tag === null ? [] : await transaction.find('entries', 'tag', { value: event.tag });
    const kind = event.opened ? ('opened' as const) : ('refused-at-door' as const);
    const note = { kind, doorId: door?.id ?? null, lockId: lock.id, keyId: entry?.keyId ?? null };
    await record(transaction, { at: base.clock.now(), by: { kind: 'lock' }, notes: [note] });
  });
}

async function locksOf(base: Base, gateway: Gateway): Promise<readonly Lock[]> {
  return base.store.read((view) => view.find('locks', 'gateway', { value: gateway.id }));
}

/** At most `width` at the same time. */
async function eachAtOnce<Each>(
  width: number,
  all: readonly Each[],
  work: (each: Each) => Promise<void>,
): Promise<void> {
  const queue = [...all];
  const walk = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: Math.min(width, all.length) }, walk));
}
