import path from 'node:path';
import { parseArgs } from 'node:util';
import { encoderControl } from './encoder-control.ts';
import { openEncoderLine } from './encoder-line.ts';
import { openPseudoTerminal } from './pseudo-terminal.ts';

/*
 * The simulated encoder: a PN532 on a socket in a program of its own, with cards in a box beside it.
 *
 *   --link=/path/to/tty     also as a terminal, where socat is installed (for libnfc and other programs)
 *   --paced                 as slow as a real line at 115200 baud
 *   --with-parent           ends when its standard input does
 *
 * Prints one line of JSON when it is ready: {ready, port, terminal, control}.
 */
const { values } = parseArgs({
  options: {
    link: { type: 'string' },
    paced: { type: 'boolean', default: false },
    'control-port': { type: 'string', default: '0' },
    'with-parent': { type: 'boolean', default: false },
  },
});
const socket = values.link === undefined ? 0 : `${path.resolve(values.link)}.sock`;
const line = await openEncoderLine({ listen: socket, isPaced: values.paced });
const terminal = typeof socket === 'string' && values.link ? await openPseudoTerminal(values.link, socket) : null;
const server = encoderControl(line);
const control = await server.listen({ host: '127.0.0.1', port: Number(values['control-port']) });
process.stdout.write(
  `${JSON.stringify({ ready: true, port: line.address, terminal: terminal?.path ?? null, control })}\n`,
);

const stop = () => {
  void server
    .close()
    .then(() => terminal?.close())
    .then(() => line.close())
    .finally(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
if (values['with-parent']) process.stdin.once('end', stop).resume();
