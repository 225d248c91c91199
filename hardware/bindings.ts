import { SerialPort } from 'serialport';
import type { ByteLink } from './byte-link.ts';
import { EncoderError } from './encoder-error.ts';
import type { SerialPortDescription } from './find-encoder.ts';
import { streamLink } from './stream-link.ts';

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
  return streamLink<SerialPort>({
    name: path,
    open: () =>
      new Promise((resolve, reject) => {
        // DTR is left alone: some bridges have no modem lines, and fail when asked.
        const port = new SerialPort({ path, baudRate: BAUD_RATE, autoOpen: false });
        port.open((cause) => {
          if (cause) reject(openingProblem(path, cause));
          else resolve(port);
        });
      }),
    close: (port) =>
      new Promise((resolve) => {
        // It is let go either way.
        if (port.isOpen) port.close(() => resolve());
        else resolve();
      }),
  });
}

/** serialport's errors carry no code: their text is all there is. */
function openingProblem(path: string, cause: Error): EncoderError {
  const isHeld = /cannot lock port|access denied|resource busy|temporarily unavailable/i.test(cause.message);
  return isHeld
    ? new EncoderError('in-use', `another program has ${path}`, { cause })
    : new EncoderError('not-found', `${path} cannot be opened`, { cause });
}
