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
export const noSerialPorts: SerialPorts = { list: async () => [], link: (path) => networkLink(path) ?? noLink(path) };

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
  link: (path) => networkLink(path) ?? lateSerialLink(path),
};

/** @returns null for what is no address of a line on the network. */
function networkLink(path: string): ByteLink | null {
  if (path.startsWith('unix:')) return socketLink(path);
  if (!path.startsWith('tcp:')) return null;
  return URL.canParse(path) && new URL(path).port !== '' ? socketLink(path) : noLink(path);
}

/** A port that is not there, and never will be. */
function noLink(path: string): ByteLink {
  const gone = async (): Promise<never> => {
    throw new EncoderError('not-found', `${path} is not there`);
  };
  const never = () => () => undefined;
  return { name: path, open: gone, write: gone, onBytes: never, onLost: never, close: async () => undefined };
}

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
