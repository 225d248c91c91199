import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { ByteLink } from './byte-link.ts';
import { EncoderError } from './encoder-error.ts';

/**
 * A line over a socket: the simulated encoder of the demo, or an encoder behind a serial server.
 * @param address `tcp://127.0.0.1:4711` or `unix:/path/to/socket`.
 */
export function socketLink(address: string): ByteLink {
  const bytesListeners = new Set<(bytes: Uint8Array) => void>();
  const lostListeners = new Set<() => void>();
  let socket: Socket | null = null;

  return {
    name: address,
    open: () =>
      new Promise((resolve, reject) => {
        const opening = address.startsWith('unix:')
          ? connect(address.slice('unix:'.length))
          : connect({ host: new URL(address).hostname, port: Number(new URL(address).port), noDelay: true });
        opening.once('error', (cause) => reject(new EncoderError('not-found', `${address} is not there`, { cause })));
        opening.once('connect', () => {
          socket = opening;
          opening.on('data', (bytes) => {
            for (const listen of bytesListeners) listen(bytes);
          });
          // What went wrong is told by 'close', which always follows.
          opening.on('error', () => undefined);
          opening.once('close', () => {
            if (socket !== opening) return;
            socket = null;
            for (const listen of lostListeners) listen();
          });
          resolve();
        });
      }),
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (socket === null) return reject(new EncoderError('lost', `${address} is gone`));
        socket.write(bytes, (cause) => {
          if (cause) reject(new EncoderError('lost', `${address} is gone`, { cause }));
          else resolve();
        });
      }),
    onBytes(listen) {
      bytesListeners.add(listen);
      return () => bytesListeners.delete(listen);
    },
    onLost(listen) {
      lostListeners.add(listen);
      return () => lostListeners.delete(listen);
    },
    async close() {
      const closing = socket;
      socket = null;
      closing?.destroy();
    },
  };
}
