import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serialLink } from '#hardware/bindings';
import { toHex } from '#hardware/bytes';
import { socketLink } from '#hardware/socket-link';
import { openPseudoTerminal } from '#main/simulation/encoder/pseudo-terminal';
import { byteLinkContract } from '#tests/contracts/byte-link';
import { missingPrograms } from '#tests/support/encoder-desk';
import { describe, expect, it, onTestFinished } from 'vitest';

/** The far end: notes what arrives. */
async function farEnd(listen: string | number) {
  let arrived = '';
  let host: Socket | null = null;
  const server = createServer((socket) => {
    host = socket;
    socket.on('data', (bytes) => (arrived += toHex(bytes)));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(listen, resolve));
  const hangUp = async () => {
    host?.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    port: () => (server.address() as AddressInfo).port,
    arrived: () => arrived,
    say: (bytes: Uint8Array) => host?.write(bytes),
    hangUp,
  };
}

async function socketHarness() {
  const { port, arrived, say, hangUp } = await farEnd(0);
  return { link: socketLink(`tcp://127.0.0.1:${port()}`), arrived, say, unplug: hangUp, close: hangUp };
}

async function terminalHarness() {
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-link-'));
  const socket = path.join(folder, 'far.sock');
  const { arrived, say, hangUp } = await farEnd(socket);
  const terminal = await openPseudoTerminal(path.join(folder, 'tty'), socket);
  const close = async () => {
    await terminal?.close();
    await hangUp();
    await rm(folder, { recursive: true, force: true });
  };
  const unplug = async () => terminal?.close();
  return { link: serialLink(path.join(folder, 'tty')), arrived, say, unplug, close };
}

byteLinkContract('a socket', socketHarness);

const missing = missingPrograms('socat');
const onTerminal = missing === null ? describe : describe.skip;
onTerminal(`a serial port${missing === null ? '' : ` (${missing})`}`, () => {
  byteLinkContract('serialport on a pseudo-terminal', terminalHarness);

  it('that another program holds says so', async () => {
    const { link, close } = await terminalHarness();
    onTestFinished(close);
    await link.open();

    await expect(serialLink(link.name).open()).rejects.toMatchObject({ code: 'in-use' });

    await link.close();
  });
});

describe('a port that is not there', () => {
  it('says so', async () => {
    await expect(serialLink('/dev/portal-has-no-such-port').open()).rejects.toMatchObject({ code: 'not-found' });
  });
});
