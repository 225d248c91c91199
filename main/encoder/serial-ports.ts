import type { ByteLink } from '#hardware/byte-link';
import { EncoderError } from '#hardware/encoder-error';
import type { SerialPortDescription } from '#hardware/find-encoder';
import { socketLink } from '#hardware/socket-link';

/** The serial ports of this computer. */
export interface SerialPorts {
  /** Opens none. null: they cannot be listed here. */
  list(): Promise<readonly SerialPortDescription[] | null>;
  /** Opens nothing yet. @param path A port's path, `tcp://host:port` or `unix:/path`. */
  link(path: string): ByteLink;
}

/** The demo touches no port of the computer. */
export const noSerialPorts: SerialPorts = { list: async () => [], link: socketLink };

/**
 * The computer's own. Its native part is loaded when it is first needed: Portal runs without it, and then has no serial
 * encoders.
 */
export const systemSerialPorts: SerialPorts = {
  async list() {
    try {
      const { listSerialPorts } = await import('#hardware/bindings');
      return await listSerialPorts();
    } catch {
      return null;
    }
  },
  link: (path) => (/^(tcp|unix):/.test(path) ? socketLink(path) : lateSerialLink(path)),
};

function lateSerialLink(path: string): ByteLink {
  let line: ByteLink | null = null;
  const hearers: ((line: ByteLink) => () => void)[] = [];
  const undo = new Map<(line: ByteLink) => () => void, () => void>();
  const hear = (listen: (line: ByteLink) => () => void): (() => void) => {
    hearers.push(listen);
    if (line !== null) undo.set(listen, listen(line));
    return () => {
      hearers.splice(hearers.indexOf(listen), 1);
      undo.get(listen)?.();
    };
  };
  return {
    name: path,
    async open() {
      line ??= await loadLine(path);
      for (const listen of hearers) if (!undo.has(listen)) undo.set(listen, listen(line));
      await line.open();
    },
    async write(bytes) {
      if (line === null) throw new EncoderError('lost', `${path} is not open`);
      await line.write(bytes);
    },
    onBytes: (listen) => hear((opened) => opened.onBytes(listen)),
    onLost: (listen) => hear((opened) => opened.onLost(listen)),
    close: async () => line?.close(),
  };
}

async function loadLine(path: string): Promise<ByteLink> {
  try {
    const { serialLink } = await import('#hardware/bindings');
    return serialLink(path);
  } catch (cause) {
    throw new EncoderError('not-found', 'this computer has no serial ports for Portal', { cause });
  }
}
