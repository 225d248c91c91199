import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { Pn532Simulator } from './pn532-simulator.ts';

/** Ten bits on the wire for each byte. */
const MILLISECONDS_PER_BYTE = 10_000 / 115_200;

export interface EncoderLine {
  readonly simulator: Pn532Simulator;
  /** `tcp://127.0.0.1:…` or `unix:…`. */
  readonly address: string;
  /** Bytes in both directions since it began. */
  readonly bytes: number;
  unplug(): Promise<void>;
  plugIn(): Promise<void>;
  close(): Promise<void>;
}

export interface EncoderLineOptions {
  /** A UNIX socket's path, or a TCP port on the loopback interface; 0 for any. */
  readonly listen: string | number;
  /** As slow as a real line at 115200 baud. */
  readonly isPaced?: boolean;
}

/** The simulated PN532 on a socket. One host at a time, as on a wire: a second one hangs up the first. */
export async function openEncoderLine({ listen, isPaced = false }: EncoderLineOptions): Promise<EncoderLine> {
  let host: Socket | null = null;
  let bytes = 0;
  let freeAt = 0;
  /** In order, each when its last bit would have arrived. */
  const carry = (length: number, act: () => void): void => {
    bytes += length;
    freeAt = Math.max(performance.now(), freeAt) + length * MILLISECONDS_PER_BYTE;
    if (isPaced) whenDue(freeAt, act);
    else act();
  };
  const simulator = new Pn532Simulator((chunk) => {
    const to = host;
    carry(chunk.length, () => to?.write(chunk));
  });
  const server = createServer({ noDelay: true }, (socket) => {
    host?.destroy();
    host = socket;
    socket.on('data', (chunk) => carry(chunk.length, () => simulator.receive(chunk)));
    // A host that went away without a word.
    socket.on('error', () => undefined);
  });
  await begin(server, listen);
  const port = typeof listen === 'number' ? (server.address() as AddressInfo).port : null;
  const unplug = async () => {
    host?.destroy();
    host = null;
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    simulator,
    address: port === null ? `unix:${listen}` : `tcp://127.0.0.1:${port}`,
    get bytes() {
      return bytes;
    },
    unplug,
    async plugIn() {
      if (server.listening) return;
      simulator.restart();
      await begin(server, port ?? listen);
    },
    async close() {
      if (server.listening) await unplug();
    },
  };
}

async function begin(server: Server, listen: string | number): Promise<void> {
  if (typeof listen === 'string') await rm(listen, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    const done = () => {
      server.off('error', reject);
      resolve();
    };
    if (typeof listen === 'string') server.listen(listen, done);
    else server.listen(listen, '127.0.0.1', done);
  });
}

/** Timers are too coarse for single bytes: the last millisecond is waited for turn by turn. */
function whenDue(at: number, act: () => void): void {
  const left = at - performance.now();
  if (left <= 0) act();
  else if (left > 2) setTimeout(() => whenDue(at, act), left - 2);
  else setImmediate(() => whenDue(at, act));
}
