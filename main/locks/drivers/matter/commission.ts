import './matter-settings.ts';
import { ControllerBehavior, Crypto, NodeId, Seconds } from '@matter/main';
import type { ClientNode, ServerNode } from '@matter/main';
import { FabricAuthority, PeerSet } from '@matter/main/protocol';
import { ManualPairingCodeCodec, QrPairingCodeCodec } from '@matter/main/types';
import { AppError } from '#domain/failure';

export interface CommissionOrder {
  /** `3497-011-2332`, `34970112332` or `MT:…`. */
  readonly setupCode: string;
  readonly at?: { readonly ip: string; readonly port: number };
}

/** How long mDNS may search. Longer than a lock that was just switched to pairing needs to announce itself. */
const SEARCH = Seconds(60);
/** How long the lock may take to answer the first message. */
const FIRST_ANSWER = Seconds(30);

/** See MatterController.commission. */
export async function commission(controller: ServerNode, { setupCode, at }: CommissionOrder): Promise<string> {
  const secret = parseSetupCode(setupCode);
  try {
    const gateway = at === undefined ? await bySearch(controller, secret) : await byAddress(controller, secret, at);
    return gateway.id;
  } catch (error) {
    throw new AppError(
      answered(error) ? 'lock-refused-commissioning' : 'lock-not-found',
      'commissioning a Matter lock',
      {
        cause: error,
      },
    );
  }
}

interface SetupSecret {
  readonly passcode: number;
  /** The long discriminator from a QR code, or the four bits of it that a manual code has. */
  readonly identifier: { readonly longDiscriminator: number } | { readonly shortDiscriminator: number };
}

function parseSetupCode(setupCode: string): SetupSecret {
  try {
    if (setupCode.startsWith('MT:')) {
      const [first] = QrPairingCodeCodec.decode(setupCode);
      if (first === undefined) throw new RangeError('empty QR code');
      return { passcode: first.passcode, identifier: { longDiscriminator: first.discriminator } };
    }
    const { passcode, shortDiscriminator } = ManualPairingCodeCodec.decode(setupCode.replaceAll(/[\s-]/g, ''));
    return { passcode, identifier: { shortDiscriminator: shortDiscriminator ?? 0 } };
  } catch (error) {
    throw new AppError('invalid-input', 'reading a Matter setup code', { cause: error });
  }
}

async function bySearch(controller: ServerNode, { passcode, identifier }: SetupSecret): Promise<ClientNode> {
  return controller.peers.commission({ passcode, ...identifier, timeout: SEARCH });
}

/**
 * matter.js pairs at the given address, but then searches the paired lock by mDNS before it goes on. So the lock's
 * address is filled in as soon as matter.js knows the lock under its new name.
 */
async function byAddress(
  controller: ServerNode,
  { passcode }: SetupSecret,
  { ip, port }: { readonly ip: string; readonly port: number },
): Promise<ClientNode> {
  const place = { type: 'udp' as const, ip, port };
  const config = await controller.act(async (agent) => (await agent.load(ControllerBehavior)).fabricAuthorityConfig);
  const authority = await controller.env.load(FabricAuthority);
  const fabric = await authority.defaultFabric(config);
  const nodeId = NodeId.randomOperationalNodeId(controller.env.get(Crypto));
  const peers = controller.env.get(PeerSet);
  const fillIn = (peer: { address: { nodeId: NodeId }; descriptor: { operationalAddress?: unknown } }) => {
    if (peer.address.nodeId === nodeId) peer.descriptor.operationalAddress = place;
  };
  peers.added.on(fillIn);
  const gateway = await controller.peers.forDescriptor({ addresses: [place] });
  try {
    await gateway.commission({ passcode, fabric, nodeId, timeout: FIRST_ANSWER });
    return gateway;
  } catch (error) {
    await gateway.delete().catch(() => undefined);
    throw error;
  } finally {
    peers.added.off(fillIn);
  }
}

/** Whether the lock said anything: matter.js names its time-outs and failed searches. */
function answered(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  return !/timeout|unresponsive|discovery|not ?found|unreachable|abort/i.test(name);
}
