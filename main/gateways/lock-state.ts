import type { Gateway, Lock } from '#domain/house/door';
import type { DoorId, GatewayId, LockId } from '#domain/ids';
import type { Base } from '#main/base';
import { moveLine } from '#main/provisioning/place-line';
import { noteFollowAt, runFollowUp, settleFollowing } from '#main/settling/follow-up';
import { record } from '#main/timeline/record';
import type { Transaction } from '#main/storage/store';
import { isDeepStrictEqual } from 'node:util';
import type { FoundLock } from '#main/locks/lock-driver';

/** What is known of a lock's connection is stored when it changes, with a line in the door's log. */

/** A sign of life is stored at most this often: it is not worth a commit each time. */
const lastSeenStepMs = 60_000;

export type Sign = { readonly online: true; readonly battery: number | null } | { readonly online: false };

/** @returns true when the lock has just come (back) online. */
export async function noteSign(base: Base, lockId: LockId, sign: Sign): Promise<boolean> {
  const now = base.clock.now();
  const known = await base.store.read((view) => view.get('locks', lockId));
  if (known === null || !isNews(known, sign, now)) return false;
  return base.store.transact(async (transaction) => {
    const lock = await transaction.get('locks', lockId);
    if (lock === null) return false;
    const state = sign.online ? ('online' as const) : ('offline' as const);
    const turned = lock.online !== state;
    await transaction.put('locks', {
      ...lock,
      online: state,
      onlineSince: turned ? now : lock.onlineSince,
      lastSeenAt: sign.online ? now : lock.lastSeenAt,
      battery: sign.online ? (sign.battery ?? lock.battery) : lock.battery,
    });
    if (turned) await noteTurn(transaction, base, lock, sign.online);
    return turned && sign.online;
  });
}

/** @returns true when this was news. */
export async function noteGateway(base: Base, id: GatewayId, online: boolean): Promise<boolean> {
  const state = online ? ('online' as const) : ('offline' as const);
  const known = await base.store.read((view) => view.get('gateways', id));
  if (known === null || known.online === state) return false;
  return base.store.transact(async (transaction) => {
    const gateway: Gateway | null = await transaction.get('gateways', id);
    if (gateway === null || gateway.online === state) return false;
    await transaction.put('gateways', { ...gateway, online: state, onlineSince: base.clock.now() });
    return true;
  });
}

/** A gateway that nobody here can speak to is offline for as long as that is so. */
export async function noteCause(base: Base, id: GatewayId, cause: Gateway['offlineBecause']): Promise<void> {
  await base.store.transact(async (transaction) => {
    const gateway: Gateway | null = await transaction.get('gateways', id);
    if (gateway === null || gateway.offlineBecause === cause) return;
    const now = base.clock.now();
    const turned = cause !== null && gateway.online !== 'offline';
    const online = cause === null ? 'unknown' : 'offline';
    const onlineSince = turned ? now : gateway.onlineSince;
    await transaction.put('gateways', { ...gateway, offlineBecause: cause, online, onlineSince });
  });
}

async function noteTurn(transaction: Transaction, base: Base, lock: Lock, online: boolean): Promise<void> {
  // The first answer of a new lock is not news.
  if (lock.online === 'unknown' && online) return;
  const doors = await transaction.find('doors', 'lock', { value: lock.id });
  const kind = online ? ('lock-online' as const) : ('lock-offline' as const);
  const notes = doors.map((door) => ({ kind, doorId: door.id, lockId: lock.id }));
  await record(transaction, { at: base.clock.now(), by: { kind: 'lock' }, notes });
}

function isNews(lock: Lock, sign: Sign, now: string): boolean {
  if (!sign.online) return lock.online !== 'offline';
  if (lock.online !== 'online' || (sign.battery !== null && sign.battery !== lock.battery)) return true;
  return lock.lastSeenAt === null || Date.parse(now) - Date.parse(lock.lastSeenAt) >= lastSeenStepMs;
}

/** Locks that an older release knew by a number that a bridge may give to another one are known by who they are from now on. */
export async function learnAddresses(base: Base, gatewayId: GatewayId, found: readonly FoundLock[]): Promise<void> {
  const addresses = new Set(found.map(({ address }) => address));
  const isOld = ({ address }: Lock): boolean => !addresses.has(address);
  const known = await base.store.read((view) => view.find('locks', 'gateway', { value: gatewayId }));
  if (!known.some(isOld)) return;
  await base.store.transact(async (transaction) => {
    const locks = await transaction.find('locks', 'gateway', { value: gatewayId });
    for (const lock of locks.filter(isOld)) {
      const itself = found.filter(({ formerly, name }) => formerly === lock.address && name === lock.name);
      // Renamed since it was added, or numbered anew before it could be learnt: its name tells which.
      const named = found.filter(({ formerly, name }) => formerly !== undefined && name === lock.name);
      const isNumber = /^\d+$/.test(lock.address);
      const numbered = found.filter(({ formerly }) => formerly === lock.address);
      const [one, ...more] = [itself, named, numbered].find((each) => each.length > 0) ?? [];
      const isTaken = locks.some(({ address }) => address === one?.address);
      if (isNumber && one !== undefined && more.length === 0 && !isTaken) {
        await transaction.put('locks', { ...lock, address: one.address });
      }
    }
  });
}

/**
 * What each lock takes, as its driver says now: a lock's software may be newer than the day it was added. The keys of its
 * doors follow: cards go to a lock that takes them now. A code that guests were told stays theirs.
 */
export async function noteLimits(base: Base, gatewayId: GatewayId, found: readonly FoundLock[]): Promise<void> {
  const limitsAt = new Map(found.map(({ address, limits }) => [address, limits]));
  const isNew = ({ address, limits }: Lock): boolean =>
    limitsAt.has(address) && !isDeepStrictEqual(limitsAt.get(address), limits);
  const known = await base.store.read((view) => view.find('locks', 'gateway', { value: gatewayId }));
  if (!known.some(isNew)) return;
  const following = await base.store.transact(async (transaction) => {
    const changed = (await transaction.find('locks', 'gateway', { value: gatewayId })).filter(isNew);
    for (const lock of changed) {
      await transaction.put('locks', { ...lock, limits: limitsAt.get(lock.address) ?? lock.limits });
      await moveLine(transaction, lock.id, base.clock.now());
    }
    return noteFollowAt(transaction, base, await doorsThatOpen(transaction, changed), 'kept');
  });
  await runFollowUp(base, following, settleFollowing('kept'));
}

/** The doors of these locks, and those that they are linked to: the keys of all of them open the locks. */
async function doorsThatOpen(transaction: Transaction, locks: readonly Lock[]): Promise<readonly DoorId[]> {
  const { own } = await transaction.getMany({
    own: { collection: 'doors', index: 'lock', values: locks.map(({ id }) => id) },
  });
  const ids = [...own.values()].flat().map(({ id }) => id);
  const { leading } = await transaction.getMany({ leading: { collection: 'doors', index: 'linked', values: ids } });
  return [...new Set([...ids, ...[...leading.values()].flat().map(({ id }) => id)])];
}
