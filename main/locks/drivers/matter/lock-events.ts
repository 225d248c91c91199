import './matter-settings.ts';
import type { ClientNode, Endpoint } from '@matter/main';
import { NetworkClient } from '@matter/main';
import { BridgedDeviceBasicInformationClient } from '@matter/main/behaviors/bridged-device-basic-information';
import { DoorLockClient } from '@matter/main/behaviors/door-lock';
import { PowerSourceClient } from '@matter/main/behaviors/power-source';
import { DoorLock } from '@matter/main/clusters/door-lock';
import type { LockEvent } from '#main/locks/lock-driver';
import type { Clock } from '#main/ports/clock';
import { resubscribe } from './gateway-online.ts';
import { addressOf, isReachable } from './found-locks.ts';

/** A user of a lock that is no longer what it was; null: any of them. */
export interface ChangedUser {
  readonly address: string;
  readonly userIndex: number | null;
  readonly byPortal: boolean;
}

export interface LockEventsOptions {
  readonly node: ClientNode;
  readonly locks: ReadonlyMap<string, Endpoint>;
  readonly clock: Clock;
  /** Whether the gateway is known to be online now. */
  readonly online: boolean;
  readonly emit: (event: LockEvent) => void;
  /** The tag of the user at this place of a lock; null: not one of Portal's. May ask the lock. */
  readonly tagAt: (address: string, userIndex: number) => Promise<string | null>;
  /** Called when the user at this place was changed by anybody; null: the lock does not say which. */
  readonly forget: (changed: ChangedUser) => void;
}

/** The part of matter.js' observables that is used here. */
interface Source<Payload> {
  on(listener: (payload: Payload) => void): void;
  off(listener: (payload: Payload) => void): void;
}

/** What matter.js reports of a gateway and its locks, in Portal's words. @returns what ends it. */
export function watchLocks(options: LockEventsOptions): () => void {
  const { node, locks, emit } = options;
  const at = addressesOf(node);
  let last = options.online;
  const tell = (online: boolean) => {
    if (online === last) return;
    last = online;
    emit({ kind: 'gateway', online });
    for (const endpoint of locks.values()) {
      at(endpoint, (address) => emit({ kind: 'lock', address, online: online && isReachable(endpoint) }));
    }
  };
  const lost = () => {
    tell(false);
    void resubscribe(node);
  };
  node.lifecycle.offline.on(lost);
  const ends = [
    () => node.lifecycle.offline.off(lost),
    listen<boolean>(node.eventsOf(NetworkClient).subscriptionStatusChanged, tell),
    ...[...locks.values()].flatMap((endpoint) => watchLock(options, endpoint)),
  ];
  return () => ends.forEach((end) => end());
}

/** Who an endpoint is when something is heard of it: a bridge may have numbered its locks anew since it was listened to. */
function addressesOf(node: ClientNode) {
  return (endpoint: Endpoint, tell: (address: string) => void): void => {
    const address = addressOf(node, endpoint);
    if (address !== null) tell(address);
  };
}

function watchLock(options: LockEventsOptions, endpoint: Endpoint): (() => void)[] {
  const { clock, emit, tagAt, forget } = options;
  const at = addressesOf(options.node);
  const events = endpoint.eventsOf(DoorLockClient);
  // One after another: whose code it was may have to be asked, and a later use must not be heard of before an earlier one.
  let told: Promise<void> = Promise.resolve();
  const used = (opened: boolean) => (operation: { lockOperationType: number; userIndex: number | null }) => {
    if (operation.lockOperationType !== DoorLock.LockOperationType.Unlock) return;
    const moment = clock.now();
    const { userIndex } = operation;
    at(endpoint, (address) => {
      const tag = userIndex === null ? Promise.resolve(null) : tagAt(address, userIndex);
      told = told.then(async () => emit({ kind: 'used', address, tag: await tag, ref: null, opened, at: moment }));
    });
  };
  const ends = [
    listen(events.lockOperation, used(true)),
    listen(events.lockOperationError, used(false)),
    listen<DoorLock.LockUserChangeEvent>(events.lockUserChange, ({ userIndex, fabricIndex }) => {
      const byPortal = fabricIndex !== null && fabricIndex === fabricIndexOf(options.node);
      at(endpoint, (address) => {
        forget({ address, userIndex, byPortal });
        if (!byPortal) emit({ kind: 'changed', address });
      });
    }),
  ];
  if (endpoint.behaviors.has(BridgedDeviceBasicInformationClient)) {
    const bridged = endpoint.eventsOf(BridgedDeviceBasicInformationClient);
    ends.push(
      listen<boolean>(bridged.reachable$Changed, (online) =>
        at(endpoint, (address) => emit({ kind: 'lock', address, online })),
      ),
    );
  }
  if (endpoint.behaviors.has(PowerSourceClient)) {
    const power = endpoint.eventsOf(PowerSourceClient) as unknown as Record<string, Source<number | null> | undefined>;
    ends.push(
      listen(power['batPercentRemaining$Changed'], (halves) => {
        if (halves !== null) at(endpoint, (address) => emit({ kind: 'battery', address, percent: halves / 2 }));
      }),
    );
  }
  return ends;
}

function fabricIndexOf(node: ClientNode): unknown {
  return node.maybeStateOf('commissioning')?.['fabricIndexOnPeer'];
}

function listen<Payload>(source: Source<Payload> | undefined, listener: (payload: Payload) => void): () => void {
  source?.on(listener);
  return () => source?.off(listener);
}
