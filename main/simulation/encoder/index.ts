import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { lockFolderPatiently } from '#main/shell/folder-lock';
import { CardBox, openCardBox } from './card-box.ts';
import { encoderControl } from './encoder-control.ts';
import { openEncoderLine } from './encoder-line.ts';
import { openPseudoTerminal } from './pseudo-terminal.ts';

/*
 * The simulated encoder: a PN532 on a socket in a program of its own, with cards in a box beside it.
 *
 *   --link=/path/to/tty     also as a terminal, where socat is installed (for libnfc and other programs)
 *   --paced                 as slow as a real line at 115200 baud
 *   --data=/a/folder        the cards keep their bytes over a restart
 *   --stock                 at the first start with this folder there are ten cards in the box
 *   --with-parent           ends when its standard input does
 *
 * Prints one line of JSON when it is ready: {ready, port, terminal, control}.
 */
const { values } = parseArgs({
  options: {
    link: { type: 'string' },
    paced: { type: 'boolean', default: false },
    data: { type: 'string' },
    stock: { type: 'boolean', default: false },
    'control-port': { type: 'string', default: '0' },
    'with-parent': { type: 'boolean', default: false },
  },
});
const socket = values.link === undefined ? 0 : `${path.resolve(values.link)}.sock`;
const line = await openEncoderLine({ listen: socket, isPaced: values.paced });
const terminal = typeof socket === 'string' && values.link ? await openPseudoTerminal(values.link, socket) : null;
const box = values.data === undefined ? new CardBox() : await boxIn(values.data);
const server = encoderControl(line, box);
const control = await server.listen({ host: '127.0.0.1', port: Number(values['control-port']) });
process.stdout.write(
  `${JSON.stringify({ ready: true, port: line.address, terminal: terminal?.path ?? null, control })}\n`,
);

const stop = () => {
  void server
    .close()
    .then(() => terminal?.close())
    .then(() => line.close())
    .then(() => box.saved())
    .finally(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
if (values['with-parent']) process.stdin.once('end', stop).resume();

async function boxIn(folder: string): Promise<CardBox> {
  await mkdir(folder, { recursive: true });
  // That of a Portal that was just killed may still be closing.
  await lockFolderPatiently(folder, 10);
  return openCardBox(folder, { withStock: values.stock });
}
