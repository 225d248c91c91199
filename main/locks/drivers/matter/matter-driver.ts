import './matter-settings.ts';
import type { ClientNode, Endpoint } from '@matter/main';
import type { LockRef } from '#domain/house/door';
import type { LockError } from '#domain/locks/lock-entry';
import type { CallOptions, LockDriver, LockEvent, Probe, WriteResult } from '#main/locks/lock-driver';
import type { Clock } from '#main/ports/clock';
import type { Log } from '#main/ports/log';
import { callSlots } from './call-slots.ts';
import { gatewayCheck } from './gateway-check.ts';
import { setGatewayClock } from './gateway-clock.ts';
import { isOnline, untilOnline } from './gateway-online.ts';
import { batteryOf, endpointAt, foundLock, lockEndpoints, mustBeLock, takenBy } from './found-locks.ts';
import { KnownPlaces } from './known-places.ts';
import { lockAccess, tagOf } from './lock-access.ts';
import type { LockAccess } from './lock-access.ts';
import { LockRefusal, withinDeadline } from './lock-answers.ts';
import type { Answer } from './lock-answers.ts';
import { watchLocks } from './lock-events.ts';
import type { ChangedUser } from './lock-events.ts';
import { reachableNow } from './lock-probe.ts';
import { listEntries, readEntry } from './read-entry.ts';
import { putEntry, removeEntry } from './write-entry.ts';

