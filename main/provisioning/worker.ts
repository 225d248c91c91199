import { interrupted, tryNow } from '#domain/locks/entry-outcome';
import type { GatewayId, LockId, ProgramId } from '#domain/ids';
import type { Base } from '#main/base';
import type { LockDriver } from '#main/locks/lock-driver';
import { Lane, type Tried } from './lane.ts';

/** Makes every lock hold what it should. Nobody else writes to a lock. */
export interface ProvisioningWorker {
  /** Takes up a gateway; its queue starts at once. `tried` hears of every attempt whether the lock answered. */
  addGateway(id: GatewayId, driver: LockDriver, tried: Tried): void;
  /** A lock came online: what waits for it is tried at once. */
  lockIsBack(id: LockId): Promise<void>;
  /** Begins nothing more and waits for the attempts under way. */
  stop(): Promise<void>;
}

/**
 * What was under way when Portal last stopped may have landed on its lock: it is read before anything is written again. At
 * once where the store is this program's alone; where others share it, an attempt may be one of theirs, and is left alone
 * until its time is over.
 */
export async function startWorker(base: Base): Promise<ProvisioningWorker> {
  const program = base.random.id() as ProgramId;
  if (!base.store.isShared) await takeUpInterrupted(base);
  const lanes = new Map<GatewayId, Lane>();
  const forget = base.store.onCommit((changes) => {
    if (changes.some(({ collection }) => collection === 'entries')) lanes.forEach((lane) => lane.poke());
  });

  return {
    addGateway(id, driver, tried) {
      const lane = new Lane(base, program, { id, driver, tried });
      lanes.set(id, lane);
      lane.start();
    },
    lockIsBack: (id) => tryLockNow(base, id),
    async stop() {
      forget();
      await Promise.all([...lanes.values()].map((lane) => lane.stop()));
      lanes.clear();
    },
  };
}

async function takeUpInterrupted(base: Base): Promise<void> {
  await base.store.transact(async (transaction) => {
    const begun = [
      ...(await transaction.find('entries', 'underWay', {})),
      // An older release did not say whose an attempt was.
      ...(await transaction.find('entries', 'jobState', { value: 'running' })),
    ];
    for (const entry of begun) await transaction.put('entries', interrupted(entry, base.clock.now()));
  });
}

/** Everything that waits for this lock, at once. What staff gave up stays so; what the lock refused too. */
async function tryLockNow(base: Base, lockId: LockId): Promise<void> {
  await base.store.transact(async (transaction) => {
    const entries = await transaction.find('entries', 'lock', { value: lockId });
    const waiting = entries.filter(({ job }) => job?.state === 'waiting' && job.attempts > 0);
    for (const entry of waiting) await transaction.put('entries', tryNow(entry, base.clock.now()));
  });
}
