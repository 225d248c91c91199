import './matter-settings.ts';
import { NetworkClient } from '@matter/main';
import type { ClientNode } from '@matter/main';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '#main/ports/clock';

/** Whether the gateway reports its changes to us now: matter.js subscribes by itself, and again after every break. */
export async function isOnline(node: ClientNode): Promise<boolean> {
  return node.act('online', (agent) => agent.get(NetworkClient).subscriptionActive);
}

/**
 * Makes matter.js connect to a lost gateway again now, and go on trying. By itself it would wait until the old
 * subscription runs out, a minute or more; events of that time would come late.
 */
export async function resubscribe(node: ClientNode): Promise<void> {
  try {
    await node.set({ network: { autoSubscribe: false } });
    await node.set({ network: { autoSubscribe: true } });
  } catch {
    // The controller is closing, which is why the gateway went offline: nothing to connect to any more.
  }
}

/** @returns whether the gateway was online within `waitMs`. */
export async function untilOnline(node: ClientNode, clock: Clock, waitMs: number): Promise<boolean> {
  const done = new AbortController();
  const changes = node.eventsOf(NetworkClient).subscriptionStatusChanged;
  const onChange = (online: boolean) => {
    if (online) done.abort();
  };
  changes.on(onChange);
  try {
    if (await isOnline(node)) return true;
    await clock.wait(Temporal.Duration.from({ milliseconds: waitMs }), done.signal);
    return await isOnline(node);
  } finally {
    changes.off(onChange);
  }
}
