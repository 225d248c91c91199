import type { ByteLink } from './byte-link.ts';
import { EncoderError } from './encoder-error.ts';

/** What a serial port and a socket of Node have in common. */
export interface OpenStream {
  on(event: 'data', listen: (bytes: Uint8Array) => void): unknown;
  on(event: 'error', listen: (cause: Error) => void): unknown;
  once(event: 'close', listen: () => void): unknown;
  write(bytes: Uint8Array, done: (cause?: Error | null) => void): unknown;
}

export interface StreamOpener<Stream extends OpenStream> {
  /** How it is named to staff. */
  readonly name: string;
  /** Rejects with EncoderError 'not-found' or 'in-use'. */
  open(): Promise<Stream>;
  close(stream: Stream): Promise<void>;
}

/** A line over a stream of bytes. One that ends without being closed is lost, and whoever listens is told once. */
export function streamLink<Stream extends OpenStream>(opener: StreamOpener<Stream>): ByteLink {
  const { name } = opener;
  const bytesListeners = new Set<(bytes: Uint8Array) => void>();
  const lostListeners = new Set<() => void>();
  let stream: Stream | null = null;

  return {
    name,
    async open() {
      const opened = await opener.open();
      stream = opened;
      opened.on('data', (bytes) => {
        for (const listen of bytesListeners) listen(bytes);
      });
      // What went wrong is told by 'close', which always follows.
      opened.on('error', () => undefined);
      opened.once('close', () => {
        if (stream !== opened) return;
        stream = null;
        for (const listen of lostListeners) listen();
      });
    },
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (stream === null) return reject(new EncoderError('lost', `${name} is gone`));
        stream.write(bytes, (cause) => {
          if (cause) reject(new EncoderError('lost', `${name} is gone`, { cause }));
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
      const closing = stream;
      stream = null;
      if (closing !== null) await opener.close(closing);
    },
  };
}
