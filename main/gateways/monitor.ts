import { unreachable } from '#domain/failure';
import type { Gateway, Lock } from '#domain/house/door';
import type { LockId } from '#domain/ids';
import { isOf } from '#domain/locks/lock-places';
import type { Base } from '#main/base';
import { record } from '#main/timeline/record';
import { Temporal } from 'temporal-polyfill';
import { auditLock } from './compare-lock.ts';
import type { LockDriver, LockEvent } from '#main/locks/lock-driver';
import { GatewayClock } from './gateway-clock.ts';
import { judgeClock, type ClockVerdict } from './refused-inside.ts';
import { learnAddresses, noteGateway, noteLimits, noteSign } from './lock-state.ts';
import { LockTurns } from './lock-turns.ts';

/** So often somebody looks whose turn it is: the desk sees a gateway, or a lock on mains, go within 30 seconds. */
const usualLook = Temporal.Duration.from({ seconds: 12 });
const probeTimeoutMs = 4_000;

export interface GatewayMonitor {
  /** The driver has found its way to the gateway, or not; locks that did not answer before that are asked again. */
  connected(online: boolean): void;
  /** A write or a removal was answered by the lock, or by nobody. */
  tried(lockId: LockId, answered: boolean): void;
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
    /** Each lock is asked for a sign of life this often; without it, as often as its driver says. */
    readonly probeEvery?: Temporal.Duration;
    readonly onBack: (id: LockId) => Promise<void>;
  },
): GatewayMonitor {
  const { gateway, driver } = watched;
  const stopped = new AbortController();
  const turns = new LockTurns(watched.probeEvery);
  const clock = new GatewayClock(base, gateway.id, driver);
  let woken = new AbortController();
  const owed = new Set<Promise<void>>();
  const own = (work: Promise<void>): void => {
    const guarded = work
      .catch((err: unknown) => base.log.warn({ err, gatewayId: gateway.id }, 'a lock event could not be stored'))
      .finally(() => owed.delete(guarded));
    owed.add(guarded);
  };
  const askEveryone = (): void => {
    turns.everyone();
    clock.doubt();
    woken.abort();
  };
  const forget = driver.on((event) => {
    own(take(base, { ...watched, doubtClock: () => clock.doubt() }, turns, event));
    if (event.kind === 'gateway') askEveryone();
  });

  let auditAt: string = base.clock.now();
  const round = async (): Promise<void> => {
    await learnAddresses(base, gateway.id, await driver.locks());
    const due = (await locksOf(base, gateway)).filter((lock) => turns.isDue(lock, base.clock.now()));
    await eachAtOnce(driver.parallel, due, async (lock) => {
      turns.asked(lock.id, base.clock.now());
      await probe(base, watched, turns, lock);
    });
    const answers = await driver.answers({ timeoutMs: probeTimeoutMs });
    if (await noteGateway(base, gateway.id, answers)) askEveryone();
    if (answers) await clock.keep();
    if (stopped.signal.aborted || auditAt > base.clock.now()) return;
    auditAt = Temporal.Instant.from(base.clock.now()).add(watched.auditEvery).toString();
    await noteLimits(base, gateway.id, await driver.locks());
    const online = (await locksOf(base, gateway)).filter((lock) => lock.online === 'online');
    await eachAtOnce(driver.parallel, online, async (lock) => void (await auditLock(base, driver, lock)));
  };
  const loop = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      woken = new AbortController();
      // A full disk, say: the next round sees what this one could not note.
      await round().catch((err: unknown) =>
        base.log.error({ err, gatewayId: gateway.id }, 'a round of the lock monitor failed'),
      );
      await base.clock.wait(watched.probeEvery ?? usualLook, AbortSignal.any([stopped.signal, woken.signal]));
    }
  };
  const running = loop();

  return {
    connected(online) {
      own(noteGateway(base, gateway.id, online).then(() => undefined));
      if (online) askEveryone();
    },
    tried(lockId, answered) {
      turns.tried(lockId, answered);
      if (answered) own(noteAnswer(base, watched, lockId));
    },
    async stop() {
      forget();
      stopped.abort();
      await running;
      await Promise.all(owed);
    },
  };
}

type Watched = Parameters<typeof startMonitor>[1];

interface Listening extends Watched {
  /** Called when a lock's clock is seen to be wrong. */
  readonly doubtClock: () => void;
}

async function probe(base: Base, watched: Watched, turns: LockTurns, lock: Lock): Promise<void> {
  const answer = await watched.driver.probe(lock.address, { timeoutMs: probeTimeoutMs });
  if (answer.outcome === 'offline') return noteAndWake(base, watched, lock, { online: false });
  await noteAndWake(base, watched, lock, { online: true, battery: answer.battery });
  if (turns.isOwedATry(lock.id)) await watched.onBack(lock.id);
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

/** Who answers a write is there; a maker's cloud answers for its locks, whether they are there or not. */
async function noteAnswer(base: Base, watched: Watched, lockId: LockId): Promise<void> {
  const lock = await base.store.read((view) => view.get('locks', lockId));
  if (lock === null || lock.limits.proof === 'cloud') return;
  await noteAndWake(base, watched, lock, { online: true, battery: null });
}

async function take(base: Base, watched: Listening, turns: LockTurns, event: LockEvent): Promise<void> {
  if (event.kind === 'gateway') return void (await noteGateway(base, watched.gateway.id, event.online));
  const lock = (await locksOf(base, watched.gateway)).find(({ address }) => address === event.address);
  if (lock === undefined) return undefined;
  turns.heard(lock, base.clock.now());
  switch (event.kind) {
    case 'lock':
      return noteAndWake(base, watched, lock, event.online ? { online: true, battery: null } : { online: false });
    case 'battery':
      return void (await noteSign(base, lock.id, { online: true, battery: event.percent }));
    case 'used':
      if ((await noteUse(base, lock, event)) === 'wrong') watched.doubtClock();
      return undefined;
    case 'changed':
      return void (await auditLock(base, watched.driver, lock));
    default:
      return unreachable(event);
  }
}

/** @returns what the use says of the lock's clock. */
async function noteUse(base: Base, lock: Lock, event: Extract<LockEvent, { kind: 'used' }>): Promise<ClockVerdict> {
  return base.store.transact(async (transaction) => {
    const [door] = await transaction.find('doors', 'lock', { value: lock.id });
    const entries = await transaction.find('entries', 'lock', { value: lock.id });
    const entry = entries.find((each) => isOf(lock, each, event));
    const kind = event.opened ? ('opened' as const) : ('refused-at-door' as const);
    const note = { kind, doorId: door?.id ?? null, lockId: lock.id, keyId: entry?.keyId ?? null };
    await record(transaction, { at: base.clock.now(), by: { kind: 'lock' }, notes: [note] });
    if (entry === undefined) return 'says nothing';
    return judgeClock(transaction, { lock, entry, opened: event.opened, at: base.clock.now() });
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
