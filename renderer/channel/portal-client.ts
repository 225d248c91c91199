import { createTRPCClient, createWSClient, type TRPCLink, wsLink } from '@trpc/client';
import type { PortalBridge } from '#api/portal-bridge';
import type { AppRouter } from '#api/router';
import { bridgeSocket } from './bridge-socket.ts';
import { setConnection } from './connection.ts';
import { quietTooLong, watchedSocket } from './line-watch.ts';
import { sessionToken } from './session-token.ts';
import { refuseTooLong } from './too-long.ts';

/** How long to wait before another attempt to connect: soon at first, never more than five seconds. */
const longestWait = 5_000;

let channel = open();

/** Everything that a screen may ask. The same calls go over the office's WebSocket and the desk's bridge. */
export const portal = createTRPCClient<AppRouter>({ links: [refuseTooLong(), throughTheChannel()] });

/** Opens the channel anew, as whoever is signed in now. Calls that were under way end as not answered. */
export function reconnect(): void {
  const old = channel;
  channel = open();
  void old.socket.close();
}

function throughTheChannel(): TRPCLink<AppRouter> {
  return (runtime) => (call) => channel.link(runtime)(call);
}

function open() {
  const socket = createWSClient({
    url: socketAddress(),
    connectionParams: () => {
      const token = sessionToken();
      return token === null ? null : { token };
    },
    retryDelayMs: (attempt) => Math.min(300 * 2 ** attempt, longestWait),
    keepAlive: { enabled: true, intervalMs: 5_000, pongTimeoutMs: 5_000 },
    onOpen: () => {
      if (channel.socket === socket) setConnection('open');
    },
    onClose: () => {
      if (channel.socket === socket) setConnection('lost');
    },
    onError: () => {
      if (channel.socket === socket) setConnection('lost');
    },
    ...bridge(),
  });
  return { socket, link: wsLink<AppRouter>({ client: socket }) };
}

function socketAddress(): string {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${location.host}/trpc`;
}

/** The desk's window has no network of its own: it talks through the preload bridge. */
function bridge(): { readonly WebSocket: typeof WebSocket } {
  return { WebSocket: window.portalBridge === undefined ? watchedSocket : bridgeSocket(window.portalBridge) };
}

/** A line that is frozen says nothing, not even that it is closed: what is shown is not passed off as true until then. */
function lookAtLine(): void {
  if (window.portalBridge !== undefined || !quietTooLong(Date.now())) return;
  setConnection('lost');
  reconnect();
}

setInterval(lookAtLine, 1_000);
// After a sleep of the PC nothing was heard for its whole length: at once, and not at the next tick.
document.addEventListener('visibilitychange', lookAtLine);

declare global {
  interface Window {
    readonly portalBridge?: PortalBridge;
  }
}
