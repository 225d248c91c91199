import type { ByteLink } from '#hardware/byte-link';
import { EncoderError } from '#hardware/encoder-error';

export interface MemoryLink extends ByteLink {
  /** Bytes that came from the encoder. */
  deliver(bytes: Uint8Array): void;
  unplug(): void;
  plugIn(): void;
  /** Every byte that was written to it. */
  readonly written: number;
}

/** A line in memory. @param onWrite What the host wrote, as the encoder gets it. */
export function memoryLink(onWrite: (bytes: Uint8Array) => void): MemoryLink {
  const bytesListeners = new Set<(bytes: Uint8Array) => void>();
  const lostListeners = new Set<() => void>();
  let state: 'closed' | 'open' | 'unplugged' = 'closed';
  let written = 0;
  return {
    name: 'COM4',
    get written() {
      return written;
    },
    async open() {
      if (state === 'unplugged') throw new EncoderError('not-found', 'COM4 is not there');
      state = 'open';
    },
    async write(bytes) {
      if (state !== 'open') throw new EncoderError('lost', 'COM4 is gone');
      written += bytes.length;
      queueMicrotask(() => {
        if (state === 'open') onWrite(bytes);
      });
    },
    onBytes(listen) {
      bytesListeners.add(listen);
      return () => bytesListeners.delete(listen);
    },
    onLost(listen) {
      lostListeners.add(listen);
      return () => lostListeners.delete(listen);
    },
    async close() {
      if (state === 'open') state = 'closed';
    },
    deliver(bytes) {
      queueMicrotask(() => {
        if (state === 'open') for (const listen of bytesListeners) listen(bytes);
      });
    },
    unplug() {
      const wasOpen = state === 'open';
      state = 'unplugged';
      if (wasOpen) for (const listen of lostListeners) listen();
    },
    plugIn() {
      state = 'closed';
    },
  };
}
