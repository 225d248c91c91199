// JavaScript, because it is the renderer's half that it takes in: the tests' type check does not span that project.
import { bridgeSocket } from '../../../renderer/channel/bridge-socket.ts';
import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';

/** A page with one call and one subscription: enough to see whether the desk carries them. */
const client = createWSClient({
  url: 'ws://desk/trpc',
  WebSocket: bridgeSocket(window.portalBridge),
  connectionParams: { token: 'token-of-the-owner' },
  retryDelayMs: () => 10,
});
const portal = createTRPCClient({ links: [wsLink({ client })] });

function say(place, text) {
  document.querySelector(place).textContent = text;
}

portal.keys.counts.query().then(
  ({ current }) => say('#counts', `${current} current keys`),
  (problem) => say('#counts', String(problem)),
);
portal.desk.changes.subscribe(undefined, {
  onStarted: () => say('#changes', 'listening'),
  onData: (notices) => say('#changes', notices.map(({ collection }) => collection).join()),
});
window.ask = () => portal.keys.counts.query();
window.hangUp = () => client.close();
