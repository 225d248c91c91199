import './matter-settings.ts';
import { chmod, mkdir } from 'node:fs/promises';
import { ControllerBehavior, Seconds, ServerNode } from '@matter/main';
import type { ClientNode } from '@matter/main';
import { AppError } from '#domain/failure';
import type { LockDriver } from '#main/locks/lock-driver';
import type { Clock } from '#main/ports/clock';
import type { Log } from '#main/ports/log';
import { checkStorage } from './check-storage.ts';
import { commission } from './commission.ts';
import type { CommissionOrder } from './commission.ts';
import { LoopbackNetwork } from './loopback-network.ts';
import { createMatterDriver } from './matter-driver.ts';
import { matterEnvironment } from './matter-environment.ts';

export interface MatterController {
  /**
   * Takes a lock or a bridge into Portal's Matter fabric, by its setup code (the digits of the manual pairing code, or
   * the text of the QR code). Locks are then found by the driver's `locks`.
   *
   * With `at` (tests, the demo, a device whose address is known) it is addressed directly; otherwise it is searched by
   * mDNS on the hotel's network. Only the first way could be tried on the machines that Portal was built on.
   *
   * @returns the gateway's address, for `driverFor`. Throws AppError: 'invalid-input' for a wrong setup code,
   *   'lock-not-found' when nothing answers, 'lock-refused-commissioning' when it does and the pairing fails.
   */
  commission(order: CommissionOrder): Promise<string>;
  /** The addresses of everything that was commissioned and not removed. */
  gateways(): readonly string[];
  /** Throws AppError('not-found') for an address that `gateways` does not have. */
  driverFor(address: string): LockDriver;
  /** Leaves the gateway: it forgets Portal if it can be reached, Portal forgets it in any case. */
  remove(address: string): Promise<void>;
  close(): Promise<void>;
}

export interface MatterControllerOptions {
  /** The fabric with its keys, and what is known of each gateway. Only this account may read it. */
  readonly storageFolder: string;
  /** `loopback`: nothing is sent or announced outside this computer. `hotel`: the computer's network, with mDNS. */
  readonly network: 'loopback' | 'hotel';
  readonly clock: Clock;
  readonly log: Log;
}

/** matter.js waits for minutes before it tries a lost gateway again; a desk that has just plugged it in looks on. */
const patience = {
  maxDelayBetweenInitialContactRetries: Seconds(20),
  delayAfterNetworkError: Seconds(10),
  delayAfterPeerError: Seconds(20),
};

/**
 * Portal's Matter controller: one for each data folder, shared by all its gateways. It reconnects to every gateway by
 * itself, from the address where it last was, and with mDNS where it may.
 * Throws AppError('data-damaged') when it has gateways and cannot read who it is to them.
 */
export async function openMatterController({
  storageFolder,
  network,
  clock,
  log,
}: MatterControllerOptions): Promise<MatterController> {
  await mkdir(storageFolder, { recursive: true });
  await chmod(storageFolder, 0o700);
  await checkStorage(storageFolder, { clock, log });
  const environment = matterEnvironment({
    storageFolder,
    network: network === 'loopback' ? new LoopbackNetwork() : null,
    log,
  });
  const node = await ServerNode.create(ServerNode.RootEndpoint.with(ControllerBehavior), {
    id: 'portal',
    environment,
    network: { port: 0, ipv4: network === 'hotel', timing: patience },
    controller: { adminFabricLabel: 'Portal', ble: false },
    basicInformation: { vendorName: 'Portal', productName: 'Front desk' },
  });
  await node.start();
  const peer = (address: string): ClientNode => {
    const found = [...node.peers].find((candidate) => candidate.id === address && candidate.lifecycle.isCommissioned);
    if (found === undefined) throw new AppError('not-found', `looking for Matter gateway ${address}`);
    return found;
  };
  return {
    commission: (order) => commission(node, order),
    gateways: () => [...node.peers].filter(({ lifecycle }) => lifecycle.isCommissioned).map(({ id }) => id),
    driverFor: (address) => createMatterDriver({ node: peer(address), clock, log }),
    remove: async (address) => {
      const gateway = peer(address);
      // A gateway that is gone cannot be told; then only our side of the pairing can be ended.
      await gateway.decommission().catch(() => gateway.delete());
    },
    close: () => node.close(),
  };
}
