import { SerialPort } from 'serialport';
import type { ByteLink } from './byte-link.ts';
import { EncoderError } from './encoder-error.ts';
import type { SerialPortDescription } from './find-encoder.ts';

/** 8N1, no flow control: PN532 HSU after reset; a TWN4's USB port does not care. */
const BAUD_RATE = 115_200;

/**
 * The ports of this computer, without opening any. Pseudo-terminals never appear.
 * @returns null when they cannot be listed here: then nothing is known, and a port that was remembered may still be there.
 */
export async function listSerialPorts(): Promise<readonly SerialPortDescription[] | null> {
  try {
    const ports = await SerialPort.list();
    return ports.map(({ path, vendorId, productId, serialNumber, manufacturer }) => ({
      path,
      vid: vendorId?.toLowerCase() ?? null,
      pid: productId?.toLowerCase() ?? null,
      serial: serialNumber ?? null,
      maker: manufacturer ?? null,
    }));
  } catch {
    // Linux without udevadm.
    return null;
  }
}

/** A serial port. @param path `COM4`, `/dev/ttyUSB0`, or a pseudo-terminal's path. */
export function serialLink(path: string): ByteLink {
  const bytesListeners = new Set<(bytes: Uint8Array) => void>();
  const lostListeners = new Set<() => void>();
  let port: SerialPort | null = null;

  return {
    name: path,
    open: () =>
      new Promise((resolve, reject) => {
        // DTR is left alone: some bridges have no modem lines, and fail when asked.
        const opening = new SerialPort({ path, baudRate: BAUD_RATE, autoOpen: false });
        opening.open((cause) => {
          if (cause) return reject(openingProblem(path, cause));
          port = opening;
          opening.on('data', (bytes: Uint8Array) => {
            for (const listen of bytesListeners) listen(bytes);
          });
          // 'close' follows and tells.
          opening.on('error', () => undefined);
          opening.once('close', () => {
            if (port !== opening) return;
            port = null;
            for (const listen of lostListeners) listen();
          });
          resolve();
        });
      }),
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (port === null) return reject(new EncoderError('lost', `${path} is gone`));
        port.write(bytes, (cause) => {
          if (cause) reject(new EncoderError('lost', `${path} is gone`, { cause }));
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
    close: () =>
      new Promise((resolve) => {
        const closing = port;
        port = null;
        if (closing === null || !closing.isOpen) return resolve();
        // It is let go either way.
        closing.close(() => resolve());
      }),
  };
}

/** serialport's errors carry no code: their text is all there is. */
function openingProblem(path: string, cause: Error): EncoderError {
  const isHeld = /cannot lock port|access denied|resource busy|temporarily unavailable/i.test(cause.message);
  return isHeld
    ? new EncoderError('in-use', `another program has ${path}`, { cause })
    : new EncoderError('not-found', `${path} cannot be opened`, { cause });
}
