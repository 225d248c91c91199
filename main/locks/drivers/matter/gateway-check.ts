import './matter-settings.ts';
import type { ClientNode } from '@matter/main';
import type { ClientProbeOptions } from '@matter/main/protocol';

interface Probing {
  probe(options: ClientProbeOptions): Promise<boolean>;
}

/** Sent this often before the gateway counts as gone. Takes matter.js 12 s, 10 of them a wait after the last. */
const TRIES = 3;

/**
 * A check to be started whenever a call got no answer. A call is given up at its own deadline, before matter.js can
 * tell that the whole gateway is gone or was restarted, so that it would go on using the dead session for ever. The
 * check lets it find out: it then drops the session, reports the gateway as offline and connects anew. A gateway that
 * is there, with one silent lock behind it, answers, and nothing happens.
 *
 * @returns what starts it, and says whether the gateway answered; one check runs at a time.
 */
export function gatewayCheck(node: ClientNode): () => Promise<boolean> {
  let running: Promise<boolean> | null = null;
  return () => {
    running ??= probe(node).finally(() => {
      running = null;
    });
    return running;
  };
}

async function probe(node: ClientNode): Promise<boolean> {
  try {
    return await (node.interaction as unknown as Probing).probe({ maxRetransmissions: TRIES });
  } catch {
    // The node is being closed: there is no session left to check.
    return false;
  }
}
