import type { ByteLink } from '#hardware/byte-link';
import { EncoderError } from '#hardware/encoder-error';

export interface MemoryLink extends ByteLink {
  /** Bytes that came from the encoder. */
  deliver(bytes: Uint8Array): void;
  unplug(): void;
  plugIn(): void;
  /** Another program opens the port, or lets go of it. */
  hold(isHeld: boolean): void;
  /** Says when an answer arrives; ACKs arrive at once. null: everything does. */
  slow: ((arrives: () => void) => void) | null;
  /** Says when anything arrives, ACKs too. null: at once. */
  late: ((arrives: () => void) => void) | null;
  /** Every byte that was written to it. */
  readonly written: number;
}

/** Of a PN532. */
const ACK_LENGTH = 6;

/** A line in memory. @param onWrite What the host wrote, as the encoder gets it. */
export function memoryLink(onWrite: (bytes: Uint8Array) => void): MemoryLink {
  const bytesListeners = new Set<(bytes: Uint8Array) => void>();
  const lostListeners = new Set<() => void>();
  let state: 'closed' | 'open' | 'unplugged' = 'closed';
  let written = 0;
  let isHeld = false;
  return {
    name: 'COM4',
    get written() {
      return written;
    },
    async open() {
      if (state === 'unplugged') throw new EncoderError('not-found', 'COM4 is not there');
      if (isHeld) throw new EncoderError('in-use', 'another program has COM4');
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
    slow: null,
    late: null,
    hold(held) {
      isHeld = held;
    },
    deliver(bytes) {
      const arrives = (): void => {
        if (state === 'open') for (const listen of bytesListeners) listen(bytes);
      };
      const later = this.late ?? (bytes.length > ACK_LENGTH ? this.slow : null);
      if (later === null) queueMicrotask(arrives);
      else later(arrives);
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
