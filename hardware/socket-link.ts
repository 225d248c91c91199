import { connect, type Socket } from 'node:net';
import type { ByteLink } from './byte-link.ts';
import { EncoderError } from './encoder-error.ts';
import { streamLink } from './stream-link.ts';

/**
 * A line over a socket: the simulated encoder of the demo, or an encoder behind a serial server.
 * @param address `tcp://127.0.0.1:4711` or `unix:/path/to/socket`.
 */
export function socketLink(address: string): ByteLink {
  return streamLink<Socket>({
    name: address,
    open: () =>
      new Promise((resolve, reject) => {
        const socket = address.startsWith('unix:')
          ? connect(address.slice('unix:'.length))
          : connect({ host: new URL(address).hostname, port: Number(new URL(address).port), noDelay: true });
        socket.once('error', (cause) => reject(new EncoderError('not-found', `${address} is not there`, { cause })));
        socket.once('connect', () => resolve(socket));
      }),
    close: async (socket) => void socket.destroy(),
  });
}