export interface MatterDriverOptions {
  /** A commissioned node: a bridge with locks behind it, or one lock with its own radio. */
  readonly node: ClientNode;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long the lock is asked whose code it was, when somebody used it and Portal does not remember. */
const TAG_LOOK_UP_MS = 10_000;
/** Few enough for a bridge whose radio does one thing at a time, many enough to be twice as fast where it does not. */
const PARALLEL = 4;
/**
 * Whoever asks, no more calls than this are under way: at 30 on one session matter.js 0.17.9 drops the oldest, and 16
 * were tried.
 */
const AT_ONCE = 16;
/** How long `connect` waits for the gateway before it says that it is not there now. */
const CONNECT_MS = 15_000;

/**
 * Matter locks. A lock's address is who it says it is (found-locks.ts). An entry is a Matter user: its name is the
 * tag, its unique id a number made from the tag, so that users with other origins are never taken for Portal's; its
 * window is a year-day schedule, with week-day schedules where days or hours are limited; its credential is a PIN, or
 * a card's UID (RFID) where the lock takes cards.
 *
 * The window is kept by the lock's own clock, which must run on the property's local time: `setClock` sees to it where the node
 * offers Time Synchronization.
 */
export function createMatterDriver({ node, clock, log }: MatterDriverOptions): LockDriver {
  const listeners = new Set<(event: LockEvent) => void>();
  const emit = (event: LockEvent) => listeners.forEach((listener) => listener(event));
  const tags = new Map<string, string | null>();
  const places = new Map<string, KnownPlaces>();
  const placesOf = (address: string): KnownPlaces => {
    const known = places.get(address) ?? new KnownPlaces();
    places.set(address, known);
    return known;
  };
  const checkGateway = gatewayCheck(node);
  const inTurn = callSlots(AT_ONCE);
  let unwatch: (() => void) | null = null;

  const call = async <Value>(
    address: string,
    timeoutMs: number,
    work: (access: LockAccess, endpoint: Endpoint) => Promise<Value>,
  ): Promise<Answer<Value>> => {
    const answer = await withinDeadline(clock, timeoutMs, async (signal) => {
      const endpoint = endpointAt(node, address);
      if (endpoint === undefined) {
        // What hangs on a bridge is known only once it has told: after a start, nothing is gone yet.
        const kind = (await isOnline(node)) ? 'no-such-lock' : 'gateway-down';
        throw new LockRefusal(kind, `no lock ${address}`);
      }
      return inTurn(signal, async () => {
        await mustBeLock(node, endpoint, address);
        return work(lockAccess(node, endpoint, { ...takenBy(endpoint), places: placesOf(address), signal }), endpoint);
      });
    });
    // Only its effect on matter.js' session matters here; the answer comes back as a gateway event.
    if (answer.kind === 'silent') void checkGateway();
    if (answer.kind !== 'answered') placesOf(address).forget();
    return answer;
  };
  const write = async (
    address: string,
    { timeoutMs }: CallOptions,
    work: (access: LockAccess) => Promise<LockRef | null>,
  ) => writeResult(await call(address, timeoutMs, work));

  const tagAt = async (address: string, userIndex: number): Promise<string | null> => {
    const place = `${address}/${userIndex}`;
    const known = tags.get(place);
    if (known !== undefined) return known;
    const answer = await call(address, TAG_LOOK_UP_MS, async (access) =>
      tagOf(await access.commands.getUser({ userIndex })),
    );
    if (answer.kind !== 'answered') return null;
    tags.set(place, answer.value);
    return answer.value;
  };
  const forget = ({ address, userIndex, byPortal }: ChangedUser) => {
    if (!byPortal) placesOf(address).forget();
    if (userIndex !== null) tags.delete(`${address}/${userIndex}`);
    else tags.clear();
  };

  return {
    parallel: PARALLEL,
    connect: async () => {
      // A crash may have come between the two halves of a `resubscribe`.
      await node.set({ network: { autoSubscribe: true } });
      const online = await untilOnline(node, clock, CONNECT_MS);
      unwatch ??= watchLocks({ node, locks: lockEndpoints(node), clock, online, emit, tagAt, forget });
      if (!online) log.warn({ gateway: node.id }, 'gateway does not answer');
      return online;
    },
    answers: async ({ timeoutMs }) => {
      const answer = await withinDeadline(clock, timeoutMs, () => checkGateway());
      return answer.kind === 'answered' && answer.value;
    },
    setClock: async ({ zone, timeoutMs }) => {
      const now = () => clock.now();
      const answer = await withinDeadline(clock, timeoutMs, (signal) => setGatewayClock(node, { zone, now, signal }));
      if (answer.kind === 'answered') return answer.value;
      return { outcome: 'no-answer', cause: answer.kind === 'refused' ? answer.error.native : answer.cause };
    },
    close: async () => {
      unwatch?.();
      unwatch = null;
      listeners.clear();
    },
    locks: async () => [...lockEndpoints(node)].map(([address, endpoint]) => foundLock(node, address, endpoint)),
    put: (order, options) => write(order.address, options, (access) => putEntry(access, order)),
    remove: (order, options) =>
      write(order.address, options, async (access) => {
        await removeEntry(access, order);
        return null;
      }),
    read: async (order, { timeoutMs }) =>
      readResult(await call(order.address, timeoutMs, (access) => readEntry(access, order)), (readback) => readback),
    list: async (address, { timeoutMs }) =>
      readResult(await call(address, timeoutMs, listEntries), (entries) => ({ outcome: 'listed' as const, entries })),
    probe: async (address, { timeoutMs }) =>
      probeResult(
        await call(address, timeoutMs, async (access, endpoint) => ({
          reachable: await reachableNow(access, endpoint),
          battery: batteryOf(endpoint),
        })),
      ),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function writeResult(answer: Answer<LockRef | null>): WriteResult {
  switch (answer.kind) {
    case 'answered':
      return { outcome: 'confirmed', ref: answer.value };
    case 'refused':
      return { outcome: 'failed', error: answer.error };
    case 'silent':
      return { outcome: 'unknown', ref: null, cause: answer.cause };
  }
}

function readResult<Value, Result>(
  answer: Answer<Value>,
  toResult: (value: Value) => Result,
): Result | { outcome: 'failed'; error: LockError } | { outcome: 'no-answer'; cause: string } {
  switch (answer.kind) {
    case 'answered':
      return toResult(answer.value);
    case 'refused':
      return { outcome: 'failed', error: answer.error };
    case 'silent':
      return { outcome: 'no-answer', cause: answer.cause };
  }
}

function probeResult(answer: Answer<{ reachable: boolean; battery: number | null }>): Probe {
  switch (answer.kind) {
    case 'answered':
      if (!answer.value.reachable) return { outcome: 'offline', cause: 'the bridge does not reach it' };
      return { outcome: 'online', battery: answer.value.battery };
    case 'refused':
      return { outcome: 'offline', cause: answer.error.native };
    case 'silent':
      return { outcome: 'offline', cause: answer.cause };
  }
}
