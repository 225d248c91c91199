import { extname, join } from 'node:path';
import { z } from 'zod';
import { startProgram } from '../start-program.ts';

const readyLine = z.object({ ready: z.literal(true), port: z.string(), control: z.string() });

export interface StartEncoderOptions {
  /** Where its cards are kept. */
  readonly dataFolder: string;
  /** At the first start there is a stock of ten cards in the box. */
  readonly withStock?: boolean;
}

export interface RunningEncoder {
  /** Its line, as hardware/socket-link.ts takes it: `tcp://127.0.0.1:…`. */
  readonly port: string;
  /** Base address of the control API. */
  readonly control: string;
  stop(): Promise<void>;
  /** kill -9: what a power cut does. */
  kill(): Promise<void>;
}

/** Beside this file, in the source (.ts) and in the build (.js). */
const program = join(import.meta.dirname, `index${extname(import.meta.filename)}`);

/** Starts the simulated encoder in a program of its own. Throws AppError('internal') when it does not come up. */
export async function startEncoder({ dataFolder, withStock = false }: StartEncoderOptions): Promise<RunningEncoder> {
  const words = [`--data=${dataFolder}`, ...(withStock ? ['--stock'] : [])];
  const { ready, stop, kill } = await startProgram(program, words, 'the simulated encoder');
  const { port, control } = readyLine.parse(ready);
  return { port, control, stop, kill };
}
